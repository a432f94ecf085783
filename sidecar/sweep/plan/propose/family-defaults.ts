import type { SweepSettings } from "../resolved-sweep.js";

/** How pictures of a family are usually drawn. */
export interface FamilyDefaults
  extends Pick<SweepSettings, "width" | "height" | "steps" | "cfg" | "sampler" | "scheduler"> {
  negativePrompt: string;
}

const NEGATIVE = "lowres, bad anatomy, worst quality, low quality";
const eulerA = { steps: 24, cfg: 6, sampler: "Euler a", scheduler: null, negativePrompt: NEGATIVE };
// Families that learn a flow need no negative prompt where they are distilled, and Euler.
const flow = { steps: 24, sampler: "Euler", scheduler: "Simple", negativePrompt: "" };
const portrait = { width: 832, height: 1216 };

const byFamily: Readonly<Record<string, FamilyDefaults>> = {
  sd15: { ...eulerA, width: 512, height: 768 },
  sd2: { ...eulerA, width: 768, height: 768 },
  sdxl: { ...eulerA, ...portrait },
  flux: { ...flow, ...portrait, cfg: 1 },
  sd3: { ...flow, ...portrait, cfg: 4.5, negativePrompt: NEGATIVE },
  chroma: { ...flow, ...portrait, cfg: 4, negativePrompt: NEGATIVE },
  lumina: { ...flow, ...portrait, cfg: 4, negativePrompt: NEGATIVE },
  anima: { ...flow, ...portrait, cfg: 4, negativePrompt: NEGATIVE },
  hunyuan: { ...flow, ...portrait, cfg: 3.5 },
};

const unknown: FamilyDefaults = { ...eulerA, width: 512, height: 768 };

/** By the name of a family; an unknown one is drawn as SD1.5, which asks least of the card. */
export const defaultsOf = (family: string | null): FamilyDefaults => byFamily[family ?? ""] ?? unknown;
