import type { QuestionCode } from "../../words/course-questions-en.js";
import type { CourseDecision, CourseStep } from "./course-steps.js";

/** What a course has begun and was told. Everything else is looked up in the rooms. */
export interface CourseNotes {
  /** The folder that is trained; null: not settled yet. */
  into: string | null;
  /** Steps whose change was made by this course; what somebody changed since is theirs. */
  made: CourseStep[];
  jobs: { check?: number; tag?: number };
  plan: number | null;
  run: number | null;
  sweep: number | null;
  /** What is about to be started, and the newest number there was before: one above it that fits is ours. */
  began: { step: CourseStep; after: number } | null;
  /** Doubts that were waved through. */
  accepted: QuestionCode[];
  /** Decisions that were asked for and given. */
  allowed: CourseDecision[];
  /** Steps that are left out, because somebody said so. */
  skipped: CourseStep[];
  /** How an ended run is to be begun again. */
  again: "retry" | "resume" | null;
  /** Seeds that were added because the evidence was not enough. */
  more: number;
  recommendation: CourseRecommendation | null;
  installed: string | null;
  /** The page that was written last; null: what it tells has changed since. */
  report: string | null;
}

interface CourseRecommendation {
  lora: string;
  label: string;
  strength: number;
  band: [number, number];
  sentence: string;
  reasons: { code: string; values: Record<string, string | number>; sentence: string }[];
}

export const noNotes: CourseNotes = {
  into: null,
  made: [],
  jobs: {},
  plan: null,
  run: null,
  sweep: null,
  began: null,
  accepted: [],
  allowed: [],
  skipped: [],
  again: null,
  more: 0,
  recommendation: null,
  installed: null,
  report: null,
};
