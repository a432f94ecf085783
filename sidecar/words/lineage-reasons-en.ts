import { count, number, pictures } from "./counts-en.js";

/** What a sentence is made of. */
export type LineageReasonValues = Readonly<Record<string, string | number>>;

const of = (values: LineageReasonValues, name: string): number => Number(values[name] ?? 0);
const points = (values: LineageReasonValues, name: string): string => {
  const value = Math.round(of(values, name) * 100);
  return `${value > 0 ? "+" : value < 0 ? "−" : "±"}${Math.abs(value)}`;
};
const side = (values: LineageReasonValues): string => (values.side === 1 ? "The first" : "The second");
const pairs = (value: number): string => count(value, "prompt and seed", "prompts and seeds");

/** What was found of versions of a LoRA, by the reason's code. */
export const lineageReasonsEn = {
  // Which of two shows more.
  moreTraits: (values: LineageReasonValues) =>
    `${side(values)} shows more of the traits: second minus first ${points(values, "mean")} points (${points(values, "low")} to ${points(values, "high")}, over ${pairs(of(values, "pairs"))}).`,
  notApart: (values: LineageReasonValues) =>
    `Not enough evidence that one shows more: second minus first ${points(values, "mean")} points, but it may be anything from ${points(values, "low")} to ${points(values, "high")} (over ${pairs(of(values, "pairs"))}).`,
  fewPairs: (values: LineageReasonValues) =>
    `Not enough evidence: both were scored at ${pairs(of(values, "pairs"))}, and at least ${number(of(values, "needed"))} are needed.`,
  nothingToCompareBy: () =>
    "Not enough evidence: there is nothing in these pictures by which the traits could be told, such as training pictures or a prompt with the trigger.",
  followsPrompt: (values: LineageReasonValues) =>
    `${side(values)} keeps more of the rest of the prompt: ${Math.round(of(values, "change") * 100)} points.`,
  fallsApart: (values: LineageReasonValues) =>
    `${pictures(of(values, "pictures"))} of ${values.side === 1 ? "the first" : "the second"} fall apart.`,
  otherTaggers: () =>
    "Their sweeps were scored with different taggers, whose numbers cannot be compared: score both with the same.",
  notScored: (values: LineageReasonValues) => `The pictures are not scored yet: score sweep ${values.sweeps}.`,
  // What is missing for a fair comparison.
  noneDrawn: () => "Neither has been drawn yet.",
  oneDrawn: (values: LineageReasonValues) => `${side(values)} has not been drawn yet.`,
  noneTogether: () =>
    "Both were drawn, but never with the same prompt, seed, strength and settings: what differs may come from those.",
  fewTogether: (values: LineageReasonValues) =>
    `Both were drawn alike at ${pairs(of(values, "pairs"))} only; at least ${number(of(values, "needed"))} are needed.`,
  // The next version.
  newName: (values: LineageReasonValues) =>
    `Its files get a name of their own, so that nothing of “${values.name}” is written over.`,
  knowsParent: (values: LineageReasonValues) =>
    `So the new run, and its files, say that they are version ${values.version} of “${values.name}”.`,
};

export type LineageReasonWords = typeof lineageReasonsEn;
export type LineageReasonName = keyof LineageReasonWords;
