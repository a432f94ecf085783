import { isAbsolute } from "node:path";
import type { Roots } from "../host/roots.js";
import { StudioError } from "../host/studio-error.js";
import { families } from "../planning/families.js";
import { loraTypes } from "../planning/lora-types.js";
import { parameterNamed } from "../planning/parameters/table.js";
import type { Arguments, ArgumentValue, TrainingPlan } from "../planning/plan.js";
import { say } from "../words/sentence.js";

const networkModules = new Set([
  ...families.map(({ networkModule }) => networkModule),
  ...loraTypes.flatMap(({ networkModule }) => networkModule ?? []),
]);

// What sends files to other machines, with the owner's name and token.
const sends = /huggingface|wandb|^log_tracker|^async_upload$/;
// Folders that the run makes.
const made = new Set(["output_dir", "logging_dir"]);
// A pickle runs code when it is read.
const pickle = /\.(ckpt|pt|pth|bin|pkl)$/i;
// What `accelerate launch` is told of this machine's cards only: no other machine, no port.
const launches = new Set(["num_processes", "num_cpu_threads_per_process", "multi_gpu", "gpu_ids", "mixed_precision"]);
// Also where it is no whole path of this system: `../x`, `~/x`, `C:x`, `\\server`.
const leadsAway = /^~|^[a-z]:|^\\|(^|[\\/=,\s])\.\.([\\/]|$)/i;

const textsOf = (value: ArgumentValue): string[] =>
  [value].flat().flatMap((one) => (typeof one === "string" ? [one] : []));

const customCode = (argument: string, value: string): boolean =>
  // A saved state is pickled, and so may be the files of a model's folder or of one from a hub.
  argument === "resume" ||
  (argument === "pretrained_model_name_or_path" && !/\.safetensors$/i.test(value)) ||
  (argument === "dataset_class" && value !== "") ||
  (argument === "network_module" && value !== "" && !networkModules.has(value)) ||
  (argument === "lr_scheduler_type" && value !== "") ||
  // With a dot it is a class of a module; without one, of those that the trainer knows.
  (argument === "optimizer_type" && !/^\w*$/.test(value));

const refused = (argument: string): StudioError =>
  new StudioError(
    "notAllowed",
    say("{argument} may be set to this only by the owner of this machine.", { argument }),
    say("Leave it out, log in, or ask who runs the studio."),
  );

/**
 * What a visitor lets train, where the owner's local file allows training: files and folders inside the roots, no code of
 * their own, nothing sent away.
 * @throws StudioError "notAllowed" | "outsideRoots"
 */
export async function requireVisitorsPlan(plan: TrainingPlan, roots: Roots): Promise<void> {
  if (!roots.exposed) return;
  const ownCode = roots.allows("customModules");
  if (plan.additional.length > 0 && !ownCode) throw refused("additional");
  const look = async (argument: string, value: ArgumentValue): Promise<void> => {
    const type = parameterNamed(argument)?.type;
    const isSent = sends.test(argument) || (argument === "log_with" && value !== "tensorboard");
    if (isSent || (type === undefined && !ownCode)) throw refused(argument);
    for (const text of textsOf(value)) {
      if (customCode(argument, text) && !ownCode) throw refused(argument);
      const isPlace = text !== "" && (type === "file" || type === "folder");
      if (isPlace && pickle.test(text)) throw refused(argument);
      // `preset=/a/b` of the network's own settings leads somewhere too.
      const place = isPlace ? text : text.slice(text.indexOf("=") + 1);
      if (!isPlace && !isAbsolute(place) && !leadsAway.test(text)) continue;
      await (made.has(argument) ? roots.permitNew(place) : roots.permit(place));
    }
  };
  const all: Arguments[] = [plan.arguments];
  for (const { options, subsets } of plan.datasets ?? []) {
    all.push(options);
    for (const subset of subsets) {
      await roots.open(subset.folder);
      all.push(subset.options);
    }
  }
  for (const values of all) for (const [argument, value] of Object.entries(values)) await look(argument, value);
  for (const [argument, value] of Object.entries(plan.launch)) {
    if (!launches.has(argument) || textsOf(value).some((text) => !/^[\w.,-]*$/.test(text))) throw refused(argument);
  }
}

/** The programs that run are the owner's choice, also where visitors may train. @throws StudioError "notAllowed" */
export function requireOwnersPrograms(
  named: Record<string, string | null | undefined>,
  { roots }: { roots: Roots },
): void {
  if (!roots.exposed) return;
  for (const [argument, value] of Object.entries(named)) if (value !== undefined) throw refused(argument);
}
