import type { Reason } from "./choice.js";
import type { Situation } from "./situation.js";

/** Steps at batch size 1 that guides name for this set, with the reason. */
interface Recommended {
  steps: number;
  reason: Pick<Reason, "reason" | "source">;
}

const within = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, Math.round(value)));

const patient: Readonly<Record<Situation["patience"], number>> = { quick: 0.7, usual: 1, thorough: 1.4 };

// The article's figure, in the middle of its 5,000 to 8,000.
const ADAFACTOR_STEPS = 7000;

/**
 * How many steps a set takes: a character 120 a picture within 1,500–3,500, an outfit or object 475·√n within 2,000–12,000, a
 * style 50 a picture within 1,000–3,000 (LoRA Dataset Studio, `recommended_steps`); with Adafactor's own rates 7,000 (the
 * article, which calls 5,000–8,000 right).
 * @param ownRates Adafactor with relative steps
 */
export function recommendedSteps({ concept, images, patience }: Situation, ownRates: boolean): Recommended {
  const factor = patient[patience];
  if (ownRates) {
    return {
      steps: within(ADAFACTOR_STEPS * factor, 5000, 8000),
      reason: { reason: "stepsAdafactor", source: "article" },
    };
  }
  if (concept === "character") {
    const steps = within(120 * images * factor, 1500, 3500);
    return { steps, reason: { reason: "stepsCharacter", source: "datasetStudio" } };
  }
  if (concept === "style") {
    const steps = within(50 * images * factor, 1000, 3000);
    return { steps, reason: { reason: "stepsStyle", source: "datasetStudio" } };
  }
  const steps = within(475 * Math.sqrt(images) * factor, 2000, 12_000);
  return { steps, reason: { reason: "stepsConcept", source: "datasetStudio" } };
}

// Showings an epoch that two notebooks aim at: about 100 with SDXL, 200–400 with SD1.5 (kohya-colab).
const SHOWINGS_XL = 100;
const SHOWINGS = 200;
// The article's repeats; more only make epochs long.
const MOST_REPEATS = 10;

/** Repeats for a folder whose name has none. */
export function usualRepeats(family: Situation["family"], pictures: number): number {
  const showings = family === "sd15" || family === "sd2" ? SHOWINGS : SHOWINGS_XL;
  return Math.min(MOST_REPEATS, Math.max(1, Math.round(showings / Math.max(1, pictures))));
}
