import type { ErrorReport } from "../../host/studio-error.js";
import type { QuestionCode } from "../../words/course-questions-en.js";
import type { ToldCode } from "../../words/course-told-en.js";
import type { CourseDecision, CourseStep } from "./course-steps.js";

export type { ToldCode };
export type Values = Readonly<Record<string, string | number>>;

/** A sentence by its code. */
export interface Told {
  code: ToldCode;
  values: Values;
}

/** What stands in the way, as the room that says so words it. */
export interface Cause {
  /** Whose words: an error's, a plan's rule, a check's, a run's, a WebUI's, a sweep's. */
  kind: "error" | "rule" | "check" | "run" | "webui" | "sweep" | "evidence";
  code: string;
  values: Values;
  /** In English. */
  message: string;
  remedy: string;
  said?: ErrorReport["said"];
}

export const answerKeys = ["retry", "goOn", "yes", "no", "give", "again", "resume", "use", "more", "stop"] as const;
export type AnswerKey = (typeof answerKeys)[number];

/** What is asked: never more than one at a time. */
export interface Question {
  code: QuestionCode;
  step: CourseStep;
  decision: CourseDecision | null;
  values: Values;
  cause: Cause | null;
  answers: AnswerKey[];
  /** What `give` wants. */
  wants: "text" | "file" | null;
  /** Values that were used before, to choose from. */
  choices: string[];
  /** It is looked at again now and then: what it asks for may come by itself. */
  watched: boolean;
}

/** How far what is under way is; null where it is not known. */
export interface Pace {
  done: number | null;
  of: number | null;
  secondsLeft: number | null;
}

export type StepState =
  /** Not looked at yet. */
  | { is: "unknown" }
  | { is: "done"; told: Told }
  | { is: "skipped"; told: Told }
  /** It can be done; with a decision, where that is allowed. */
  | { is: "ready"; decision: CourseDecision | null; told: Told }
  | { is: "working"; told: Told; pace: Pace }
  | { is: "question"; question: Question };
