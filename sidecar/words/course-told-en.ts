import { count, number } from "./counts-en.js";
import type { CourseValues as Values } from "./course-values.js";

const pictures = (value: unknown): string => count(Number(value), "picture", "pictures");
const files = (value: unknown): string => count(Number(value), "file", "files");
const captions = (value: unknown): string => count(Number(value), "caption", "captions");

const text = (value: unknown): string => String(value ?? "");

type Sentences<Code extends string> = Record<Code, (values: Values) => string>;
const sentences = <Code extends string>(all: Sentences<Code>): Sentences<Code> => all;

/** What a step did, does or would do. */
export const courseToldEn = sentences({
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
export type ToldCode = keyof typeof courseToldEn;
