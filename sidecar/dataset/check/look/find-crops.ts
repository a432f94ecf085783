import type { Part } from "./compare-thumbs.js";
import { LEVEL_RATIO } from "./key-points.js";
import type { Look } from "./look.js";
import { indexPoints } from "./point-index.js";

/** The first picture shows a part of the second one; the part may reach over its edge when both were cut. */
export interface CropMatch {
  one: number;
  other: number;
  mirrored: boolean;
  part: Part;
}

const LEAST_POINTS = 8;
// In parts of the second picture's longer side: before the size is known exactly, and after.
const NEAR = 0.05;
const EXACT = 0.025;
// Places nearer to each other than this, in parts of the longer side, are one.
const PLACES = 40;

/** Two places that look alike, each in parts of its picture's longer side. */
interface Vote {
  /** Levels between the two: how many times larger the place is shown in the first. */
  levels: number;
  x: number;
  y: number;
  otherX: number;
  otherY: number;
}

/** Where the first picture lies in the second: a place there is `x + ratio · place`. */
interface Placing {
  ratio: number;
  x: number;
  y: number;
}

/** Votes that a placing explains. */
const explained = (votes: readonly Vote[], { ratio, x, y }: Placing, within: number): Vote[] =>
  votes.filter(
    (vote) =>
      Math.abs(vote.otherX - x - ratio * vote.x) <= within && Math.abs(vote.otherY - y - ratio * vote.y) <= within,
  );

/** The placing that fits votes best, by least squares; null when they lie at one place. */
function fitted(votes: readonly Vote[]): Placing | null {
  const count = votes.length;
  const mean = (of: (vote: Vote) => number): number => votes.reduce((sum, vote) => sum + of(vote), 0) / count;
  const [x, y] = [mean((vote) => vote.x), mean((vote) => vote.y)];
  const [otherX, otherY] = [mean((vote) => vote.otherX), mean((vote) => vote.otherY)];
  const spread = votes.reduce((sum, vote) => sum + (vote.x - x) ** 2 + (vote.y - y) ** 2, 0);
  if (spread < count * 1e-4) return null;
  const product = votes.reduce(
    (sum, vote) => sum + (vote.x - x) * (vote.otherX - otherX) + (vote.y - y) * (vote.otherY - otherY),
    0,
  );
  const ratio = product / spread;
  return { ratio, x: otherX - ratio * x, y: otherY - ratio * y };
}

/** The placing that most votes agree on; null when too few do. */
function agreement(votes: readonly Vote[]): Placing | null {
  let best: Vote[] = [];
  for (const { levels, x, y, otherX, otherY } of votes) {
    const ratio = LEVEL_RATIO ** levels;
    const placing = { ratio, x: otherX - ratio * x, y: otherY - ratio * y };
    const near = votes.filter((vote) => Math.abs(vote.levels - levels) <= 1);
    const set = near.length > best.length ? explained(near, placing, NEAR) : [];
    if (set.length > best.length) best = set;
  }
  const placing = best.length < LEAST_POINTS ? null : fitted(best);
  if (placing === null || placing.ratio <= 0) return null;
  const exact = explained(best, placing, EXACT);
  const places = new Set(exact.map(({ x, y }) => Math.floor(x * PLACES) * PLACES + Math.floor(y * PLACES)));
  return places.size < LEAST_POINTS ? null : placing;
}

/** Sides in parts of the longer one. */
const sides = (aspect: number): [number, number] => (aspect >= 1 ? [1, 1 / aspect] : [aspect, 1]);

/** The part of the second picture that the first one shows. */
function partOf(one: Look, other: Look, { ratio, x, y }: Placing): Part {
  const [width, height] = sides(one.aspect);
  const [across, down] = sides(other.aspect);
  return { left: x / across, top: y / down, right: (x + width * ratio) / across, bottom: (y + height * ratio) / down };
}

/** The same seen from the second picture. */
function inverse({ left, top, right, bottom }: Part, mirrored: boolean): Part {
  const [width, height] = [right - left, bottom - top];
  const part = { left: -left / width, right: (1 - left) / width, top: -top / height, bottom: (1 - top) / height };
  return mirrored ? { ...part, left: 1 - part.right, right: 1 - part.left } : part;
}

/**
 * Pictures that are parts of others, at any size, also mirrored: places that look alike vote for where one picture lies
 * in the other (a Hough vote, as Lowe 2004 does with SIFT; pictures of a set are not turned). Each pair once.
 */
export function findCrops(looks: readonly Look[]): CropMatch[] {
  const index = indexPoints(looks);
  const found: CropMatch[] = [];
  for (const mirrored of [false, true]) {
    for (const [one, look] of looks.entries()) {
      const votes = new Map<number, Vote[]>();
      const [width] = sides(look.aspect);
      for (const { x, y, level, high, low } of look.points) {
        const px = mirrored ? width - x : x;
        index.similar(mirrored ? low : high, mirrored ? high : low, one, (point) => {
          const vote: Vote = {
            levels: (index.level[point] ?? 0) - level,
            x: px,
            y,
            otherX: index.x[point] ?? 0,
            otherY: index.y[point] ?? 0,
          };
          const picture = index.picture[point] ?? one;
          const known = votes.get(picture);
          if (known) known.push(vote);
          else votes.set(picture, [vote]);
        });
      }
      for (const [other, cast] of votes) {
        const second = looks[other];
        const agreed = cast.length < LEAST_POINTS || !second ? null : agreement(cast);
        if (!agreed || !second) continue;
        const part = partOf(look, second, agreed);
        if ((part.right - part.left) * (part.bottom - part.top) <= 1) found.push({ one, other, mirrored, part });
        else found.push({ one: other, other: one, mirrored, part: inverse(part, mirrored) });
      }
    }
  }
  return found;
}
