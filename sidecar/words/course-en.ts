import { count, number } from "./counts-en.js";

type Values = Readonly<Record<string, string | number>>;

const pictures = (value: unknown): string => count(Number(value), "picture", "pictures");
const files = (value: unknown): string => count(Number(value), "file", "files");
const captions = (value: unknown): string => count(Number(value), "caption", "captions");

const hours = (seconds: number): string =>
  seconds < 5400
    ? `${number(Math.max(1, Math.round(seconds / 60)))} min`
    : `${number(Math.round(seconds / 360) / 10)} h`;
const text = (value: unknown): string => String(value ?? "");

type Sentences<Code extends string> = Record<Code, (values: Values) => string>;
const sentences = <Code extends string>(all: Sentences<Code>): Sentences<Code> => all;

/** What a step did, does or would do. */
const told = sentences({
  checking: ({ pictures: all }: Values) => `Measures ${pictures(all)}.`,
  canCheck: ({ pictures: all }: Values) => `Measures ${pictures(all)} and looks for what would hurt training.`,
  checked: ({ pictures: all, warnings }: Values) =>
    Number(warnings) === 0
      ? `${pictures(all)}, nothing found.`
      : `${pictures(all)}, ${count(Number(warnings), "warning", "warnings")}.`,
  canRename: ({ files: all }: Values) => `Gives ${files(all)} serial names; Undo brings the old ones back.`,
  renamed: () => "The pictures have serial names.",
  namesStay: () => "The folder is laid out for the trainer already: its names stay.",
  canArrange: ({ folder }: Values) => `Copies the pictures to ${text(folder)}; the originals stay.`,
  canMove: ({ folder }: Values) => `Moves the pictures to ${text(folder)}; Undo brings them back.`,
  arranged: ({ pictures: all, folder }: Values) => `${pictures(all)} in ${text(folder)}.`,
  arrangedBefore: ({ pictures: all }: Values) => `${pictures(all)} lay as the trainer wants them.`,
  canTag: ({ pictures: all }: Values) => `Tags ${pictures(all)} that have no caption.`,
  tagging: ({ pictures: all }: Values) => `Tags ${pictures(all)}.`,
  tagged: ({ captions: all }: Values) => `${captions(all)}.`,
  canTrigger: ({ trigger, captions: all }: Values) => `Puts ${text(trigger)} first in ${captions(all)}.`,
  triggered: ({ trigger }: Values) => `${text(trigger)} stands first in every caption.`,
  canPrune: ({ tags, captions: all, shown }: Values) =>
    `Takes ${count(Number(tags), "tag", "tags")} out of up to ${captions(all)}, so that the trigger word carries them: ${text(shown)}.`,
  pruned: () => "What the trigger word is to carry is not in the captions.",
  canPlan: ({ steps }: Values) =>
    steps === undefined
      ? "Proposes a plan, each number with its reason."
      : `Plans about ${number(Number(steps))} steps, each number with its reason.`,
  planned: ({ steps, epochs }: Values) =>
    `${number(Number(steps))} steps in ${count(Number(epochs), "epoch", "epochs")}.`,
  canTrain: ({ steps }: Values) => `Trains ${number(Number(steps))} steps.`,
  canTrainAgain: ({ run }: Values) => `Trains again after run ${text(run)}.`,
  training: ({ run }: Values) => `Run ${text(run)} trains.`,
  trainingWaits: ({ run }: Values) => `Run ${text(run)} waits in the queue.`,
  trainingAt: ({ run, time }: Values) => `Run ${text(run)} waits until ${text(time)}.`,
  trained: ({ run, files: all }: Values) => `Run ${text(run)}: ${files(all)}, proven whole.`,
  trainedInPart: ({ run, files: all }: Values) => `Run ${text(run)} was stopped; ${files(all)} go into the sweep.`,
  canSweep: ({ pictures: all, files: loras }: Values) =>
    all === undefined
      ? "Draws a sweep of the files."
      : `Draws ${pictures(all)} with ${files(loras)}, at several strengths and without a LoRA.`,
  canDrawOn: ({ sweep }: Values) => `Goes on with sweep ${text(sweep)}.`,
  drawing: ({ sweep }: Values) => `Sweep ${text(sweep)} is drawn.`,
  canScore: ({ sweep }: Values) => `Looks at the pictures of sweep ${text(sweep)}.`,
  scoring: ({ sweep }: Values) => `The pictures of sweep ${text(sweep)} are looked at.`,
  drawn: ({ sweep, pictures: all }: Values) =>
    `Sweep ${text(sweep)}: ${pictures(all)}, compared with the pictures without a LoRA.`,
  recommended: ({ label, strength }: Values) => `${text(label)} at ${text(strength)}.`,
  installed: ({ label, strength }: Values) => `${text(label)} at ${text(strength)}, among the WebUI's files.`,
  canInstall: ({ label, strength }: Values) =>
    `Puts ${text(label)} (strength ${text(strength)}) among the WebUI's LoRA files.`,
  canDrawMore: () => "Draws further seeds.",
  noRecommendation: () => "No recommendation: the evidence is not enough.",
  canReport: () => "Writes the report.",
  reported: ({ path }: Values) => `${text(path)}`,
  leftOut: () => "Left out.",
  asked: () => "Asks.",
  answered: ({ answer }: Values) => `Answered: ${text(answer)}.`,
  stopped: () => "Stopped.",
  begun: () => "Begun.",
});
export type ToldCode = keyof typeof told;

const decisions = {
  rename: "rename the pictures",
  arrange: "arrange them for the trainer",
  prune: "take proposed tags out",
  plan: "take the proposed plan",
  train: "start the training",
  sweep: "draw the sweep",
  install: "put the recommended file among the WebUI's",
};

const decided = (code: unknown): string => Object.entries(decisions).find(([name]) => name === code)?.[1] ?? "go on";

interface QuestionWords {
  ask(values: Values): string;
  why(values: Values): string;
}

const asked = <Code extends string>(all: Record<Code, QuestionWords>): Record<Code, QuestionWords> => all;

/** What is asked, and why. */
const questions = asked({
  noPictures: { ask: () => "Where are the pictures?", why: () => "There is no picture in this folder." },
  notTrainable: {
    ask: () => "Train on these pictures all the same?",
    why: () => "The check says that this set cannot be trained well.",
  },
  trigger: { ask: () => "Which trigger word?", why: () => "The folder's name cannot be one." },
  untagged: {
    ask: ({ pictures: all }: Values) => `Go on with ${pictures(all)} that have no caption?`,
    why: () => "They could not be tagged.",
  },
  baseModel: {
    ask: () => "Which base model is trained on?",
    why: () => "The plan needs the file of the checkpoint that the LoRA is for.",
  },
  planProblem: { ask: () => "Will you mend the plan?", why: () => "As it is it cannot be trained." },
  noTrainer: { ask: () => "Where is the trainer?", why: () => "No sd-scripts was found that works." },
  notReady: { ask: () => "Will you mend this?", why: () => "The look before the start says that it would fail." },
  runFailed: {
    ask: ({ run }: Values) => `Run ${text(run)} failed. Try again?`,
    why: () => "The trainer ended before its last file was whole.",
  },
  runStopped: {
    ask: ({ run }: Values) => `Run ${text(run)} was stopped. How does it go on?`,
    why: () => "Somebody stopped the training.",
  },
  noWebui: {
    ask: () => "Which WebUI draws?",
    why: () => "A sweep is drawn by your WebUI, and none answers. It goes on by itself when one does.",
  },
  sweepProblem: { ask: () => "Will you mend this?", why: () => "The sweep cannot be drawn as it is." },
  sweepStands: {
    ask: ({ sweep }: Values) => `Sweep ${text(sweep)} stands still. Go on?`,
    why: () => "Nothing is drawn any more.",
  },
  sweepCancelled: {
    ask: ({ sweep }: Values) => `Sweep ${text(sweep)} was cancelled. Draw it anew?`,
    why: () => "Without pictures there is no recommendation.",
  },
  notEnough: { ask: () => "Draw more, or end without a recommendation?", why: () => "The evidence is not enough." },
  stepFailed: { ask: () => "Try again?", why: () => "This step could not be done." },
  may: { ask: ({ decision }) => `May it ${decided(decision)}?`, why: () => "You wanted to be asked." },
});
export type QuestionCode = keyof typeof questions;

interface AnswerWords {
  label: string;
  /** What comes of it. */
  outcome: string;
}

const retry: AnswerWords = {
  label: "Try again",
  outcome: "It is looked at again, and goes on where nothing stands in the way.",
};
const stop: AnswerWords = {
  label: "Stop the course",
  outcome: "Nothing more is done; what is done stays, and it can go on later.",
};

/** Answers, by their key. */
const answers = {
  retry,
  stop,
  goOn: { label: "Go on all the same", outcome: "The doubt is written into the log." },
  yes: { label: "Yes", outcome: "It is done now." },
  no: { label: "No, leave it out", outcome: "The course goes on without it." },
  give: { label: "Use this", outcome: "It goes on with it." },
  again: { label: "Again from the start", outcome: "It is started once more; what is there stays." },
  resume: { label: "Go on where it was", outcome: "What is done is not done again." },
  use: { label: "Use what is saved", outcome: "The files that are whole go into the sweep." },
  more: { label: "Draw more", outcome: "Three more seeds of every cell are drawn, and it is judged again." },
} satisfies Record<string, AnswerWords>;

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
  decisions,
  told,
  questions,
  answers,
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
