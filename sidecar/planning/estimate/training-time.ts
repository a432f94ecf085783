import type { FamilyName } from "../families.js";
import type { Range } from "./training-memory.js";

/** How long a step took somewhere. */
export interface MeasuredSpeed {
  /** Seconds for a megapixel shown once: a step's seconds ÷ (megapixels × batch size). */
  secondsPerMegapixel: number;
}

/**
 * Seconds for a megapixel shown once, from published runs: seeds, which this machine's own runs replace. The card is not always
 * stated. SD1.5: 60–90 minutes for 7,000 steps at 600 × 900 on a 3080 Ti (the article), 3.4 steps/s at batch 8 of 512² on a
 * 4090 (LyCORIS guidelines). SDXL: 140 minutes for 2,934 steps of batch 6 (OneTrainer#178). FLUX: 700 steps at 512 × 768 in
 * 41 minutes on a 4090. What is not published is scaled by the number of weights.
 */
const published: Readonly<Record<FamilyName, Range>> = {
  sd15: { low: 0.14, high: 1.43 },
  sd2: { low: 0.16, high: 1.6 },
  sdxl: { low: 0.3, high: 2.5 },
  sd3: { low: 2, high: 12 },
  flux: { low: 3, high: 14 },
  chroma: { low: 2.5, high: 11 },
  lumina: { low: 0.8, high: 5 },
  anima: { low: 0.6, high: 4 },
  hunyuan: { low: 5, high: 25 },
};

export interface TimeEstimate {
  secondsPerStep: Range;
  basis: "published" | "runs";
  /** Runs it rests on. */
  runs: number;
}

// Few runs differ by more than they show.
const FEW_RUNS = 3;
const SPREAD_OF_FEW = 0.25;

/**
 * Seconds of one optimizer step.
 * @param megapixels shown in a step: area × batch size × accumulation
 * @param measured finished runs of this machine with the same family
 */
export function trainingTime(family: FamilyName, megapixels: number, measured: readonly MeasuredSpeed[]): TimeEstimate {
  const speeds = measured.map(({ secondsPerMegapixel }) => secondsPerMegapixel);
  if (speeds.length === 0) {
    const { low, high } = published[family];
    return { secondsPerStep: { low: low * megapixels, high: high * megapixels }, basis: "published", runs: 0 };
  }
  const spread = speeds.length < FEW_RUNS ? SPREAD_OF_FEW : 0.05;
  return {
    secondsPerStep: {
      low: Math.min(...speeds) * (1 - spread) * megapixels,
      high: Math.max(...speeds) * (1 + spread) * megapixels,
    },
    basis: "runs",
    runs: speeds.length,
  };
}
