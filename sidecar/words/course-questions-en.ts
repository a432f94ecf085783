import { count } from "./counts-en.js";
import type { CourseValues as Values } from "./course-values.js";

const pictures = (value: unknown): string => count(Number(value), "picture", "pictures");
const text = (value: unknown): string => String(value ?? "");

export const courseDecisionsEn = {
  rename: "rename the pictures",
  arrange: "arrange them for the trainer",
  prune: "take proposed tags out",
  plan: "take the proposed plan",
  train: "start the training",
  sweep: "draw the sweep",
  install: "put the recommended file among the WebUI's",
};

const decided = (code: unknown): string =>
  Object.entries(courseDecisionsEn).find(([name]) => name === code)?.[1] ?? "go on";

interface QuestionWords {
  ask(values: Values): string;
  why(values: Values): string;
}

const asked = <Code extends string>(all: Record<Code, QuestionWords>): Record<Code, QuestionWords> => all;

/** What is asked, and why. */
export const courseQuestionsEn = asked({
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
export type QuestionCode = keyof typeof courseQuestionsEn;

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
export const courseAnswersEn = {
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
