import type { ErrorReport } from "../../host/studio-error.js";
import type { QuestionCode } from "../../words/course-questions-en.js";
import type { AnswerKey, Cause, Question, StepState, ToldCode, Values } from "./course-state.js";
import type { CourseDecision, CourseStep } from "./course-steps.js";

interface Asking {
  decision?: CourseDecision;
  values?: Values;
  cause?: Cause | null;
  wants?: Question["wants"];
  choices?: string[];
  watched?: boolean;
}

/** A question; whoever is asked can always end the course. */
export const ask = (
  code: QuestionCode,
  step: CourseStep,
  answers: readonly AnswerKey[],
  { decision, values = {}, cause = null, wants = null, choices = [], watched = false }: Asking = {},
): StepState => ({
  is: "question",
  question: {
    code,
    step,
    decision: decision ?? null,
    values,
    cause,
    answers: [...answers, "stop"],
    wants,
    choices,
    watched,
  },
});

export const done = (code: ToldCode, values: Values = {}): StepState => ({ is: "done", told: { code, values } });

export const ready = (code: ToldCode, decision: CourseDecision | null, values: Values = {}): StepState => ({
  is: "ready",
  decision,
  told: { code, values },
});

export const errorCause = ({ code, message, hint, said }: ErrorReport): Cause => ({
  kind: "error",
  code,
  values: {},
  message,
  remedy: hint,
  ...(said === undefined ? {} : { said }),
});
