import { halved, type Plane, percentile, smoothed } from "./plane.js";

/** A rectangle in pixels: left and top belong to it, right and bottom do not. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Detail {
  /** Energy of the finest octave over that of the next one, where there are edges; a sharp edge has about 0.5. */
  fine: number;
  /** Energy of the highest frequencies alone, over that of the middle octave. */
  top: number;
  /** Tiles with edges that were looked at. */
  tiles: number;
}

const TILE = 32;
// Mean square of the middle octave, in grey levels: less is no edge but grain.
const EDGE_ENERGY = 12;
// Fewer tiles than these say nothing about a picture.
const LEAST_TILES = 6;
// The sharp part of a picture is its subject: what lies behind it may be blurred on purpose.
const SHARPEST = 0.9;

interface Octave {
  /** What smoothing takes away. */
  lost: Float32Array;
  width: number;
  next: Plane;
}

function octave(plane: Plane): Octave {
  const smooth = smoothed(plane);
  const lost = new Float32Array(plane.data.length);
  for (let at = 0; at < lost.length; at += 1) lost[at] = (plane.data[at] ?? 0) - (smooth.data[at] ?? 0);
  return { lost, width: plane.width, next: halved(smooth) };
}

function energy({ lost, width }: Octave, left: number, top: number, side: number): number {
  let sum = 0;
  for (let y = top; y < top + side; y += 1) {
    for (let x = left; x < left + side; x += 1) sum += (lost[y * width + x] ?? 0) ** 2;
  }
  return sum / side ** 2;
}

/**
 * Energy of the frequencies next to the highest, along rows and columns: sixth differences, whose response sin⁶(πf) lets
 * through a hundredth and a half of what an enlargement by two can hold.
 */
function topEnergy({ data, width, height }: Plane, left: number, top: number, side: number): number {
  let sum = 0;
  const [right, bottom] = [Math.min(left + side, width - 3), Math.min(top + side, height - 3)];
  const sixth = (at: number, stride: number): number =>
    (20 * (data[at] ?? 0) -
      15 * ((data[at - stride] ?? 0) + (data[at + stride] ?? 0)) +
      6 * ((data[at - 2 * stride] ?? 0) + (data[at + 2 * stride] ?? 0)) -
      (data[at - 3 * stride] ?? 0) -
      (data[at + 3 * stride] ?? 0)) /
    64;
  for (let y = Math.max(3, top); y < bottom; y += 1) {
    for (let x = Math.max(3, left); x < right; x += 1) {
      const at = y * width + x;
      sum += sixth(at, 1) ** 2 + sixth(at, width) ** 2;
    }
  }
  return sum / side ** 2;
}

/**
 * How much fine detail the sharpest parts have, by the energies of three octaves of a Laplacian pyramid (Burt and Adelson
 * 1983) in tiles of 32 pixels. An edge has the same shape at every scale, so each finer octave has half the energy of the
 * one below; blur takes from the finest first, and an enlargement has nothing in the octaves it added.
 * @param plane the picture at the size at which it is trained
 * @returns null when there are too few edges to tell
 */
export function detailOf(plane: Plane, inside: Box): Detail | null {
  const first = octave(plane);
  const second = octave(first.next);
  const fine: number[] = [];
  const highest: number[] = [];
  for (let top = inside.top; top + TILE <= inside.bottom; top += TILE) {
    for (let left = inside.left; left + TILE <= inside.right; left += TILE) {
      const middle = energy(second, left >> 1, top >> 1, TILE / 2);
      if (middle < EDGE_ENERGY) continue;
      fine.push(energy(first, left, top, TILE) / middle);
      highest.push(topEnergy(plane, left, top, TILE) / middle);
    }
  }
  if (fine.length < LEAST_TILES) return null;
  return { fine: percentile(fine, SHARPEST), top: percentile(highest, SHARPEST), tiles: fine.length };
}
