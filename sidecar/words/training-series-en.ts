import { count, number } from "./counts-en.js";

const runs = (value: number): string => count(value, "run", "runs");
const clock = (iso: string): string => new Date(iso).toLocaleString("en", { dateStyle: "medium", timeStyle: "short" });

function span(seconds: number): string {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  if (minutes < 90) return `${number(minutes)} min`;
  if (minutes < 48 * 60) return `${number(Math.floor(minutes / 60))} h ${number(minutes % 60)} min`;
  return `${number(Math.round(minutes / 1440))} days`;
}

/** Sentences of series, GPUs and starts at a time. */
export const trainingSeriesEn = {
  vary: "Vary …",
  varyTitle: "Vary: one run for each combination",
  varyHint:
    "Values as in 1e-4, 5e-5 or 8-32 (+8); a semicolon parts what has commas of its own: 512,512; 768,768. “none” leaves the field out.",
  field: "Field",
  values: "Values",
  fieldNumber: (place: number) => `Field ${number(place)}`,
  valuesNumber: (place: number) => `Values of field ${number(place)}`,
  now: (value: string) => `in the plan: ${value}`,
  notInPlan: "not in the plan",
  addField: "Add a field",
  removeField: (place: number) => `Remove field ${number(place)}`,
  removeShort: "Remove",
  asRehearsal: "as a rehearsal",
  looking: "Looking at each run …",
  nothing: "Name a field and at least one value.",
  name: "Name",
  steps: "Steps",
  time: "Time",
  state: "State",
  loss: "Loss",
  ready: "can start",
  sum: (good: number, all: number, time: string | null) =>
    `${good === all ? `${runs(all)} can start` : `${number(good)} of ${runs(all)} can start`}${time === null ? "" : `; together ${time}`}.`,
  skipBad: "Leave out those that cannot start",
  queue: (value: number) => `Queue ${runs(value)}`,
  tableName: "Runs of this series",
  series: (id: number) => `Series ${number(id)}`,
  seriesDone: (done: number, all: number) => `${number(done)} of ${number(all)} done`,
  show: (name: string) => `Show ${name}`,

  whereTitle: "GPU",
  whereHint:
    "Chosen by nvidia-smi's numbers. Runs on different GPUs go on at once; without a choice a run takes the first.",
  card: (index: number, name: string, free: number, total: number) =>
    `${number(index)}: ${name}, ${number(Math.round(free / 102.4) / 10)} of ${number(Math.round(total / 102.4) / 10)} GiB free`,
  notBefore: "Not before",
  notBeforeHint: "Empty: when its turn comes. Until then it holds up nothing behind it.",
  clear: "Clear",
  pastTime: "That time is past: it starts when its turn comes.",
  waitsUntil: (iso: string, seconds: number) => `Waiting: starts ${clock(iso)}, in ${span(seconds)}`,
  briefUntil: (seconds: number) => `starts in ${span(seconds)}`,
  startsAt: (iso: string) => `starts ${clock(iso)}`,
  late: (seconds: number) =>
    `its time was missed by ${span(seconds)} because the machine slept or no studio was open; it started after that`,
  onGpus: (gpus: readonly number[]) => `GPU ${gpus.map(number).join(", ")}`,
  anyTime: "No fixed time",
  anyTimeFor: (name: string) => `No fixed time: ${name}`,

  launchTitle: "Several processes or machines",
  launchHint: "What accelerate launch is told, as in Kohya's GUI; kept in the plan.",
  launch: {
    num_processes: "Processes in all",
    num_machines: "Machines",
    machine_rank: "This machine's rank (0: the main one)",
    main_process_ip: "Address of the main machine",
    main_process_port: "Port of the main machine",
  },

  pauseOnFailure: "Pause the queue when a run fails",
  pausedByRun: (id: number) => `The queue is paused because run ${number(id)} failed.`,
};

export type TrainingSeriesWords = typeof trainingSeriesEn;
