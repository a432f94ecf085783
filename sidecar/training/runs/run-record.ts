import type { TrainingPlan } from "../../planning/plan.js";
import type { ConceptKind } from "../../planning/rules/rule.js";
import type { OutputFile } from "../../planning/steps/output-files.js";
import type { Trainer } from "../trainer/trainer.js";

export type RunState = "queued" | "running" | "succeeded" | "failed" | "stopped" | "unknown";

/** What a run is to do: fixed when it is queued. */
export interface MeantRun {
  plan: TrainingPlan;
  concept: ConceptKind;
  /** Folder of the pictures, where the plan was made for one. */
  folder: string | null;
  trainer: Trainer;
  /** Where the files go, on this machine. */
  outputFolder: string;
  /** Steps that the trainer will reach, of an epoch, and epochs begun. */
  steps: number;
  perEpoch: number;
  epochs: number;
  /** All files it will write. */
  files: OutputFile[];
  /** Steps that were done before it, where it goes on from a saved state. */
  from: number;
  /** Steps that the trainer leaves out of its own numbers – of files, `ss_steps`, states – after a resume; none if not there. */
  countedFrom?: number;
  /** The trainer can write event files of its curves, and the plan does not say where: they go into the run's folder. */
  eventFiles?: boolean;
  /** The run it repeats or goes on from. */
  parent: number | null;
  /** Cards that were named for it, as `nvidia-smi` counts them. */
  gpus?: readonly number[];
  /** Name of the machine that trains it, or "any"; not there: this one. */
  machine?: string;
  /** Cards that no other run has beside it; the first one if not there, which also stands for the CPU. */
  holds?: readonly number[];
  /** ISO time before which it does not start; this alone may be changed while it waits. */
  notBefore?: string;
  /** Seconds by which its time was missed, because the machine slept or no sidecar was there. */
  late?: number;
  series?: RunSeries;
}

/** Whether another machine trains it. */
export const isAway = ({ machine }: Pick<MeantRun, "machine">): boolean => machine !== undefined;

/** What a run of a series has that the others have otherwise. */
export interface RunSeries {
  /** At least 1, the same for all of them. */
  id: number;
  differs: readonly { argument: string; value: string }[];
}

/** What the trainer made of it, kept when the run has ended. */
export interface RunOutcome {
  cause: string | null;
  values: Readonly<Record<string, string | number>>;
  /** Log lines that prove it. */
  lines: readonly string[];
  exitCode: number | null;
  signal: string | null;
  /** What was last known while it ran. */
  progress: RunProgress;
}

/** A file of the run that is whole. */
interface SavedFile {
  name: string;
  kind: OutputFile["kind"];
  step: number;
  bytes: number;
}

/** How far a run is. */
export interface RunProgress {
  phase: string;
  /** Parts done of a phase that tells (pictures of caching). */
  done: number | null;
  of: number | null;
  step: number;
  total: number;
  epoch: number;
  epochs: number;
  averageLoss: number | "nan" | null;
  secondsPerStep: number | null;
  secondsLeft: number | null;
  saved: SavedFile[];
  /** The latest of those worth showing. */
  warnings: string[];
  /** [step, least, mean, greatest] of the loss, thinned. */
  losses: [number, number, number, number][];
}

export interface RunRecord {
  id: number;
  name: string;
  state: RunState;
  meant: MeantRun;
  /** It ends at the next file that it saves. */
  afterSave: boolean;
  /** ISO times. */
  queued: string;
  started: string | null;
  ended: string | null;
  outcome: RunOutcome | null;
  revision: number;
}

export const noProgress = ({ steps, epochs, from }: Pick<MeantRun, "steps" | "epochs" | "from">): RunProgress => ({
  phase: "starting",
  done: null,
  of: null,
  step: from,
  total: steps,
  epoch: 0,
  epochs,
  averageLoss: null,
  secondsPerStep: null,
  secondsLeft: null,
  saved: [],
  warnings: [],
  losses: [],
});
