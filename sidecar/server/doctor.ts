import { access, constants, statfs } from "node:fs/promises";
import type { Result } from "../../protocol/validate.js";
import { graphicsCards } from "../host/graphics-cards.js";
import { reportError } from "../host/studio-error.js";
import { builtInModel, openModel } from "../tagging/model.js";
import { startTagger } from "../tagging/tagger.js";
import type { TrainerChoice } from "../training/trainer/trainer-choice.js";
import { trainerEn } from "../words/trainer-en.js";

type Finding = Result<"host/doctor">["findings"][number];

// Below this the state and the captions of a large set may no longer fit.
const LOW_DISK_BYTES = 1024 ** 3;

async function stateFinding(folder: string): Promise<Finding> {
  try {
    await access(folder, constants.W_OK);
    return { part: "state", works: true, message: `kept in ${folder}` };
  } catch (error) {
    const remedy = "Make the folder writable, or set ATELIER_HOME to another one.";
    return { part: "state", works: false, message: reportError(error).message, remedy };
  }
}

async function diskFinding(folder: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const message = `${(free / 1024 ** 3).toFixed(1)} GiB free where the state is kept`;
  if (free >= LOW_DISK_BYTES) return { part: "disk", works: true, message };
  const remedy = "Free some space, or set ATELIER_HOME to a folder on another disk.";
  return { part: "disk", works: false, message, remedy };
}

/** Loads the built-in tagger in its real child process: proves onnxruntime, not only its presence. */
async function taggerFinding(): Promise<Finding> {
  try {
    const model = await openModel(builtInModel, process.cwd());
    const tagger = await startTagger(model);
    await tagger.close();
    const brings = tagger.backends.join(", ");
    const message = `the small built-in tagger loads (${model.labels.length} tags; onnxruntime brings ${brings}). ${tagger.execution}`;
    return { part: "tagger", works: true, message };
  } catch (error) {
    const { message, hint } = reportError(error);
    return { part: "tagger", works: false, message, remedy: hint };
  }
}

/** The NVIDIA cards and their free memory. None is no fault: tagging runs on the CPU. */
async function gpuFinding(): Promise<Finding> {
  const cards = await graphicsCards();
  const named = cards.map(({ name, free, total }) => `${name}, ${free} MiB of ${total} MiB free`);
  return { part: "gpu", works: true, message: named.join("; ") || "no NVIDIA card answers; none is needed so far" };
}

/** The trainer that runs would use, asked by running its Python. */
async function trainerFinding(trainers: TrainerChoice): Promise<Finding> {
  const trainer = await trainers.chosen();
  if (trainer === null) {
    return { part: "trainer", works: true, message: trainerEn.none, remedy: trainerEn.noneRemedy };
  }
  const { folder, revision, usable, problems, torch, cuda } = trainer;
  const versions = `torch ${torch.version ?? "–"}, ${cuda.version ?? "no CUDA"}`;
  const message = `${trainerEn.found(folder, revision)}: ${usable ? trainerEn.usable : trainerEn.notUsable} (${versions})`;
  const [first] = problems;
  return {
    part: "trainer",
    works: usable,
    message: first ? `${message}. ${first.message}` : message,
    ...(first ? { remedy: first.remedy } : {}),
  };
}

/** What works on this machine, each part tried. */
export async function examine(stateFolder: string, trainers: TrainerChoice): Promise<Finding[]> {
  const node = `Node ${process.versions.node} on ${process.platform} ${process.arch}`;
  return [
    { part: "node", works: true, message: node },
    await stateFinding(stateFolder),
    await diskFinding(stateFolder),
    await taggerFinding(),
    await gpuFinding(),
    await trainerFinding(trainers),
  ];
}
