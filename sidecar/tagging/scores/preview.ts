import type { Result } from "../../../protocol/validate.js";
import { splitTags } from "../caption-text.js";
import type { ChosenCategory } from "../choose/choice.js";
import type { Chooser } from "../choose/choose-set.js";
import type { TagOptions } from "../options.js";
import { disagreements } from "./join-models.js";
import { countCaptions, type NewCaption, newCaptions } from "./new-captions.js";
import type { ScoreSet } from "./score-set.js";

type Preview = Result<"tagging/preview">;
type TagRow = Preview["tags"][number];

const TAGS_SHOWN = 2000;
const DISAGREEMENTS_SHOWN = 200;

/** How far below its threshold another model's score must be to count as a disagreement, unless told. */
export const DISAGREEMENT_MARGIN = 0.2;

/** Each caption tag: how many captions will have it, and how many gain or lose it. */
function tagChanges(captions: readonly NewCaption[]): Map<string, Pick<TagRow, "images" | "gained" | "lost">> {
  const rows = new Map<string, Pick<TagRow, "images" | "gained" | "lost">>();
  const row = (tag: string): Pick<TagRow, "images" | "gained" | "lost"> => {
    const known = rows.get(tag);
    if (known) return known;
    const made = { images: 0, gained: 0, lost: 0 };
    rows.set(tag, made);
    return made;
  };
  for (const { picture, after } of captions) {
    if (after === null) continue;
    const before = new Set(picture.before === null ? [] : splitTags(picture.before));
    const now = new Set(after === picture.before ? before : splitTags(after));
    for (const tag of now) {
      row(tag).images += 1;
      if (!before.has(tag)) row(tag).gained += 1;
    }
    for (const tag of before) if (!now.has(tag)) row(tag).lost += 1;
  }
  return rows;
}

interface Known {
  category: string;
  total: number;
}

/** Sum of each caption tag's scores over the set, by the text that the choice gives it. */
function tagScores(set: ScoreSet, choose: Chooser): Map<string, Known> {
  const known = new Map<string, Known>();
  for (const [label, total] of set.sums().totals.entries()) {
    if (total === 0) continue;
    const { category, texts } = choose.textOf(label);
    for (const text of texts) known.set(text, { category, total: Math.max(total, known.get(text)?.total ?? 0) });
  }
  return known;
}

function disagreeing(set: ScoreSet, options: Pick<TagOptions, "choice">): Preview["disagreements"] {
  if (set.models.length < 2) return [];
  const images = new Map<string, number>();
  for (const { tags } of listDisagreements(set, options, DISAGREEMENT_MARGIN)) {
    for (const { tag } of tags) images.set(tag, (images.get(tag) ?? 0) + 1);
  }
  return [...images]
    .map(([tag, count]) => ({ tag, images: count }))
    .sort((left, right) => right.images - left.images)
    .slice(0, DISAGREEMENTS_SHOWN);
}

/** The pictures on whose tags the models differ, in the set's order. */
export function listDisagreements(
  set: ScoreSet,
  { choice }: Pick<TagOptions, "choice">,
  margin: number,
): Result<"tagging/disagreements">["images"] {
  const thresholdOf = ({ category }: { category: "rating" | ChosenCategory }): number | null =>
    category === "rating" ? null : choice.thresholds[category];
  return set.pictures.flatMap(({ image: path, byModel }) => {
    const tags = byModel ? disagreements(set.joined, byModel, { thresholdOf, margin }) : [];
    return tags.length > 0 ? [{ path, tags }] : [];
  });
}

/** What a choice would do to a set, without doing it. `paths` are the pictures whose captions are wanted. */
export function previewChoice(
  set: ScoreSet,
  choose: Chooser,
  { options, paths }: { options: TagOptions; paths: readonly string[] },
): Preview {
  const captions = newCaptions(set, choose, options);
  const scored = captions.filter(({ outcome }) => outcome !== "unscored").length;
  const known = tagScores(set, choose);
  const tags = [...tagChanges(captions)].map(([tag, counts]): TagRow => {
    const score = known.get(tag);
    const probability = score ? Math.min(score.total / Math.max(scored, 1), 1) : 0;
    return { tag, category: score?.category ?? "own", probability, ...counts };
  });
  const wanted = new Set(paths);
  return {
    pictures: set.pictures.length,
    scored,
    counts: countCaptions(captions),
    histogram: set.sums().histogram,
    tags: tags.sort((left, right) => right.images - left.images || right.lost - left.lost).slice(0, TAGS_SHOWN),
    captions: captions
      .filter(({ picture }) => wanted.has(picture.image))
      .map(({ picture, after }) => ({ path: picture.image, before: picture.before, after })),
    disagreements: disagreeing(set, options),
  };
}
