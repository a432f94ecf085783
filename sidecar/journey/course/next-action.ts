import { ask, errorCause } from "./ask.js";
import type { CourseFacts, FactsOf, Looked } from "./course-facts.js";
import type { CourseNotes } from "./course-notes.js";
import type { CourseOptions } from "./course-options.js";
import type { Question, StepState } from "./course-state.js";
import { type CourseDecision, type CourseStep, courseSteps } from "./course-steps.js";
import { judgeArrange, judgeCheck, judgePrune, judgeRename, judgeTag, judgeTrigger } from "./judge-set.js";
import { judgePlan, judgeRecommend, judgeReport, judgeSweep, judgeTrain } from "./judge-training.js";

/** All that the next step is decided from. */
export interface Knowledge {
  facts: CourseFacts;
  notes: CourseNotes;
  options: CourseOptions;
}

export type CourseAction =
  | { kind: "look"; step: CourseStep }
  | { kind: "do"; step: CourseStep }
  | { kind: "wait"; step: CourseStep }
  | { kind: "ask"; question: Question }
  | { kind: "end" };

type Judge<S extends CourseStep> = (facts: FactsOf[S], knows: Knowledge) => StepState;

const judges: { [S in CourseStep]: Judge<S> } = {
  check: judgeCheck,
  rename: judgeRename,
  arrange: judgeArrange,
  tag: judgeTag,
  trigger: judgeTrigger,
  prune: judgePrune,
  plan: judgePlan,
  train: judgeTrain,
  sweep: judgeSweep,
  recommend: judgeRecommend,
  report: judgeReport,
};

/** Steps that can be left out, each by its decision. */
const leavable: Partial<Record<CourseStep, CourseDecision>> = { rename: "rename", arrange: "arrange", prune: "prune" };

function isLeftOut(step: CourseStep, { notes, options }: Knowledge): boolean {
  const decision = leavable[step];
  if (decision === undefined) return false;
  return notes.skipped.includes(step) || options.permissions[decision] === "no";
}

function judged<S extends CourseStep>(step: S, looked: Looked<FactsOf[S]> | undefined, knows: Knowledge): StepState {
  if (looked === undefined) return { is: "unknown" };
  if ("error" in looked) return ask("stepFailed", step, ["retry"], { cause: errorCause(looked.error) });
  return judges[step](looked.facts, knows);
}

/** How a step stands. */
export function stepState(step: CourseStep, knows: Knowledge): StepState {
  if (isLeftOut(step, knows)) return { is: "skipped", told: { code: "leftOut", values: {} } };
  return judged(step, knows.facts[step], knows);
}

/** Where all steps stand. */
export const stepStates = (knows: Knowledge): { step: CourseStep; state: StepState }[] =>
  courseSteps.map((step) => ({ step, state: stepState(step, knows) }));

function actionFor(step: CourseStep, state: StepState, { notes, options }: Knowledge): CourseAction | null {
  switch (state.is) {
    case "unknown":
      return { kind: "look", step };
    case "working":
      return { kind: "wait", step };
    case "question":
      return { kind: "ask", question: state.question };
    case "ready": {
      const { decision, told } = state;
      if (decision === null || options.permissions[decision] === "alone" || notes.allowed.includes(decision)) {
        return { kind: "do", step };
      }
      const asked = ask(
        "may",
        step,
        decision === "rename" || decision === "arrange" || decision === "prune" || decision === "install"
          ? ["yes", "no"]
          : ["yes"],
        {
          decision,
          values: { ...told.values, decision },
        },
      );
      return asked.is === "question" ? { kind: "ask", question: asked.question } : null;
    }
    default:
      return null;
  }
}

/**
 * What a course does next: the first step that is neither done nor left out is looked at, done, waited for, or asked about.
 * Pure: the same knowledge gives the same action, so that a course that was killed goes on where the rooms' records are.
 */
export function nextAction(knows: Knowledge): CourseAction {
  for (const { step, state } of stepStates(knows)) {
    const action = actionFor(step, state, knows);
    if (action !== null) return action;
  }
  return { kind: "end" };
}
