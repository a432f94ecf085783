import { islands } from "./islands.js";
import type { Mask } from "./mask.js";

export const doubtReasons = ["empty", "full", "softEdges", "touchesFrame", "islands"] as const;
export type DoubtReason = (typeof doubtReasons)[number];

export interface EdgeDoubt {
  /** 0 nothing speaks against the edges, 1 look at it. */
  doubt: number;
  reasons: DoubtReason[];
}

// Shares of the picture below which there is no subject, and above which there is no background.
const EMPTY = 0.005;
const FULL = 0.98;
// An edge that is only smoothed has one or two half-transparent pixels at each of its own; hair has more.
const SOFT_FROM = 3;
const SOFT_TO = 12;
// A leg that is cut by the frame is no error, all four sides of it are.
const FRAME_TO = 0.5;
// Of the picture; less is a speck.
const ISLAND = 0.0002;

const isSubject = (value: number): boolean => value >= 128;

/** 0 at `from` and below, 1 at `to` and above. */
const between = (value: number, from: number, to: number): number =>
  Math.min(1, Math.max(0, (value - from) / (to - from)));

/** Half-transparent pixels for each pixel of the subject's border. */
function softness({ data, width }: Mask): number {
  let [soft, border] = [0, 0];
  for (const [pixel, value] of data.entries()) {
    if (value > 15 && value < 240) soft += 1;
    if (!isSubject(value)) continue;
    const column = pixel % width;
    const neighbours = [
      column > 0 ? data[pixel - 1] : 255,
      column < width - 1 ? data[pixel + 1] : 255,
      data[pixel - width] ?? 255,
      data[pixel + width] ?? 255,
    ];
    if (neighbours.some((one) => !isSubject(one ?? 255))) border += 1;
  }
  return soft / Math.max(1, border);
}

function frameShare({ data, width, height }: Mask): number {
  let [inside, all] = [0, 0];
  for (let pixel = 0; pixel < data.length; pixel += 1) {
    const column = pixel % width;
    const row = (pixel - column) / width;
    if (column > 0 && row > 0 && column < width - 1 && row < height - 1) continue;
    all += 1;
    if (isSubject(data[pixel] ?? 0)) inside += 1;
  }
  return inside / Math.max(1, all);
}

/**
 * How doubtful a cut-out's edges are, to look at the worst first. A rule of thumb of our own: softness, a subject that the
 * frame cuts, and more than one island each take a part of the trust that is left.
 */
export function edgeDoubt(mask: Mask): EdgeDoubt {
  const pixels = mask.data.length;
  const share = mask.data.reduce((sum, value) => sum + value, 0) / 255 / Math.max(1, pixels);
  if (share < EMPTY) return { doubt: 1, reasons: ["empty"] };
  if (share > FULL) return { doubt: 1, reasons: ["full"] };
  const found = islands(mask, isSubject).found.filter(({ area }) => area >= ISLAND * pixels).length;
  const signs: [DoubtReason, number][] = [
    ["softEdges", 0.8 * between(softness(mask), SOFT_FROM, SOFT_TO)],
    ["touchesFrame", 0.5 * between(frameShare(mask), 0, FRAME_TO)],
    ["islands", 0.6 * (1 - 1 / Math.max(1, found))],
  ];
  const trust = signs.reduce((left, [, sign]) => left * (1 - sign), 1);
  return {
    doubt: Math.round((1 - trust) * 1000) / 1000,
    reasons: signs.filter(([, sign]) => sign >= 0.05).map(([reason]) => reason),
  };
}
