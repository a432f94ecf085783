import { access, constants, statfs } from "node:fs/promises";
import { cudaMachine } from "../host/cuda/cuda-machine.js";
import { cudaOffer } from "../host/cuda/cuda-offer.js";
import { graphicsCards } from "../host/graphics-cards.js";
import type { Settings } from "../host/settings/settings.js";
import { hintOf, reasonOf } from "../host/studio-error.js";
import type { StudioMachines } from "../machines/machines-of.js";
import { builtInModel, openModel } from "../tagging/model.js";
import { startTagger } from "../tagging/tagger.js";
import type { TrainerChoice } from "../training/trainer/trainer-choice.js";
import { type Sentence, say } from "../words/sentence.js";
import { type Finding, finding } from "./finding.js";
import { machinesFinding } from "./machines-finding.js";

// Below this the state and the captions of a large set may no longer fit.
const LOW_DISK_BYTES = 1024 ** 3;

async function stateFinding(folder: string): Promise<Finding> {
  try {
    await access(folder, constants.W_OK);
    return finding("state", true, say("kept in {folder}", { folder }));
  } catch (error) {
    return finding(
      "state",
      false,
      reasonOf(error),
      say("Make the folder writable, or set ATELIER_HOME to another one."),
    );
  }
}

async function diskFinding(folder: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const message = say("{amount} GiB free where the state is kept", { amount: (free / 1024 ** 3).toFixed(1) });
  if (free >= LOW_DISK_BYTES) return finding("disk", true, message);
  return finding("disk", false, message, say("Free some space, or set ATELIER_HOME to a folder on another disk."));
}

/** What would let the tagger use the card; "" where nothing would, or nothing is wanting. */
async function cardRemedy(folder: string): Promise<Sentence | ""> {
  const { state, card, hindrance, download } = await cudaOffer(folder, await cudaMachine());
  if (card === null || state === "installed") return "";
  if (hindrance) return say("{message} {hint}", { message: hindrance.message, hint: hindrance.hint });
  const amount = (download / 1e9).toFixed(1);
  return state === "broken"
    ? say("Libraries for {card} are gone: `models install-cuda` brings them again ({amount} GB).", { card, amount })
    : say("`models install-cuda` lets taggers use {card} ({amount} GB are downloaded).", { card, amount });
}

/** Loads the built-in tagger in its real child process: proves onnxruntime, not only its presence. */
async function taggerFinding(folder: string): Promise<Finding> {
  try {
    const model = await openModel(builtInModel, process.cwd());
    const tagger = await startTagger(model);
    await tagger.close();
    const message = say("the small built-in tagger loads ({tags} tags; onnxruntime brings {backends}). {execution}", {
      tags: model.labels.length,
      backends: tagger.backends.join(", "),
      execution: tagger.execution,
    });
    return finding("tagger", true, message, await cardRemedy(folder));
  } catch (error) {
    return finding("tagger", false, reasonOf(error), hintOf(error));
  }
}

/** The NVIDIA cards and their free memory. None is no fault: tagging runs on the CPU. */
async function gpuFinding(): Promise<Finding> {
  const cards = await graphicsCards();
  const [first, ...others] = cards.map(({ name, free, total }) =>
    say("{name}, {free} MiB of {total} MiB free", { name, free, total }),
  );
  if (first === undefined) return finding("gpu", true, say("no NVIDIA card answers; none is needed so far"));
  const all = others.reduce((told, card) => say("{told}; {card}", { told, card }), first);
  return finding("gpu", true, all);
}

/** The trainer that runs would use, asked by running its Python. */
async function trainerFinding(trainers: TrainerChoice): Promise<Finding> {
  const trainer = await trainers.chosen();
  if (trainer === null) {
    const remedy = say(
      "Name the folder of sd-scripts or kohya_ss if you have it; else install it in the Training room.",
    );
    return finding("trainer", true, say("No trainer was found on this machine."), remedy);
  }
  const { folder, revision, usable, problems, torch, cuda } = trainer;
  const known = {
    folder,
    revision: revision?.slice(0, 10) ?? "–",
    torch: torch.version ?? "–",
    cuda: cuda.version ?? say("no CUDA"),
  };
  const [first] = problems;
  const message = usable
    ? say("sd-scripts {revision} in {folder} can train (torch {torch}, {cuda})", known)
    : say("sd-scripts {revision} in {folder} cannot train yet (torch {torch}, {cuda})", known);
  const found = finding("trainer", usable, message);
  if (!first) return found;
  return {
    ...found,
    message: `${found.message}. ${first.message}`,
    remedy: first.remedy,
    problem: { ...first, values: { ...first.values } },
  };
}

/** Where the settings lie, and the first thing that is off with them. */
function settingsFinding(settings: Settings): Finding {
  const { path, localFile } = settings;
  const [problem] = settings.problems();
  if (problem === undefined) {
    const kept = localFile.exists
      ? say("kept in {path}; {local} is there and wins", { path, local: localFile.path })
      : say("kept in {path}; {local} would win", { path, local: localFile.path });
    return finding("settings", true, kept);
  }
  const remedy = say("Correct the file, then start the studio anew; what is off counts as not written.");
  return finding("settings", false, `${problem.path}: ${problem.message}`, remedy);
}

interface Examined {
  stateFolder: string;
  trainers: TrainerChoice;
  settings: Settings;
  machines: StudioMachines;
}

/** What works on this machine, each part tried. */
export async function examine({ stateFolder, trainers, settings, machines }: Examined): Promise<Finding[]> {
  const node = `Node ${process.versions.node} on ${process.platform} ${process.arch}`;
  return [
    finding("node", true, node),
    await stateFinding(stateFolder),
    await diskFinding(stateFolder),
    await taggerFinding(stateFolder),
    await gpuFinding(),
    await trainerFinding(trainers),
    settingsFinding(settings),
    await machinesFinding(machines),
  ];
}
