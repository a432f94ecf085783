import type { PixelStatistics } from "./evidence.js";
import { deviationOf } from "./interval.js";

const statisticNames = ["contrast", "saturation", "clipped", "noise", "edges", "entropy", "blocks"] as const;
export type StatisticName = (typeof statisticNames)[number];

/** Least and greatest value that is normal here, and how far pictures scatter. */
interface NormalRange {
  low: number;
  high: number;
  spread: number;
}

export type NormalRanges = Readonly<Record<StatisticName, NormalRange>>;

/**
 * The least spread that is believed of each statistic: few controls of one prompt scatter less than pictures do. Half of
 * what sound pictures of one set (drawn and photographed) scatter.
 */
const leastSpread: Readonly<Record<StatisticName, number>> = {
  contrast: 0.03,
  saturation: 0.04,
  clipped: 0.03,
  noise: 0.01,
  edges: 0.008,
  entropy: 0.35,
  blocks: 0.25,
};

/** What controls and training pictures show together: only what lies beyond both is a fault of the LoRA. */
export function normalRanges(pictures: readonly PixelStatistics[]): NormalRanges | null {
  if (pictures.length === 0) return null;
  const rangeOf = (name: StatisticName): NormalRange => {
    const values = pictures.map((statistics) => statistics[name]);
    return {
      low: Math.min(...values),
      high: Math.max(...values),
      spread: Math.max(leastSpread[name], deviationOf(values)),
    };
  };
  return {
    contrast: rangeOf("contrast"),
    saturation: rangeOf("saturation"),
    clipped: rangeOf("clipped"),
    noise: rangeOf("noise"),
    edges: rangeOf("edges"),
    entropy: rangeOf("entropy"),
    blocks: rangeOf("blocks"),
  };
}

export interface Collapse {
  /** Spreads by which the picture leaves the normal range, of the statistic that leaves it most; 0 inside. */
  excess: number;
  by: StatisticName | null;
}

/** How far a picture lies beyond what is normal. A gate, never a merit: plain pictures are as sound as rich ones. */
export function collapseOf(statistics: PixelStatistics, ranges: NormalRanges): Collapse {
  let worst: Collapse = { excess: 0, by: null };
  for (const name of statisticNames) {
    const { low, high, spread } = ranges[name];
    const excess = Math.max(0, statistics[name] - high, low - statistics[name]) / spread;
    if (excess > worst.excess) worst = { excess, by: name };
  }
  return worst;
}
