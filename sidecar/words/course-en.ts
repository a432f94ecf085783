import { count, number } from "./counts-en.js";
import { courseAnswersEn, courseDecisionsEn, courseQuestionsEn } from "./course-questions-en.js";
import { courseToldEn } from "./course-told-en.js";

const pictures = (value: unknown): string => count(Number(value), "picture", "pictures");

const hours = (seconds: number): string =>
  seconds < 5400
    ? `${number(Math.max(1, Math.round(seconds / 60)))} min`
    : `${number(Math.round(seconds / 360) / 10)} h`;

/** The course: a folder's way to a recommended LoRA, unattended. */
export const courseEn = {
  steps: {
    check: "Check",
    rename: "Rename",
    arrange: "Arrange",
    tag: "Tag",
    trigger: "Trigger first",
    prune: "Prune",
    plan: "Plan",
    train: "Train",
    sweep: "Sweep",
    recommend: "Recommend",
    report: "Report",
  },
  decisions: courseDecisionsEn,
  told: courseToldEn,
  questions: courseQuestionsEn,
  answers: courseAnswersEn,
  title: "The rest of the way",
  begin: "Do the rest …",
  beginNow: "Do the rest",
  beginQueued: "Into tonight's queue",
  stop: "Stop",
  resume: "Go on",
  wait: "Close",
  rehearsal: "rehearsal",
  aloneTitle: "What it does alone",
  alone:
    "Alone, what you tick; the rest is asked about first, and nothing is put among the WebUI's files unless it is ticked:",
  trigger: "Trigger word",
  baseModel: "Base model (file of the checkpoint)",
  trainSteps: "Steps to train",
  concept: "What is taught",
  concepts: { character: "a character", outfit: "an outfit", style: "a style", object: "an object" },
  rehearse: "Rehearse it: stand-ins for trainer and WebUI",
  at: "Not before (tonight at …)",
  cost: ({
    pictures: all,
    steps,
    low,
    high,
  }: {
    pictures: number;
    steps: number | null;
    low: number | null;
    high: number | null;
  }) =>
    [
      pictures(all),
      steps === null ? null : `about ${number(steps)} steps`,
      low === null || high === null
        ? "how long the training takes is not known here"
        : `${hours(low)} to ${hours(high)} of training`,
    ]
      .filter(Boolean)
      .join(" · "),
  costUnknown: "What it will cost is being worked out …",
  states: {
    unknown: "not yet",
    done: "done",
    skipped: "left out",
    ready: "next",
    working: "now",
    question: "asks",
  },
  state: {
    waiting: "Waits for its turn.",
    going: "Goes on by itself.",
    question: "Needs you.",
    stopped: "Stopped.",
    done: "Done.",
  },
  startsAt: (time: string) => `Begins at ${time}.`,
  part: (done: number, of: number) => `${number(done)} of ${number(of)}`,
  usedBefore: "Used before",
  answerText: "Your answer",
  log: "What it did",
  open: { plan: "The plan", run: "The run", sweep: "The sweep" },
  recommends: "Recommended",
  none: "No recommendation: the evidence is not enough.",
  notice: (folder: string, what: string) => `${folder}: ${what}`,
};
export type CourseWords = typeof courseEn;
