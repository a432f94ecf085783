import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { needsAccelerate, trainingWords } from "../../planning/command/command-line.js";
import { trainerArguments } from "../../planning/command/trainer-arguments.js";
import { familyNamed } from "../../planning/families.js";
import type { ArgumentValue } from "../../planning/plan.js";
import { writeDatasetToml } from "../../planning/toml/dataset-toml.js";
import { writeTrainerToml } from "../../planning/toml/write-toml.js";
import { writeBytes, writeText } from "../../store/atomic-file.js";
import { cardEnvironment } from "../cards/launch-on-cards.js";
import { type RunCommand, runFiles } from "../keeper/run-files.js";
import { trainerEnvironment } from "../trainer/trainer-environment.js";
import type { MeantRun } from "./run-record.js";

/**
 * The environment of a run: as the trainer was probed, and with wide lines, since its log is wrapped at 80 columns otherwise
 * (seen with sd-scripts 48d368fa).
 */
export const runEnvironment = (python: string, environment: NodeJS.ProcessEnv): Record<string, string> => ({
  ...trainerEnvironment(python, environment),
  COLUMNS: "300",
  TERM: "dumb",
  NO_COLOR: "1",
  TF_ENABLE_ONEDNN_OPTS: "0",
  TF_CPP_MIN_LOG_LEVEL: "2",
});

// tsc copies no Python: the file is the source's own, seen from dist/.
const launcher = fileURLToPath(new URL("../../../../sidecar/training/now/launch.py", import.meta.url));

/** What is started before the trainer's script: the stand-in is one program for all, one process of the real one can be asked. */
function wordsBefore({ plan, trainer }: Pick<MeantRun, "plan" | "trainer">): string[] {
  if (trainer.kind === "rehearsal") return [join(trainer.folder, "main.js")];
  return needsAccelerate(plan.launch) ? [] : [launcher];
}

/** The TOML of a run and the command that starts it; nothing is written. */
export function commandOf(
  folder: string,
  {
    plan: asked,
    trainer,
    steps,
    eventFiles,
    gpus,
  }: Pick<MeantRun, "plan" | "trainer" | "steps" | "eventFiles" | "gpus">,
  environment: NodeJS.ProcessEnv,
): { toml: string; datasetToml: string | null; command: RunCommand } {
  const files = runFiles(folder);
  const plan = eventFiles ? { ...asked, arguments: { ...asked.arguments, logging_dir: files.events } } : asked;
  const given = trainerArguments(plan, {
    kohyaSteps: plan.length.by === "kohyaEpochs" ? steps : null,
    ...(plan.datasets === null ? {} : { datasetConfig: files.dataset }),
    samplePrompts: files.prompts,
  });
  const program = {
    python: trainer.python,
    accelerate: trainer.accelerate ?? "accelerate",
    script: join(trainer.folder, familyNamed(plan.family).script),
  };
  const source = { configFile: files.config };
  const [first = trainer.python, ...words] = trainingWords(plan, program, source);
  return {
    toml: writeTrainerToml(given),
    datasetToml: plan.datasets === null ? null : writeDatasetToml(plan.datasets),
    command: {
      program: first,
      arguments: [...wordsBefore({ plan, trainer }), ...words],
      cwd: trainer.folder,
      environment: {
        ...runEnvironment(trainer.python, environment),
        ...cardEnvironment(gpus),
        ATELIER_RUN_FOLDER: folder,
      },
    },
  };
}

/** A safetensors file without a tensor: what the stand-in reads of a model is whether it is there. */
const emptyModel = (): Buffer => {
  const header = Buffer.from(
    JSON.stringify({ __metadata__: { title: "LoRA Atelier stand-in model: nothing is in it" } }),
  );
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(header.length));
  return Buffer.concat([length, header]);
};

/** A rehearsal needs no model: those that are not there are stood in for, in the run's own folder. */
async function withModels(folder: string, meant: MeantRun): Promise<MeantRun> {
  if (meant.trainer.kind !== "rehearsal") return meant;
  const wanted = ["pretrained_model_name_or_path", ...familyNamed(meant.plan.family).requiredPaths];
  const given: Record<string, ArgumentValue> = { ...meant.plan.arguments };
  for (const argument of wanted) {
    const path = given[argument];
    if (typeof path === "string" && existsSync(path)) continue;
    const standIn = join(folder, `stand-in-${argument}.safetensors`);
    await writeBytes(standIn, emptyModel());
    given[argument] = standIn;
  }
  return { ...meant, plan: { ...meant.plan, arguments: given } };
}

/** Writes what the run needs into its folder. */
export async function prepareRun(folder: string, asked: MeantRun, environment = process.env): Promise<RunCommand> {
  const files = runFiles(folder);
  const meant = await withModels(folder, asked);
  const { toml, datasetToml, command } = commandOf(folder, meant, environment);
  await writeText(files.config, toml);
  if (datasetToml !== null) await writeText(files.dataset, datasetToml);
  if (meant.plan.samplePrompts !== null) await writeText(files.prompts, meant.plan.samplePrompts);
  return command;
}
