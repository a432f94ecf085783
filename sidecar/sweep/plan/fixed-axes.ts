import { basename, parse } from "node:path";
import type { AxisPoint } from "./axes/axis-point.js";
import { type PlannedAxis, plainPoint } from "./planned-axis.js";
import { type OwnNames, placeLora } from "./prompts/lora-place.js";
import type { SweepFacts, SweepSettings } from "./resolved-sweep.js";
import { type NumberValue, numberRules, readNumbers } from "./values/read-numbers.js";
import type { Reading } from "./values/value-mistake.js";

export const LARGEST_SEED = 2 ** 32 - 1;
const LABEL_LETTERS = 80;

/** Strengths: negative ones too; a range without a step is looked at in quarters. */
export const strengthRules = numberRules({ minimum: -10, maximum: 10, largestStep: "0.25" });
export const seedRules = numberRules({ whole: true, minimum: -1, maximum: LARGEST_SEED, repeatable: ["-1"] });

/** Names that a prompt may use for the LoRA that is swept. */
export function ownNames({ loras }: SweepSettings, { candidates }: Pick<SweepFacts, "candidates">): OwnNames {
  const outputs = candidates.filter(({ path }) => loras.includes(path)).map(({ outputName }) => outputName ?? "");
  const names = [...loras.map((path) => parse(path).name), ...outputs];
  return new Set(names.filter((name) => name !== ""));
}

export function loraAxis({ loras }: SweepSettings, { candidates }: SweepFacts): PlannedAxis {
  const known = new Map(candidates.map((candidate) => [candidate.path, candidate]));
  const paths = [...new Set(loras)];
  const points = paths.map((path) => plainPoint(basename(path), known.get(path)?.label ?? parse(path).name));
  return { id: "lora", title: "LoRA", points, paths };
}

const numberPoint = ({ text, skip }: NumberValue): AxisPoint => plainPoint(text, text, skip);

/** The control first; a 0 in the list is the control. */
export function strengthAxis(written: string): { axis: PlannedAxis; mistakes: Reading<never>["mistakes"] } {
  const { values, mistakes } = readNumbers(written, strengthRules);
  const points = [plainPoint("0", "0"), ...values.filter(({ text }) => text !== "0").map(numberPoint)];
  return { axis: { id: "strength", title: "LoRA strength", points }, mistakes };
}

export function textEncoderAxis(written: string): { axis: PlannedAxis; mistakes: Reading<never>["mistakes"] } {
  const { values, mistakes } = readNumbers(written, strengthRules);
  const points = values.map(numberPoint);
  return { axis: { id: "textEncoder", title: "Text encoder strength", points }, mistakes };
}

const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > LABEL_LETTERS ? `${line.slice(0, LABEL_LETTERS - 1)}…` : line;
};

export function promptAxis({ prompts }: SweepSettings, names: OwnNames): PlannedAxis {
  const points = prompts.map((prompt): AxisPoint => {
    const { before, after } = placeLora(prompt, names);
    return {
      ...plainPoint(prompt, shortened(before + after) || "–"),
      change: (request) => ({ ...request, promptBefore: before, promptAfter: after }),
    };
  });
  return { id: "prompt", title: "Prompt", points };
}

export function negativeAxis({ negativePrompts }: SweepSettings): PlannedAxis {
  const points = negativePrompts.map(
    (negativePrompt): AxisPoint => ({
      ...plainPoint(negativePrompt, shortened(negativePrompt) || "–"),
      change: (request) => ({ ...request, negativePrompt }),
    }),
  );
  return { id: "negative", title: "Negative prompt", points };
}

/** Seeds with each -1 replaced; the numbers that came in its place are told in `random` by their index. */
export function seedAxis(
  written: string,
  nextRandom: () => number,
): { axis: PlannedAxis; random: ReadonlySet<number>; mistakes: Reading<never>["mistakes"] } {
  const { values, mistakes } = readNumbers(written, seedRules);
  const random = new Set<number>();
  const points = values.map(({ text, skip }, index) => {
    if (text !== "-1") return numberPoint({ text, skip });
    random.add(index);
    return numberPoint({ text: String(nextRandom()), skip });
  });
  return { axis: { id: "seed", title: "Seed", points }, random, mistakes };
}
