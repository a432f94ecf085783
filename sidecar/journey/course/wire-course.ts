import type { Result } from "../../../protocol/validate.js";
import { courseEn } from "../../words/course-en.js";
import type { Question, StepState, Told } from "./course-state.js";
import type { CourseStep } from "./course-steps.js";
import type { Course, LogLine } from "./course-table.js";

type Wire = Result<"journey/get">["course"];

const wireTold = ({ code, values }: Told) => ({ code, values: { ...values }, sentence: courseEn.told[code](values) });

function wireStep(step: CourseStep, state: StepState): Wire["steps"][number] {
  const pace = state.is === "working" ? state.pace : { done: null, of: null, secondsLeft: null };
  return {
    step,
    state: state.is,
    told: "told" in state ? wireTold(state.told) : null,
    ...pace,
  };
}

function wireQuestion({
  code,
  step,
  decision,
  values,
  cause,
  answers,
  wants,
  choices,
  watched,
}: Question): NonNullable<Wire["question"]> {
  const words = courseEn.questions[code];
  return {
    code,
    step,
    decision,
    values: { ...values },
    ask: words.ask(values),
    why: words.why(values),
    cause: cause && {
      kind: cause.kind,
      code: cause.code,
      values: { ...cause.values },
      message: cause.message,
      remedy: cause.remedy,
      ...(cause.said === undefined ? {} : { said: { ...cause.said } }),
    },
    answers: answers.map((key) => ({
      key,
      label: courseEn.answers[key].label,
      outcome: courseEn.answers[key].outcome,
    })),
    wants,
    choices: [...choices],
    watched,
  };
}

/** Seconds until all that is under way is done; null where a part of it is not known. */
function secondsLeft(steps: Course["steps"]): number | null {
  const working = steps.flatMap(({ state }) => (state.is === "working" ? [state.pace.secondsLeft] : []));
  return working.length === 0 || working.includes(null)
    ? null
    : working.reduce<number>((sum, one) => sum + (one ?? 0), 0);
}

/** @param steps where they stand now */
export function wireCourse(course: Course, steps: Course["steps"]): Wire {
  const { notes, options } = course;
  return {
    id: course.id,
    project: course.project,
    folder: course.folder,
    state: course.state,
    rehearsal: options.rehearsal,
    options: { ...options, sweep: { ...options.sweep }, permissions: { ...options.permissions } },
    steps: steps.map(({ step, state }) => wireStep(step, state)),
    question: course.state === "question" && course.question !== null ? wireQuestion(course.question) : null,
    secondsLeft: secondsLeft(steps),
    trainingFolder: notes.into,
    plan: notes.plan,
    run: notes.run,
    sweep: notes.sweep,
    recommendation: notes.recommendation,
    installed: notes.installed,
    report: notes.report,
    queued: course.queued,
    position: course.position,
    notBefore: course.notBefore,
    created: course.created,
    changed: course.changed,
    revision: course.revision,
  };
}

export const wireLog = (lines: readonly LogLine[]): Result<"journey/get">["log"] =>
  lines.map(({ at, step, told }) => ({ at, step, told: wireTold(told) }));
