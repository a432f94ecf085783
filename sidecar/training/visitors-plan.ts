import { extname } from "node:path";
import type { Roots } from "../host/roots.js";
import { StudioError } from "../host/studio-error.js";
import { isPath } from "../planning/examine/named-paths.js";
import { parameterNamed } from "../planning/parameters/table.js";
import type { TrainingPlan } from "../planning/plan.js";
import { say } from "../words/sentence.js";

/** What would have the trainer run somebody's code, or act in the owner's name elsewhere. */
export interface VisitorProblem {
  kind: "code" | "owner";
  argument: string;
  value: string;
}

// The class or module that these name is imported by the trainer.
const modules = ["network_module", "optimizer_type", "lr_scheduler_type", "dataset_class"];
// Loading anything else may unpickle it; these are read as text.
const harmlessFiles = [".safetensors", ".txt", ".toml", ".json", ".jsonl", ".yaml", ".yml"];
const tracking = ["log_tracker_config", "log_tracker_name", "wandb_api_key", "wandb_run_name"];
const launching = ["num_processes", "num_cpu_threads_per_process", "multi_gpu", "gpu_ids", "mixed_precision"];

function problemOf(argument: string, value: unknown): VisitorProblem["kind"] | null {
  const parameter = parameterNamed(argument);
  if (parameter === null) return "code";
  if (parameter.group === "hub" || tracking.includes(argument)) return "owner";
  if (argument === "log_with" && value !== "tensorboard") return "owner";
  if (modules.includes(argument) && value !== "") return parameter.choices?.includes(String(value)) ? null : "code";
  // A saved state is pickled, and so may be the files of a model's folder or of one from a hub.
  if (argument === "resume") return "code";
  const isModel = argument === "pretrained_model_name_or_path";
  if (!isModel && parameter.type !== "file") return null;
  return harmlessFiles.includes(extname(String(value)).toLowerCase()) ? null : "code";
}

/** What in a plan is not a visitor's to ask; the paths are looked at by `permitPlan`. */
export function visitorProblems({ arguments: given, launch, additional }: TrainingPlan): VisitorProblem[] {
  const problems = Object.entries(given).flatMap(([argument, value]): VisitorProblem[] => {
    const kind = problemOf(argument, value);
    return kind === null ? [] : [{ kind, argument, value: String(value) }];
  });
  const [first] = additional;
  if (first !== undefined) problems.push({ kind: "code", argument: first, value: additional.join(" ") });
  for (const [argument, value] of Object.entries(launch)) {
    if (!launching.includes(argument)) problems.push({ kind: "owner", argument, value: String(value) });
  }
  return problems;
}

/** Everything in a plan that may lead somewhere: full paths, and what climbs out of where the trainer stands. */
export function pathsOf(value: unknown): string[] {
  if (typeof value === "string") {
    // `preset=/a/b` of the network's own settings too.
    const parts = [value, value.slice(value.indexOf("=") + 1)];
    return [...new Set(parts)].filter((part) => isPath(part) || /(^|[\\/])\.\.([\\/]|$)|^~/.test(part));
  }
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(pathsOf) : [];
}

const refusal = ({ kind, argument, value }: VisitorProblem): StudioError =>
  new StudioError(
    "notAllowed",
    kind === "code"
      ? say("{argument} ({value}) could run code on this machine, and is not for visitors without a login.", {
          argument,
          value: value.slice(0, 120),
        })
      : say("{argument} is set by the owner of this machine only.", { argument }),
    say("Leave it out, log in, or ask who runs the studio."),
  );

/** Whether a client may train this. @throws StudioError "notAllowed" | "outsideRoots" */
export async function permitPlan(roots: Roots, plan: TrainingPlan): Promise<void> {
  if (!roots.exposed) return;
  const problem = visitorProblems(plan).find(({ kind }) => kind === "owner" || !roots.allows("customModules"));
  if (problem !== undefined) throw refusal(problem);
  const { arguments: given, datasets } = plan;
  for (const path of pathsOf([given, datasets])) await roots.permitNew(path);
  for (const [argument, value] of Object.entries(given)) {
    const type = parameterNamed(argument)?.type;
    // One that is no full path begins where the trainer stands.
    if ((type === "file" || type === "folder") && typeof value === "string") await roots.permitNew(value);
  }
  for (const { subsets } of datasets ?? []) for (const { folder } of subsets) await roots.permitNew(folder);
}
