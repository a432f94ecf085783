import { axisCatalogue } from "./axes/axis-catalogue.js";

/** Axes with a greater weight than this lie around the LoRA: for each of their values every LoRA is put in anew. */
export const LORA_WEIGHT = 8;

const fixed: readonly (readonly [id: string, weight: number])[] = [
  ["lora", LORA_WEIGHT],
  // The file stays read while strengths change.
  ["strength", 7.9],
  ["textEncoder", 7.8],
  ["prompt", -5],
  ["negative", -5],
  // Last, so that seeds can share a request.
  ["seed", -7],
];
const weights = new Map([...fixed, ...axisCatalogue.map(({ id, changeWeight }) => [id, changeWeight] as const)]);

/** How dear a change along an axis is. An axis that is there several times has a number at the end of its id: replace2. */
export const changeWeight = (id: string): number => weights.get(id) ?? weights.get(id.replace(/\d+$/, "")) ?? 0;
