import { ask, done, ready } from "./ask.js";
import type { FactsOf } from "./course-facts.js";
import type { CourseNotes } from "./course-notes.js";
import type { CourseOptions } from "./course-options.js";
import type { AnswerKey, StepState } from "./course-state.js";

type Knows = { notes: CourseNotes; options: CourseOptions };

export function judgePlan({ steps, epochs, noModel, models, cause }: FactsOf["plan"], { options }: Knows): StepState {
  if (noModel && !options.rehearsal) {
    return ask("baseModel", "plan", ["give"], { wants: "file", choices: models });
  }
  if (cause !== null) return ask("planProblem", "plan", ["retry"], { cause });
  if (steps === null) return ready("canPlan", "plan", options.steps === null ? {} : { steps: options.steps });
  return done("planned", { steps, epochs });
}

export function judgeTrain({ run, before }: FactsOf["train"], { notes }: Knows): StepState {
  if (run === null) {
    if (before?.noTrainer) return ask("noTrainer", "train", ["retry"], { cause: before.cause, watched: true });
    if (before && !before.ready) return ask("notReady", "train", ["retry"], { cause: before.cause });
    return ready("canTrain", "train", { steps: before?.steps ?? 0 });
  }
  const { id, state, pace, files, resumable, cause, notBefore } = run;
  switch (state) {
    case "queued":
      return {
        is: "working",
        told:
          notBefore === null
            ? { code: "trainingWaits", values: { run: id } }
            : { code: "trainingAt", values: { run: id, time: notBefore } },
        pace,
      };
    case "running":
      return { is: "working", told: { code: "training", values: { run: id } }, pace };
    case "succeeded":
      return done("trained", { run: id, files });
    default: {
      if (notes.again !== null) return ready("canTrainAgain", null, { run: id });
      if (files > 0 && notes.accepted.includes("runStopped")) return done("trainedInPart", { run: id, files });
      const answers: AnswerKey[] = [
        ...(resumable ? (["resume"] as const) : []),
        "again",
        ...(files > 0 ? (["use"] as const) : []),
      ];
      const stopped = state === "stopped";
      return ask(stopped ? "runStopped" : "runFailed", "train", answers, { cause, values: { run: id, files } });
    }
  }
}

export function judgeSweep({ sweep, before }: FactsOf["sweep"], { notes }: Knows): StepState {
  if (sweep === null) {
    if (before?.noWebui) return ask("noWebui", "sweep", ["retry"], { cause: before.cause, watched: true });
    if (before && !before.ready) return ask("sweepProblem", "sweep", ["retry"], { cause: before.cause });
    return ready("canSweep", "sweep", before?.values ?? {});
  }
  const { id, state, pace, cause, scored } = sweep;
  switch (state) {
    case "drawing":
      return { is: "working", told: { code: "drawing", values: { sweep: id } }, pace };
    case "done":
      if (scored === "now") return { is: "working", told: { code: "scoring", values: { sweep: id } }, pace };
      return scored === "yes"
        ? done("drawn", { sweep: id, pictures: pace.of ?? 0 })
        : ready("canScore", null, { sweep: id });
    case "cancelled":
      return notes.again === null
        ? ask("sweepCancelled", "sweep", ["again"], { values: { sweep: id } })
        : ready("canSweep", null);
    default:
      return notes.again === null
        ? ask("sweepStands", "sweep", ["resume"], { cause, values: { sweep: id }, watched: cause !== null })
        : ready("canDrawOn", null, { sweep: id });
  }
}

// Each time as many seeds as at first; more would cost a night and tell little.
const MOST_MORE = 3;

export function judgeRecommend(
  { found, cause, installed }: FactsOf["recommend"],
  { notes, options }: Knows,
): StepState {
  if (found === null) {
    const isAccepted = options.acceptNoVerdict || notes.accepted.includes("notEnough");
    if (notes.again === "retry") return ready("canDrawMore", null);
    if (isAccepted) return done("noRecommendation");
    return ask("notEnough", "recommend", [...(notes.more < MOST_MORE ? (["more"] as const) : []), "goOn"], { cause });
  }
  const { label, strength } = found;
  if (installed || options.permissions.install === "no" || notes.skipped.includes("recommend")) {
    return done(installed ? "installed" : "recommended", { label, strength });
  }
  return ready("canInstall", "install", { label, strength });
}

export const judgeReport = ({ path }: FactsOf["report"]): StepState =>
  path === null ? ready("canReport", null) : done("reported", { path });
