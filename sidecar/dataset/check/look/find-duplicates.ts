import { compareThumbs, type Likeness, type Part } from "./compare-thumbs.js";
import { findCrops } from "./find-crops.js";
import { bitCount } from "./frequency-hash.js";
import type { Look } from "./look.js";

export type DuplicateKind = "exact" | "near" | "mirrored" | "crop";

export interface Duplicate {
  /** Places in the list of pictures; `one` is the crop of a pair of that kind, else the later one. */
  one: number;
  other: number;
  kind: DuplicateKind;
  /** Share of the other one's area that a crop shows, 0–1; 1 for the other kinds. */
  share: number;
  /** True for a crop of the mirrored picture. */
  mirrored: boolean;
}

export interface Seen {
  content: string;
  look: Look;
}

// Of 64 bits; unlike pictures differ in about 32.
const MOST_BITS = 12;
// Levels of 255 by which thumbs of one picture differ after strong compression and another size, and how far they go together.
const SAME_THUMB = { distance: 14, correlation: 0.9 };
// A crop is compared with a few pixels of the whole, so more must be allowed.
const SAME_PART = { distance: 24, correlation: 0.88 };
// A part that is nearly all of the picture is the picture.
const NEARLY_ALL = 0.9;
// What lies outside the other picture cannot be compared.
const INSIDE = 0.8;

const overlap = ({ left, top, right, bottom }: Part): { covered: number; inside: number } => {
  const width = Math.max(0, Math.min(1, right) - Math.max(0, left));
  const height = Math.max(0, Math.min(1, bottom) - Math.max(0, top));
  return { covered: width * height, inside: (width * height) / ((right - left) * (bottom - top)) };
};

// Logarithm of the ratio of two aspects.
const SAME_SHAPE = 0.15;

/** Pairs whose hashes differ in few bits, each once; `other` comes before `one`. */
function similarHashes(looks: readonly Look[]): { one: number; other: number; mirrored: boolean }[] {
  const found: { one: number; other: number; mirrored: boolean }[] = [];
  const hashes = Int32Array.from(looks.flatMap(({ bits, mirrored }) => [...bits, ...mirrored]));
  // Plain loops: fifty million pairs in a set of ten thousand.
  for (let one = 0; one < looks.length; one += 1) {
    const high = hashes[4 * one] ?? 0;
    const low = hashes[4 * one + 1] ?? 0;
    for (let other = 0, at = 0; other < one; other += 1, at += 4) {
      const same = bitCount(high ^ (hashes[at] ?? 0));
      if (same <= MOST_BITS && same + bitCount(low ^ (hashes[at + 1] ?? 0)) <= MOST_BITS) {
        found.push({ one, other, mirrored: false });
      }
      const turned = bitCount(high ^ (hashes[at + 2] ?? 0));
      if (turned <= MOST_BITS && turned + bitCount(low ^ (hashes[at + 3] ?? 0)) <= MOST_BITS) {
        found.push({ one, other, mirrored: true });
      }
    }
  }
  return found;
}

const within = (found: Likeness, most: Likeness): boolean =>
  found.distance <= most.distance && found.correlation >= most.correlation;

const pairKey = (one: number, other: number): number => Math.max(one, other) * 0x4000000 + Math.min(one, other);

/** Pairs of pictures that are the same, nearly the same, mirrored, or parts of each other; each pair once. */
export function findDuplicates(pictures: readonly Seen[]): Duplicate[] {
  const found = new Map<number, Duplicate>();
  const put = (duplicate: Duplicate): void => {
    const key = pairKey(duplicate.one, duplicate.other);
    if (!found.has(key)) found.set(key, duplicate);
  };
  const first = new Map<string, number>();
  // Copies are told once, and compared no further.
  const distinct = [...pictures.keys()].filter((one) => {
    const content = pictures[one]?.content ?? "";
    const other = first.get(content);
    if (other === undefined) first.set(content, one);
    else put({ one, other, kind: "exact", share: 1, mirrored: false });
    return other === undefined;
  });
  const looks = distinct.flatMap((one) => pictures[one]?.look ?? []);
  const nameOf = (place: number): number => distinct[place] ?? 0;
  for (const { one, other, mirrored } of similarHashes(looks)) {
    const [a, b] = [looks[one], looks[other]];
    if (!a || !b || Math.abs(Math.log(a.aspect / b.aspect)) > SAME_SHAPE) continue;
    if (!within(compareThumbs(a.thumb, b.thumb, { mirrored }), SAME_THUMB)) continue;
    put({ one: nameOf(one), other: nameOf(other), kind: mirrored ? "mirrored" : "near", share: 1, mirrored });
  }
  for (const { one, other, mirrored, part } of findCrops(looks)) {
    const { covered, inside } = overlap(part);
    const [a, b] = [looks[one], looks[other]];
    if (!a || !b || inside < INSIDE || part.right - part.left > 1.25) continue;
    if (!within(compareThumbs(a.thumb, b.thumb, { mirrored, part }), SAME_PART)) continue;
    if (covered >= NEARLY_ALL) {
      const pair = { one: nameOf(Math.max(one, other)), other: nameOf(Math.min(one, other)), share: 1, mirrored };
      put({ ...pair, kind: mirrored ? "mirrored" : "near" });
    } else put({ one: nameOf(one), other: nameOf(other), kind: "crop", share: covered, mirrored });
  }
  return [...found.values()].sort((left, right) => left.other - right.other || left.one - right.one);
}
