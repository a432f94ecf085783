import { ask, done, ready } from "./ask.js";
import type { FactsOf } from "./course-facts.js";
import type { CourseNotes } from "./course-notes.js";
import type { CourseOptions } from "./course-options.js";
import type { StepState } from "./course-state.js";

type Knows = { notes: CourseNotes; options: CourseOptions };

export function judgeCheck(
  { pictures, measured, trainable, warnings, cause, job }: FactsOf["check"],
  { notes }: Knows,
): StepState {
  if (pictures === 0) return ask("noPictures", "check", ["retry"]);
  if (job?.state === "running")
    return { is: "working", told: { code: "checking", values: { pictures } }, pace: job.pace };
  if (job?.state === "failed") return ask("stepFailed", "check", ["retry"], { cause: job.error });
  // One that was cancelled by hand, or whose pictures changed meanwhile, is begun again.
  if (measured < pictures && job?.state !== "done") return ready("canCheck", null, { pictures });
  if (!trainable && !notes.accepted.includes("notTrainable")) {
    return ask("notTrainable", "check", ["retry", "goOn"], { cause, values: { pictures } });
  }
  return done("checked", { pictures, warnings });
}

export function judgeRename({ files, isArranged }: FactsOf["rename"], { notes }: Knows): StepState {
  if (isArranged) return { is: "skipped", told: { code: "namesStay", values: {} } };
  if (files === 0 || notes.made.includes("rename")) return done("renamed");
  return ready("canRename", "rename", { files });
}

export function judgeArrange(
  { layout, into, there, files, trigger }: FactsOf["arrange"],
  { notes, options }: Knows,
): StepState {
  if (layout !== null) return done("arrangedBefore", { pictures: there });
  if (trigger !== null) return ask("trigger", "arrange", ["give"], { cause: trigger, wants: "text" });
  // What somebody took out of the training folder since stays out.
  if (there > 0 && (files === 0 || notes.made.includes("arrange")))
    return done("arranged", { pictures: there, folder: into });
  return ready(options.move ? "canMove" : "canArrange", "arrange", { files, folder: into });
}

export function judgeTag({ pictures, captions, job }: FactsOf["tag"], { notes }: Knows): StepState {
  if (job?.state === "running")
    return { is: "working", told: { code: "tagging", values: { pictures } }, pace: job.pace };
  if (captions >= pictures) return done("tagged", { captions });
  if (job?.state === "failed") return ask("stepFailed", "tag", ["retry"], { cause: job.error });
  if (job?.state === "done" && !notes.accepted.includes("untagged")) {
    return ask("untagged", "tag", ["retry", "goOn"], { values: { pictures: pictures - captions } });
  }
  if (job?.state === "done") return done("tagged", { captions });
  return ready("canTag", null, { pictures: pictures - captions });
}

export function judgeTrigger({ captions }: FactsOf["trigger"], { notes, options }: Knows): StepState {
  const trigger = options.trigger ?? "";
  if (captions === 0 || notes.made.includes("trigger")) return done("triggered", { trigger });
  return ready("canTrigger", null, { trigger, captions });
}

const SHOWN_TAGS = 12;

export function judgePrune({ captions, tags }: FactsOf["prune"], { notes }: Knows): StepState {
  if (tags.length === 0 || captions === 0 || notes.made.includes("prune")) return done("pruned");
  const shown = tags.slice(0, SHOWN_TAGS).join(", ");
  return ready("canPrune", "prune", { tags: tags.length, captions, shown });
}
