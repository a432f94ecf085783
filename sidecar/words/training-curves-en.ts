import { count, number } from "./counts-en.js";

/** Words of the charts of a run, of the graphics card while it runs, and of TensorBoard. */
export const trainingCurvesEn = {
  eachStep: "each step, smoothed",
  average: "the trainer's average over an epoch",
  averageReadout: (average: string) => `average ${average}`,
  averageAt: (step: number, average: string) => `step ${number(step)}: average loss ${average}`,
  comparedAt: (step: number, told: string[]) => `step ${number(step)}: ${told.join(", ")}`,
  settings: {
    network_dim: "dim",
    network_alpha: "alpha",
    unet_lr: "U-Net rate",
    text_encoder_lr: "text encoder rate",
    seed: "seed",
  },
  sources: {
    events:
      "From the event files that the trainer writes for TensorBoard; the newest steps come up to two minutes late.",
    progress:
      "From the trainer's progress line, in three digits: the average over the last epoch. With TensorBoard in the trainer's Python there is also the loss of each step.",
  },
  low: "Low is not the same as good – look at pictures.",
  formula: "Smoothing as in TensorBoard: an exponential average that is corrected at its beginning.",
  zoomHint: "Drag over a part to look at it closely.",
  keys: "Arrow keys move along the curve, plus and minus zoom, 0 shows all.",
  showAll: "Show all steps",
  part: (from: number, to: number) => `steps ${number(from)} to ${number(to)}`,
  /** Short enough for the margin of a chart: small rates as trainers write them, 9.5e-5. */
  figure: (value: number) =>
    value !== 0 && Math.abs(value) < 0.001
      ? Number(value.toPrecision(3)).toExponential()
      : value.toLocaleString("en", { maximumSignificantDigits: 4 }),
  oneDigit: (value: number) => value.toLocaleString("en", { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
  rates: "Learning rate",
  validation: "Validation loss",
  others: (value: number) => `${count(value, "more curve", "more curves")} of the trainer`,
  broken: (value: number) =>
    `${count(value, "record", "records")} of the event files could not be read and were passed over`,
  brokenAt: (file: string, at: number) => `${file}, byte ${number(at)}`,
  leftOut: (value: number) => `${count(value, "value", "values")} not drawn: NaN, or told twice`,

  compare: "Compare with other runs",
  compareNote: (most: number) => `Up to ${number(most)} at a time; their curves lie over this one's.`,
  comparing: (value: number) => `Compared with ${count(value, "other run", "other runs")}`,
  byLoss: "Loss of each step, smoothed.",
  byAverage: "Average over the last epoch: not all of these runs have the loss of each step.",
  stopComparing: "Compare no more",
  legend: "Runs",
  same: "same settings",

  cards: "Graphics card",
  memory: (used: string, total: string) => `${used} of ${total} GiB`,
  memoryOf: (name: string) => `Memory of ${name}`,
  busy: (percent: number) => `${number(percent)} % busy`,
  degrees: (value: number) => `${number(value)} °C`,

  openBoard: "TensorBoard",
  openingBoard: "Starting TensorBoard …",
  boardHere: "Open TensorBoard",
  boardNote: "It runs on the machine of the studio and ends with it.",
};

export type TrainingCurvesWords = typeof trainingCurvesEn;
