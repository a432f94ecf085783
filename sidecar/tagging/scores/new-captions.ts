import { mergeCaption } from "../caption-text.js";
import type { Chooser } from "../choose/choose-set.js";
import type { TagOptions } from "../options.js";
import { isLeftAlone } from "../plan-items.js";
import type { ScoreSet, SetPicture } from "./score-set.js";

/** What a choice makes of one picture's caption. */
export interface NewCaption {
  picture: SetPicture;
  /** Null for a picture without scores, or whose caption cannot be read. */
  after: string | null;
  outcome: "created" | "changed" | "unchanged" | "leftAlone" | "unscored";
}

/** Every picture's caption under a choice, in the set's order. */
export function newCaptions(
  { pictures }: ScoreSet,
  choose: Chooser,
  { existing, choice }: Pick<TagOptions, "existing" | "choice">,
): NewCaption[] {
  // The share of a tag is one of the scored pictures.
  const chosen = choose.prune(pictures.flatMap(({ scores }) => (scores ? [choose.choose(scores)] : [])));
  let next = 0;
  return pictures.map((picture) => {
    const { scores, before } = picture;
    if (!scores) return { picture, after: null, outcome: "unscored" };
    const tags = chosen[next] ?? [];
    next += 1;
    if (picture.encoding === null) return { picture, after: null, outcome: "leftAlone" };
    if (isLeftAlone(before, { existing })) return { picture, after: before, outcome: "leftAlone" };
    const fresh = choose.caption(tags, scores);
    const after = mergeCaption(before, fresh, { existing, separator: choice.separator });
    if (before === null) return { picture, after, outcome: "created" };
    return { picture, after, outcome: after === before ? "unchanged" : "changed" };
  });
}

export interface CaptionCounts {
  changed: number;
  created: number;
  unchanged: number;
  leftAlone: number;
}

export function countCaptions(captions: readonly NewCaption[]): CaptionCounts {
  const counts = { changed: 0, created: 0, unchanged: 0, leftAlone: 0 };
  for (const { outcome } of captions) if (outcome !== "unscored") counts[outcome] += 1;
  return counts;
}
