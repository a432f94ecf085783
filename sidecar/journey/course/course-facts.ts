import type { ErrorReport } from "../../host/studio-error.js";
import type { Cause, Pace, Values } from "./course-state.js";
import type { CourseStep } from "./course-steps.js";

/** A job as a step sees it; null: there is none. */
export interface JobFacts {
  state: "running" | "done" | "cancelled" | "failed";
  pace: Pace;
  failed: number;
  error: Cause | null;
}

interface SetFacts {
  pictures: number;
  measured: number;
  trainable: boolean;
  warnings: number;
  /** The first of what makes it not trainable. */
  cause: Cause | null;
  job: JobFacts | null;
}

interface RenameFacts {
  /** Files that would get another name. */
  files: number;
  /** Somebody laid the folder out for the trainer: its names stay. */
  isArranged: boolean;
}

interface ArrangeFacts {
  /** The pictures lie as the trainer wants them already: in this folder. */
  layout: string | null;
  /** Where they will lie; pictures that are there. */
  into: string;
  there: number;
  /** Files that would be copied or moved. */
  files: number;
  /** Why the trigger word cannot be one. */
  trigger: Cause | null;
}

interface TagFacts {
  pictures: number;
  captions: number;
  job: JobFacts | null;
}

interface EditFacts {
  /** Captions that would change. */
  captions: number;
  /** Tags that would be taken out. */
  tags: string[];
}

interface PlanFacts {
  /** null: there is none yet. */
  steps: number | null;
  epochs: number;
  secondsLow: number | null;
  secondsHigh: number | null;
  /** No base model is named. */
  noModel: boolean;
  /** Base models of earlier plans. */
  models: string[];
  /** The first error of the plan. */
  cause: Cause | null;
}

interface TrainFacts {
  /** null: none was started. */
  run: {
    id: number;
    state: "queued" | "running" | "succeeded" | "failed" | "stopped" | "unknown";
    pace: Pace;
    files: number;
    resumable: boolean;
    cause: Cause | null;
    /** ISO time before which it does not start. */
    notBefore: string | null;
  } | null;
  /** What the trainer says before the start; null where a run is there. */
  before: { ready: boolean; noTrainer: boolean; cause: Cause | null; steps: number } | null;
}

interface SweepFacts {
  sweep: {
    id: number;
    state: "drawing" | "paused" | "done" | "cancelled" | "failed";
    pace: Pace;
    cause: Cause | null;
    /** Whether its pictures were looked at. */
    scored: "no" | "now" | "yes";
  } | null;
  before: { ready: boolean; noWebui: boolean; cause: Cause | null; pictures: number; values: Values } | null;
}

interface RecommendFacts {
  /** null: not enough evidence. */
  found: { lora: number; strength: number; label: string } | null;
  cause: Cause | null;
  installed: boolean;
}

interface ReportFacts {
  /** Where it lies; null: it was not written, or is not there any more. */
  path: string | null;
}

export interface FactsOf {
  check: SetFacts;
  rename: RenameFacts;
  arrange: ArrangeFacts;
  tag: TagFacts;
  trigger: EditFacts;
  prune: EditFacts;
  plan: PlanFacts;
  train: TrainFacts;
  sweep: SweepFacts;
  recommend: RecommendFacts;
  report: ReportFacts;
}

/** What was found of a step, or why it could not be looked at or done. */
export type Looked<F> = { facts: F } | { error: ErrorReport };

/** What is known; a step that was not looked at is not there. */
export type CourseFacts = { [S in CourseStep]?: Looked<FactsOf[S]> };
