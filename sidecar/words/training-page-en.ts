import { count, number } from "./counts-en.js";
import { loraToolsEn } from "./lora-tools-en.js";
import { type TrainerProblemCode, type TrainerProblemWords, trainerEn, trainerProblemsEn } from "./trainer-en.js";
import { type TrainerInstallWords, trainerInstallEn } from "./trainer-install-en.js";
import { trainingCausesEn } from "./training-causes-en.js";
import { trainingCurvesEn } from "./training-curves-en.js";
import { trainingDialogsEn } from "./training-dialogs-en.js";
import { trainingMachinesEn } from "./training-machines-en.js";
import { type TrainingNowWords, trainingNowEn } from "./training-now-en.js";
import { type TrainingPreflightWords, trainingPreflightEn } from "./training-preflight-en.js";
import { trainingSeriesEn } from "./training-series-en.js";

const steps = (value: number): string => count(value, "step", "steps");
const files = (value: number): string => count(value, "file", "files");
const fixed = (value: number, digits: number): string =>
  value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
const partly = (what: string) => (done: number | null, of: number | null) =>
  done === null || of === null || of === 0 ? what : `${what}: ${number(done)} of ${number(of)}`;

function time(seconds: number): string {
  if (seconds < 60) return `${number(Math.max(1, Math.round(seconds)))} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${number(minutes)} min ${number(Math.floor(seconds % 60))} s`;
  return `${number(Math.floor(minutes / 60))} h ${number(minutes % 60)} min`;
}

const nowWords: TrainingNowWords = trainingNowEn;
const install: TrainerInstallWords = trainerInstallEn;
const preflight: TrainingPreflightWords = trainingPreflightEn;
const trainerProblems: Record<TrainerProblemCode, TrainerProblemWords> = trainerProblemsEn;

/** Sentences of the training room. */
export const trainingPageEn = {
  causes: trainingCausesEn,
  tools: loraToolsEn,
  preflight,
  trainer: trainerEn,
  trainerProblems,
  install,
  ...trainingDialogsEn,
  now: nowWords,
  curves: trainingCurvesEn,
  machines: trainingMachinesEn,
  series: trainingSeriesEn,

  invite:
    "Here a plan is trained: with live loss, stop and resume, in a queue. A run counts as done only when its LoRA file is proven whole.",
  inviteNoFolder: "Open a folder of pictures first; then a plan is made for them and trained here.",
  makePlan: "Make a plan",
  rehearseFolder: "Rehearse with these pictures",
  rehearseNote:
    "A rehearsal takes a moment and needs no GPU and no model: a stand-in plays the trainer. Nothing is learnt.",

  nothingYet: "nothing trained yet",
  training: (step: number, total: number) => `Training: step ${number(step)} of ${number(total)}`,
  phaseSentences: {
    starting: () => "Starting the trainer",
    reading: partly("Reading the pictures"),
    loading: () => "Loading the model",
    caching: partly("Caching latents"),
    preparing: () => "Preparing the network and the optimizer",
    saving: () => "Saving a file",
    ended: () => "Ending",
  },
  queued: (place: number) =>
    place <= 1 ? "Waiting: it is the next to start" : `Waiting: number ${number(place)} in the queue`,
  queuedPaused: "Waiting: the queue is paused",
  finished: (total: number) => `Finished: ${steps(total)}, the file is whole`,
  stopped: (step: number, there: number) =>
    `Stopped at step ${number(step)}; ${there === 0 ? "no file had been saved yet" : there === 1 ? "1 file is there" : `${number(there)} files are there`}`,
  neverBegan: "Taken out of the queue before it began",
  failed: (title: string | null) =>
    title === null ? "Failed" : `Failed: ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
  unknownEnd: "It is not known how it ended",
  brief: {
    queued: (place: number) => `waiting, number ${number(place)}`,
    removed: "taken out of the queue",
    stopped: (step: number) => `stopped at step ${number(step)}`,
    succeeded: "finished, file whole",
    unknown: "end not known",
  },
  roomStep: (step: number, total: number) => `step ${number(step)} of ${number(total)}`,
  roomFinished: (name: string) => `finished: ${name}`,
  roomStopped: (name: string) => `stopped: ${name}`,
  roomWaiting: (value: number) => `${number(value)} waiting`,
  percent: (part: number) => `${number(Math.floor(part * 100))} %`,
  rehearsal: "rehearsal",
  rehearsalNote:
    "This is a rehearsal: a stand-in plays the trainer. Nothing is learnt, and its files are no use for pictures.",

  phasesTitle: "Phases",
  phases: {
    starting: "start",
    reading: "pictures",
    loading: "model",
    caching: "latents",
    preparing: "network",
    training: "training",
    saving: "saving",
  },
  phaseDone: "done",
  phaseNow: "now",
  phaseFailed: "ended here",
  progress: (name: string) => `Progress of ${name}`,
  secondsPerStep: (seconds: number) =>
    seconds >= 1 ? `${fixed(seconds, 2)} s a step` : `${fixed(1 / Math.max(seconds, 1e-6), 1)} steps a second`,
  epoch: (epoch: number, epochs: number) => `epoch ${number(epoch)} of ${number(epochs)}`,
  took: time,

  lossTitle: "Loss",
  earlierCurve: (id: number) => `Dashed: run ${number(id)}, from which this one goes on.`,
  noLoss: "The curve begins with the first steps.",
  nanNow: "The loss is NaN: this run is lost. Stop it, lower the learning rate, or train with bf16.",
  curveReadout: (step: number, mean: string, least: string, greatest: string) =>
    least === greatest
      ? `step ${number(step)}: loss ${mean}`
      : `step ${number(step)}: loss ${mean} (${least} – ${greatest})`,
  loss: (value: number) => value.toLocaleString("en", { maximumSignificantDigits: 3, minimumSignificantDigits: 3 }),
  savedHere: (name: string) => `saved here: ${name}`,
  curveName: "Loss by step",
  smoothing: "Smoothing",
  logScale: "log scale",

  filesTitle: (there: number, expected: number) =>
    there === 0
      ? `No file yet; ${files(expected)} to come`
      : there >= expected
        ? `${files(there)}, whole`
        : `${number(there)} of ${files(expected)} so far, whole`,
  filesEnded: (there: number) => (there === 0 ? "No file was saved" : `${files(there)}, whole`),
  fileStep: (step: number) => `step ${number(step)}`,
  lastFile: "the last one",
  stateFile: "state to resume from",
  copy: "Copy",
  copyPath: "Copy path",
  copyPathOf: (name: string) => `Copy path: ${name}`,
  copied: "Copied.",
  warnings: (value: number) => `${count(value, "warning", "warnings")} of the trainer`,
  logLines: "The lines of the log that say so",

  stopNow: "Stop now",
  stopQuestion: (there: number, since: number) =>
    there === 0
      ? `No file has been saved yet: the ${steps(since)} done so far would be lost.`
      : `What is saved stays: ${files(there)}.${since > 0 ? ` The ${steps(since)} since then would be lost.` : ""}`,
  stopIt: "Stop it",
  goOn: "Let it go on",
  stopAfterSave: "Stop after the next save",
  stopsAfterSave: "It stops after the next save.",
  resume: (step: number) => `Resume from step ${number(step)}`,
  retry: "Train again",
  rehearseAgain: "Rehearse again",
  openLog: "Log …",
  tellMe: "Tell me when it is done",
  noticeDenied: "This browser does not let the page give notice; its settings for this address do.",
  showRunning: (name: string) => `Show the training: ${name}`,

  queueTitle: "Queue and history",
  noRuns: "Nothing has been trained on this machine yet.",
  pauseQueue: "Pause the queue",
  continueQueue: "Go on with the queue",
  queuePaused: "The queue is paused: what runs goes on, nothing new starts.",
  earlier: (name: string) => `Move ${name} up`,
  later: (name: string) => `Move ${name} down`,
  remove: (name: string) => `Take out: ${name}`,
  removeShort: "Take out",
  moreRuns: (value: number) => `Show ${count(value, "earlier run", "earlier runs")}`,
  runNumber: (id: number) => `run ${number(id)}`,
  steps,
};

export type TrainingPageWords = typeof trainingPageEn;
