import { count, number } from "./counts-en.js";

const steps = (value: number): string => count(value, "step", "steps");
const epochs = (value: number): string => count(value, "epoch", "epochs");
const short = (value: number): string =>
  value.toLocaleString(
    "en",
    value < 0.1 ? { maximumSignificantDigits: 1 } : { maximumFractionDigits: value < 10 ? 1 : 0 },
  );

function time(seconds: number): string {
  if (seconds < 90) return `${number(Math.max(1, Math.round(seconds)))} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `${number(minutes)} min`;
  const rest = Math.round((minutes % 60) / 5) * 5;
  const hours = Math.floor(minutes / 60) + (rest === 60 ? 1 : 0);
  return rest === 0 || rest === 60 || hours >= 10 ? `${number(hours)} h` : `${number(hours)} h ${rest} min`;
}

/** Both ends of a range, once where they read the same. */
const range = (low: string, high: string): string => (low === high ? `about ${low}` : `${low} – ${high}`);

/** Sentences of what a training costs. */
export const planCostEn = {
  cost: "What it will cost",
  asSimple: (exact: number, perEpoch: number) =>
    `The trainer will make exactly ${steps(exact)}, ${number(perEpoch)} an epoch, as pictures × repeats × epochs says.`,
  notAsSimple: (exact: number, article: number) =>
    `The trainer will make exactly ${steps(exact)}; pictures × repeats × epochs says ${number(article)}. The difference:`,
  kohyaSays: (value: number) => `Kohya's GUI would show ${steps(value)}.`,
  stepsUnknown: "The steps can be counted as soon as the pictures are here.",
  timeline: (exact: number, total: number) => `The run: ${steps(exact)} in ${epochs(total)}, with its saves`,
  saves: "Saved files",
  saveSentence: (name: string, step: number, removedAt: number | null) =>
    removedAt === null
      ? `${name}: saved at step ${number(step)}`
      : `${name}: saved at step ${number(step)}, removed again at step ${number(removedAt)}`,
  curves: {
    drawn: (scheduler: string) => `Learning rate: ${scheduler || "constant"}.`,
    relative: () =>
      "Adafactor sets the step size itself: the line is its course, and the learning rate you give plays no part.",
    own: () => "The optimizer decides by itself how the learning rate runs; there is nothing to draw.",
    unknown: (scheduler: string) => `How ${scheduler || "this scheduler"} moves the learning rate is not known here.`,
  },
  warmup: (value: number) => `Warm-up until step ${number(value)}.`,
  legendSave: "a saved file",
  legendRemoved: "removed again later",
  legendRate: "learning rate",
  legendSize: "step size",
  legendWarmup: "warm-up",
  legendSample: "sample pictures",
  time: "Time",
  memory: "GPU memory",
  disk: "On the disk",
  duration: (low: number, high: number) => range(time(low), time(high)),
  aStep: (low: number, high: number) => `${range(short(low), short(high))} s a step`,
  gibibytes: (low: number, high: number) => `${range(short(low), short(high))} GiB`,
  basisRuns: (value: number) => `From ${count(value, "run", "runs")} that finished on this machine.`,
  basisPublishedNoCard:
    "From published figures of graphics cards. None answers on this machine, and its processor takes a thousand times as long and more; after the first run it is told from your own.",
  basisPublished: "From published figures of similar cards; after the first run it is told from your own.",
  learnSpeed: "Tell the time from a LoRA that was trained here …",
  loraPath: "LoRA file of a whole run on this machine",
  learnIt: "Read its time",
  learnedFrom: (total: number, perStep: number) =>
    `${steps(total)} at ${short(perStep)} s each: kept for later estimates.`,
  files: (staying: number, removed: number) =>
    removed === 0
      ? `${count(staying, "file comes", "files come")} out`
      : `${count(staying, "file stays", "files stay")}, ${number(removed)} removed on the way`,
  fileAt: (step: number, epoch: number) => `step ${number(step)}, epoch ${number(epoch)}`,
  removedAt: (step: number) => `removed at step ${number(step)}`,
  noFiles: "No file would be saved.",
};

export type PlanCostWords = typeof planCostEn;
