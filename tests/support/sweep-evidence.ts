import type {
  PictureEvidence,
  PixelStatistics,
  ScoredCell,
  SweepEvidence,
} from "../../sidecar/sweep/scores/evidence.js";
import { linesOf } from "../../sidecar/sweep/scores/near-copies.js";
import { randomNumbers, scattered } from "./random-numbers.js";

/** How a made-up LoRA acts: the share of the way to the training pictures at strength 1, and what goes wrong from where. */
export interface MadeUpLora {
  /** Effect at strength 1; the traits follow it up to 1. */
  power: number;
  /** Effect (power × strength) from which pictures melt. */
  meltsFrom?: number;
  /** Effect from which each picture is a training picture. */
  copiesFrom?: number;
}

export interface MadeUpSweep {
  loras: readonly MadeUpLora[];
  /** Without the control. */
  strengths: readonly number[];
  seeds: number;
  prompts?: readonly string[];
  /** Scatter of every tag's probability. */
  noise?: number;
  seed: number;
}

const traits: Record<string, { trained: number; control: number; from: number }> = {
  "green eyes": { trained: 0.9, control: 0.06, from: 0 },
  "blonde hair": { trained: 0.92, control: 0.1, from: 0.2 },
  twintails: { trained: 0.8, control: 0.05, from: 0.3 },
  ahoge: { trained: 0.7, control: 0.05, from: 0.4 },
};
const others: Record<string, number> = {
  solo: 0.95,
  "1girl": 0.97,
  "upper body": 0.6,
  smile: 0.5,
  "simple background": 0.5,
};
const madeUpTags: ReadonlySet<string> = new Set([...Object.keys(traits), ...Object.keys(others), "blurry"]);

const { sin, floor, min, max } = Math;
const within = (value: number): number => max(0, min(0.999, value));

/** Evidence of a sweep whose truth is known; nothing is drawn. */
export function madeUpEvidence(sweep: MadeUpSweep): SweepEvidence {
  const { loras, strengths, seeds, noise = 0.08, prompts = ["1girl, solo, okara, upper body, smile"] } = sweep;
  const random = randomNumbers(sweep.seed);
  const scatter = (size: number): number => size * scattered(random);
  const statistics = (melt: number): PixelStatistics => ({
    mean: [0.5, 0.5, 0.5],
    contrast: 0.22 + scatter(0.02) + 0.1 * melt,
    saturation: 0.2 + scatter(0.03) + 0.4 * melt,
    clipped: 0.02 + Math.abs(scatter(0.01)) + 0.4 * melt,
    noise: 0.02 + Math.abs(scatter(0.005)) + 0.3 * melt,
    edges: 0.03 + Math.abs(scatter(0.004)) + 0.1 * melt,
    entropy: 7 + scatter(0.2),
    blocks: 1.1 + Math.abs(scatter(0.1)),
  });
  const thumb = (): Uint8Array => {
    const waves = Array.from({ length: 6 }, () => [random() * 3, random() * 3, random() * 6, random()]);
    return Uint8Array.from({ length: 24 * 24 * 3 }, (_, at) => {
      const [x, y] = [(floor(at / 3) % 24) / 24, floor(at / 72) / 24];
      let value = 128;
      for (const [a = 0, b = 0, c = 0, size = 0] of waves) value += 60 * size * sin(6 * (a * x + b * y) + c + (at % 3));
      return within(value / 255) * 255;
    });
  };
  const tags = (way: (from: number) => number): ReadonlyMap<string, number> =>
    new Map([
      ...Object.entries(traits).map(
        ([tag, { trained, control, from }]) =>
          [tag, within(control + way(from) * (trained - control) + scatter(noise))] as const,
      ),
      ...Object.entries(others).map(([tag, given]) => [tag, within(given + scatter(noise))] as const),
    ]);
  const looked = (pixels: Uint8Array) => ({ thumb: pixels, lines: linesOf(pixels) });
  const training = Array.from({ length: 20 }, (_, place) => ({
    path: `/set/${place}.png`,
    caption: "okara, 1girl, solo, smile",
    heldOut: false,
    evidence: { tags: tags(() => 1), statistics: statistics(0), ...looked(thumb()) },
  }));
  const cells: ScoredCell[] = [];
  let comparison = 0;
  for (const [scene, prompt] of prompts.entries()) {
    for (let seed = 0; seed < seeds; seed += 1) {
      const base = thumb();
      const common = { comparison, scene, prompt, hasTrigger: prompt.includes("okara") };
      const add = (lora: number, strengthIndex: number, strength: number, evidence: PictureEvidence): void =>
        void cells.push({ ...common, index: cells.length, lora, strengthIndex, strength, evidence });
      add(0, 0, 0, { tags: tags(() => 0), statistics: statistics(0), ...looked(base) });
      for (const [lora, { power, meltsFrom = Infinity, copiesFrom = Infinity }] of loras.entries()) {
        for (const [place, strength] of strengths.entries()) {
          const effect = power * strength;
          const copied = effect >= copiesFrom ? training[Math.floor(random() * 20)]?.evidence.thumb : undefined;
          const size = 4 + 8 * effect;
          const own = (copied ?? base).map((value) => within(value / 255 + ((random() - 0.5) * size) / 255) * 255);
          add(lora, place + 1, strength, {
            tags: tags((from) => within((effect - from) / (1 - from))),
            statistics: statistics(effect >= meltsFrom ? 1 : 0),
            ...looked(own),
          });
        }
      }
      comparison += 1;
    }
  }
  return {
    loras: loras.map((_, lora) => ({ label: `step ${1000 * (lora + 1)}` })),
    strengths: [0, ...strengths],
    cells,
    training,
    knownTags: madeUpTags,
    trigger: "okara",
    votes: [],
  };
}
