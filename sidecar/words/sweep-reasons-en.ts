import { count, number, pictures } from "./counts-en.js";

/** What a sentence is made of. */
export type SweepReasonValues = Readonly<Record<string, string | number>>;

const of = (values: SweepReasonValues, name: string): number => Number(values[name] ?? 0);
const percent = (values: SweepReasonValues, name: string): string => `${Math.round(of(values, name) * 100)} %`;
const points = (values: SweepReasonValues, name: string): string => {
  const value = Math.round(of(values, name) * 100);
  return `${value > 0 ? "+" : value < 0 ? "−" : "±"}${Math.abs(value)} points`;
};
const at = (values: SweepReasonValues): string => (values.at === undefined ? "" : `At ${values.at}: `);

const faults: Readonly<Record<string, string>> = {
  contrast: "the contrast is gone or overdone",
  saturation: "the colours are burnt or gone",
  clipped: "large parts are pure black, white or colour",
  noise: "noise covers the picture",
  edges: "shapes dissolve or splinter",
  entropy: "the tones are crushed",
  blocks: "the picture falls into blocks",
};
const fault = (values: SweepReasonValues): string => faults[String(values.by)] ?? "the pictures fall apart";

/** Why a checkpoint, a strength or the whole sweep is judged as it is, by the reason's code. */
export const sweepReasonsEn = {
  // One strength.
  fewCells: (values: SweepReasonValues) =>
    `Only ${pictures(of(values, "cells"))} at one LoRA and strength; at least ${number(of(values, "needed"))} are needed. Draw more seeds.`,
  collapsed: (values: SweepReasonValues) =>
    `${at(values)}${number(of(values, "cells"))} of ${pictures(of(values, "of"))} fall apart: ${fault(values)}.`,
  someCollapsed: (values: SweepReasonValues) =>
    `${at(values)}${number(of(values, "cells"))} of ${pictures(of(values, "of"))} begin to fall apart: ${fault(values)}.`,
  copies: (values: SweepReasonValues) =>
    `${at(values)}${number(of(values, "cells"))} of ${pictures(of(values, "of"))} are nearly a training picture.`,
  promptLost: (values: SweepReasonValues) =>
    `${at(values)}the prompt is followed ${percent(values, "loss")} less than without LoRA.`,
  sameEverywhere: (values: SweepReasonValues) => `${at(values)}every seed gives nearly the same picture.`,
  nothingToTell: () => "There is nothing by which the LoRA's effect could be told from the control.",
  tookHold: (values: SweepReasonValues) =>
    `The traits are ${percent(values, "way")} of the way to the training pictures (${percent(values, "low")} to ${percent(values, "high")}).`,
  firstSigns: (values: SweepReasonValues) =>
    `First signs: ${percent(values, "way")} of the way to the training pictures (${percent(values, "low")} to ${percent(values, "high")}).`,
  noTraits: (values: SweepReasonValues) =>
    `The traits do not come: ${percent(values, "way")} of the way to the training pictures (at most ${percent(values, "high")}).`,
  wide: (values: SweepReasonValues) =>
    `The pictures differ too much to tell: between ${percent(values, "low")} and ${percent(values, "high")} of the way to the training pictures.`,
  // One checkpoint.
  goodBand: (values: SweepReasonValues) =>
    values.from === values.to ? `Good at ${values.from}.` : `Good from ${values.from} to ${values.to}.`,
  noEffect: () => "It changes nothing that the training pictures have in common.",
  undertrained: (values: SweepReasonValues) => `Undertrained: even at ${values.to} the traits only begin to show.`,
  overtrained: (values: SweepReasonValues) =>
    `Overtrained: from ${values.from} on the pictures suffer before the traits hold.`,
  broken: () => "Broken: the pictures fall apart at every strength.",
  traitsFrom: (values: SweepReasonValues) => `Comes from: ${values.list}.`,
  traitsNever: (values: SweepReasonValues) => `Never comes: ${values.list}.`,
  // The recommendation.
  mostTraits: (values: SweepReasonValues) =>
    `Its traits are ${percent(values, "way")} of the way to the training pictures (${percent(values, "low")} to ${percent(values, "high")}).`,
  promptKept: (values: SweepReasonValues) => `The rest of the prompt: ${points(values, "change")} against the control.`,
  varied: (values: SweepReasonValues) => `Variety over the seeds: ${points(values, "change")} against the control.`,
  plateau: () => "A neighbouring strength is good as well and none fails, so it forgives.",
  peak: () => "A neighbouring strength fails, or none is good: keep close to it.",
  voted: (values: SweepReasonValues) => `Your votes: at least ${percent(values, "share")} liked it (95 % certain).`,
  lowerIsEnough: () => "A stronger one has hardly more traits; the gentler one is enough.",
  // Nothing is recommended.
  noCells: () => "No picture with a LoRA is drawn and scored yet.",
  noControl: () => "The pictures without LoRA are missing: draw them, everything is compared with them.",
  noTraining: () => "No training pictures are known: name their folder, so that there is something to compare with.",
  noTraitsFound: () =>
    "The tagger sees nothing in the training pictures that the base model does not give by itself. Choose a tagger that knows more, or judge by eye and vote.",
  allNamed: (values: SweepReasonValues) =>
    `The prompts name all ${count(of(values, "traits"), "trait", "traits")} themselves, so nothing proves the LoRA. Leave hair, eyes and the like out of a prompt.`,
  noTrigger: () => "No prompt has the trigger word. Draw prompts with it.",
  overlap: (values: SweepReasonValues) =>
    `${pictures(of(values, "cells"))} a strength are too few to tell it from chance. Draw about ${number(of(values, "needed"))}: more seeds or prompts.`,
  allNoEffect: () =>
    "No checkpoint brings the traits at any strength: train longer, or look whether it is the right base model.",
  allWeak: (values: SweepReasonValues) =>
    `The traits only begin to show, up to ${values.to}. Draw higher strengths, or train longer.`,
  allStrong: (values: SweepReasonValues) =>
    `The pictures suffer before the traits hold. Draw strengths below ${values.from} and earlier checkpoints.`,
  strongFromTheStart: (values: SweepReasonValues) =>
    `The pictures suffer before the traits hold, even at ${values.from}: no gentler strength is of use. Draw earlier checkpoints, or train fewer steps.`,
  // Weak traits and the next plan.
  captionsCarryIt: (values: SweepReasonValues) =>
    `${number(of(values, "captions"))} of the ${pictures(of(values, "pictures"))} that show it name it in the caption, so that word carries it and not the trigger.`,
  fewPictures: (values: SweepReasonValues) =>
    `Only ${number(of(values, "pictures"))} of ${pictures(of(values, "of"))} show it.`,
  learnsLate: () => "Set and captions look right for it: it may come with more steps.",
  moreSteps: (values: SweepReasonValues) => `The traits were not there yet after ${number(of(values, "steps"))} steps.`,
  fewerSteps: (values: SweepReasonValues) => `It was overtrained at ${number(of(values, "steps"))} steps already.`,
  stopEarlier: (values: SweepReasonValues) =>
    `It was good at ${number(of(values, "good"))} steps and overtrained at ${number(of(values, "bad"))}.`,
  needsStrength: (values: SweepReasonValues) =>
    `It takes a strength of ${values.strength}: a little more training makes 1 enough.`,
  pruneTag: (values: SweepReasonValues) => `Take “${values.tag}” out of the captions: then the trigger learns it.`,
  moreRepeats: (values: SweepReasonValues) =>
    `Show the ${pictures(of(values, "pictures"))} with “${values.tag}” more often.`,
  repeatsRaised: (values: SweepReasonValues) =>
    `“${values.tag}” is on ${number(of(values, "pictures"))} of the ${pictures(of(values, "of"))} in “${values.folder}”: shown ${values.to} times an epoch instead of ${values.from}.`,
  repeatsInName: (values: SweepReasonValues) =>
    `“${values.tag}” is on ${number(of(values, "pictures"))} of the ${pictures(of(values, "of"))} in “${values.folder}”. Its name holds its repeats: begin it with ${values.to}_ instead of ${values.from}_.`,
  repeatsShared: (values: SweepReasonValues) =>
    `The ${pictures(of(values, "pictures"))} with “${values.tag}” lie in folders with others and have their repeats. Put them into a folder of their own to show them more often.`,
  pruneCommand: (values: SweepReasonValues) =>
    `The captions are not changed by this. To take the tags out: captions remove "${values.folder}" --tags "${values.tags}" --recursive`,
};

export type SweepReasonWords = typeof sweepReasonsEn;
export type SweepReasonName = keyof SweepReasonWords;
