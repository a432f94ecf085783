import { wilsonBounds } from "./wilson.js";

export const voteWords = ["yes", "no", "skip", "left", "right", "same"] as const;
export type VoteWord = (typeof voteWords)[number];

export interface GivenVote {
  /** One picture, or the left and the right one. */
  keys: readonly string[];
  vote: VoteWord;
}

/** Where a picture stands: indexes on the LoRA and the strength axis. */
export interface VotePlace {
  lora: number;
  strength: number;
}

export interface RankedPlace extends VotePlace {
  /** Votes for it, of `count`; those of a pair are halves. */
  yes: number;
  count: number;
  share: number;
  /** Wilson's 95 % bounds of the share. */
  low: number;
  high: number;
  few: boolean;
}

// Under three, an interval covers nearly everything.
const FEW = 3;
// A pair is one answer about two pictures.
const HALF = 0.5;

type Points = readonly (readonly [key: string | undefined, yes: number, count: number])[];

function pointsOf({ keys: [left, right], vote }: GivenVote): Points {
  if (vote === "yes" || vote === "no") return [[left, vote === "yes" ? 1 : 0, 1]];
  if (vote === "skip") return [];
  const forLeft = { left: HALF, right: 0, same: HALF / 2 }[vote];
  return [
    [left, forLeft, HALF],
    [right, HALF - forLeft, HALF],
  ];
}

/**
 * Places by what was voted: by the lower bound, so that one lucky vote is no win; then more votes, the lower strength, the
 * earlier file. Votes on pictures that the sweep does not have any more do not count.
 */
export function rankVotes(votes: readonly GivenVote[], placeOf: (key: string) => VotePlace | null): RankedPlace[] {
  const places = new Map<string, VotePlace & { yes: number; count: number }>();
  for (const vote of votes) {
    for (const [key, yes, count] of pointsOf(vote)) {
      const place = key === undefined ? null : placeOf(key);
      if (place === null) continue;
      const name = `${place.lora} ${place.strength}`;
      const sum = places.get(name) ?? { ...place, yes: 0, count: 0 };
      places.set(name, { ...sum, yes: sum.yes + yes, count: sum.count + count });
    }
  }
  const ranked = [...places.values()].map((place) => ({
    ...place,
    share: place.yes / place.count,
    ...wilsonBounds(place.yes, place.count),
    few: place.count < FEW,
  }));
  return ranked.sort(
    (one, other) =>
      other.low - one.low || other.count - one.count || one.strength - other.strength || one.lora - other.lora,
  );
}
