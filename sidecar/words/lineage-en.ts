import { count, number, pictures } from "./counts-en.js";
import { lineageReasonsEn } from "./lineage-reasons-en.js";

/** Sentences about where a LoRA came from, about two versions, and about the next one. */
export const lineageEn = {
  button: "Where from …",
  buttonOf: (name: string) => `Where from: ${name}`,
  title: "Where a LoRA came from, and what came of it",
  titleOf: (name: string) => `Where ${name} came from`,
  path: "LoRA file",
  look: "Look",
  reading: "Looking …",
  close: "Close",
  rehearsal: "A rehearsal: nothing was really learnt.",
  matches: {
    content: (run: number) => `Byte for byte a file of run ${number(run)}.`,
    weights: (run: number) => `Its weights are those of a file of run ${number(run)}; only its metadata were changed.`,
    session: (run: number) =>
      `By the number of its training it is of run ${number(run)}; its weights were changed since.`,
    started: (run: number) => `By its name and the time of its training it is probably of run ${number(run)}.`,
  } as Record<string, (run: number) => string>,
  tool: (run: number) => `Made by a tool from a file of run ${number(run)}.`,
  none: "No run here made this file. What follows is only what the file says of itself.",
  merged: (runs: number) => `It was merged from files of ${count(runs, "run", "runs")}.`,
  chain: "The way of this file",
  nodes: {
    pictures: "Pictures",
    captions: "Captions",
    plan: "Plan",
    run: "Training",
    tool: "Tool",
    file: "This file",
    published: "Put into a WebUI",
    sweeps: "Sweeps",
    installed: "In WebUIs",
  },
  goTo: {
    pictures: "Open the pictures",
    captions: "Open the captions",
    plan: "Open the plan",
    run: "Open the run",
    sweep: (name: string) => `Open the sweep ${name}`,
  },
  notRecorded: "not recorded: the run is older than that",
  noPictures: "none",
  picturesNow: (total: number, same: number) =>
    total === same ? `${pictures(total)}, all as they were` : `${pictures(total)}, ${number(same)} as they were`,
  states: {
    same: "as it was",
    changed: "changed since",
    moved: "moved since",
    gone: "gone since",
    uncertain: "changed while it was recorded",
    none: "no caption",
  },
  stateCounts: (state: string, value: number) =>
    ({
      changed: `${number(value)} changed since`,
      moved: `${number(value)} moved since`,
      gone: `${number(value)} gone since`,
      uncertain: `${number(value)} uncertain`,
    })[state] ?? "",
  captionsNow: (total: number, same: number) =>
    total === same
      ? `${count(total, "caption", "captions")}, all as they were`
      : `${count(total, "caption", "captions")}, ${number(same)} as they were`,
  repeats: (value: number, trigger: string | null) =>
    trigger === null ? `${number(value)} × an epoch` : `${number(value)} × an epoch, trigger “${trigger}”`,
  regularisation: "regularisation",
  steps: (value: number) => count(value, "step", "steps"),
  ofSteps: (step: number, steps: number) => `step ${number(step)} of ${number(steps)}`,
  arguments: (value: number) => count(value, "argument", "arguments"),
  version: (value: number) => `version ${number(value)}`,
  versionOf: (value: number, name: string) => `version ${number(value)} of ${name}`,
  trainer: (kind: string, revision: string | null) => (revision === null ? kind : `${kind} ${revision.slice(0, 10)}`),
  dim: (value: number) => `dim ${number(value)}`,
  toolNames: {
    resize: "resized",
    merge: "merged",
    mergeBySvd: "merged by SVD",
    mergeInto: "merged into a checkpoint",
    extract: "extracted",
    check: "checked",
  } as Record<string, string>,
  notSwept: "never swept",
  notInstalled: "in none",
  sweepFacts: (drawn: number, votes: number, likes: number) =>
    [`${pictures(drawn)} of it`, votes > 0 && `${number(likes)} of ${count(votes, "vote", "votes")} for it`]
      .filter(Boolean)
      .join(", "),
  verdicts: {
    noEffect: "no effect",
    undertrained: "undertrained",
    good: "good",
    overtrained: "overtrained",
    broken: "broken",
    unknown: "not enough evidence",
  } as Record<string, string>,
  notScored: "not scored",
  bestAt: (strength: number, band: readonly number[]) =>
    band.length === 2 && band[0] !== band[1]
      ? `best at ${strength}, good from ${band[0]} to ${band[1]}`
      : `best at ${strength}`,
  recommended: (label: string, strength: number) => `It recommends ${label} at ${strength}.`,
  recommendedThis: (strength: number) => `It recommends this file, at ${strength}.`,
  otherFiles: "tried other files of the run",
  gone: "gone",
  here: "this file",
  details: {
    pictures: "Each picture with its caption, as it was trained",
    plan: "What the plan said, and why",
    machine: "Trainer and machine",
    metadata: (value: number) => `What the file says of itself (${number(value)})`,
  },
  more: (value: number) => `and ${number(value)} more`,
  versions: "Versions",
  before: (name: string) => `Made from ${name}`,
  after: (name: string, version: number) => `Next: ${name} (version ${number(version)})`,
  compareWith: (name: string) => `Compare with ${name}`,
  compareFile: "Compare with another file",
  otherPath: "The other LoRA file",
  compare: "Compare",

  versionsTitle: "Two versions beside each other",
  sides: ["First", "Second"],
  comparing: "Comparing …",
  verdict: "Which shows more",
  told: {
    0: (name: string) => `${name} shows more of the traits.`,
    1: (name: string) => `${name} shows more of the traits.`,
  } as Record<number, (name: string) => string>,
  notEnough: "Not enough evidence that one shows more.",
  someTraits: "Together they are not told apart, but some traits are.",
  noPairs: "There are no pictures to compare yet.",
  unscored: "The pictures are not scored yet.",
  traits: "Traits, as difference to the pictures without LoRA",
  trait: "Trait",
  difference: "Second minus first, with its 95 % interval",
  points: (value: number) => `${value > 0 ? "+" : value < 0 ? "−" : "±"}${Math.abs(Math.round(value * 100))}`,
  interval: (low: string, high: string) => `${low} to ${high}`,
  missing: "What a fair comparison lacks",
  drawIt: "Draw both alike …",
  drawNote: "Opens the sweep, filled in: nothing is drawn before you say so. What is drawn already is not drawn again.",
  grids: "Pictures at the same prompt, seed and strength",
  strength: "Strength",
  layouts: { beside: "Side by side", one: "In one place" },
  layout: "How",
  flip: (name: string) => `Shown is ${name}. Show the other (x)`,
  seed: (value: number) => `seed ${value}`,
  pictureOf: (name: string, strength: number, seed: number) => `${name} at ${strength}, seed ${seed}`,
  control: "without LoRA",
  curves: "Curves",
  loss: "Loss",
  learningRate: "Learning rate",
  noCurves: "There are no curves of both.",
  sameRun: "Both are files of one run: captions, plan and curves are the same.",
  noRuns: "What they were made of can be compared only where runs here made both.",

  nextButton: "Make the next version …",
  nextTitle: "The next version",
  planning: "Working it out …",
  nextOf: (name: string, parent: string) => `${name}, made from ${parent}`,
  notes: {
    noSweep:
      "No sweep has tried this version yet, so nothing is known to be changed. Sweep it first, or change the plan yourself.",
    unscored:
      "Its sweep is not scored yet, so nothing is known to be changed. Score it first, or change the plan yourself.",
    nothing: "Its sweep shows nothing to change. The plan is the same under a new name.",
  },
  changes: "Changes of the plan, each with its reason",
  change: (field: string, from: string, to: string) => (from === "" ? `${field}: ${to}` : `${field}: ${from} → ${to}`),
  nameField: "Name of the files",
  commentField: "Comment",
  captionsTitle: "Captions",
  captionsNote: (tags: string, value: number) =>
    `Take ${tags} out of ${count(value, "caption", "captions")}, so that the trigger learns it. The version before keeps its own in its record.`,
  changeCaptions: (value: number) => `Change ${count(value, "caption", "captions")}`,
  captionsChanged: (value: number) =>
    `${count(value, "caption is", "captions are")} changed. The Captions room takes it back by name.`,
  strengths: (text: string) => `Sweep it at ${text}, as the version before: then both can be compared.`,
  openPlan: "Open this plan",
  openPlanNote: "Opens it in the Plan room as a plan of its own. Nothing is trained before you start it.",
  reasonWords: lineageReasonsEn,
};

export type LineageWords = typeof lineageEn;
