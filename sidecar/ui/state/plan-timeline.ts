import type { PlanArguments, PlanSteps } from "../../../protocol/generated/methods.js";

// A label takes about this many pixels, a bare line fewer.
const LABEL_PIXELS = 44;
const LINE_PIXELS = 5;
const MOST_SAMPLES = 200;

/** The least of 1, 2, 5, 10 … that leaves room. */
function everyNth(total: number, width: number, pixels: number): number {
  for (let power = 1; ; power *= 10) {
    for (const factor of [1, 2, 5]) if ((total / (factor * power)) * pixels <= width) return factor * power;
  }
}

/** Where epochs end; some are named, and of very many only some are drawn. */
export function epochTicks({ epochs, perEpoch, exact }: PlanSteps, width: number) {
  if (perEpoch === 0 || epochs === 0) return [];
  const drawn = everyNth(epochs, width, LINE_PIXELS);
  const named = everyNth(epochs, width, LABEL_PIXELS);
  const ticks: { step: number; label: string | null }[] = [];
  for (let epoch = drawn; epoch <= epochs; epoch += drawn) {
    const step = epoch * perEpoch;
    if (step <= exact) ticks.push({ step, label: epoch % named === 0 ? String(epoch) : null });
  }
  return ticks;
}

/** Steps that are written below the line: round ones, the first and the last. */
export function stepTicks(exact: number, width: number): number[] {
  const every = everyNth(exact, width, 2 * LABEL_PIXELS);
  const round: number[] = [];
  for (let step = 0; step < exact - every / 2; step += every) round.push(step);
  return [...round, exact];
}

/** Steps at which sample pictures are drawn; none without prompts. */
export function samplePoints(told: PlanArguments, prompts: string | null, { exact, perEpoch }: PlanSteps): number[] {
  const numberOf = (name: string): number => (typeof told[name] === "number" ? told[name] : 0);
  const byEpoch = numberOf("sample_every_n_epochs");
  const every = byEpoch > 0 ? byEpoch * perEpoch : numberOf("sample_every_n_steps");
  if (prompts === null || prompts.trim() === "" || every < 1) return [];
  const points: number[] = told.sample_at_first === true ? [0] : [];
  for (let step = every; step <= exact && points.length < MOST_SAMPLES; step += every) points.push(step);
  return points;
}
