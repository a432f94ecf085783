import type { Label } from "../labels.js";
import type { TagScores } from "../scores/tag-scores.js";
import { labelThresholds, mcutThresholds, type TakenTag, tagsAbove } from "./above.js";
import { choosable, type SelectedTags, selectedTags, writeCaption } from "./caption.js";
import type { TagChoice } from "./choice.js";
import { type LabelText, labelTexts } from "./label-texts.js";

/** A choice made ready for one model's labels. */
export interface Chooser {
  /** Tags of one picture, before what needs the whole set. */
  choose(scores: TagScores): TakenTag[];
  /** Drops from every picture's tags those that fewer than `minShare` of the pictures have; kept tags stay. */
  prune(chosen: readonly TakenTag[][]): TakenTag[][];
  caption(chosen: readonly TakenTag[], scores: TagScores): string;
  report(scores: TagScores): SelectedTags;
  textOf(label: number): LabelText;
}

/** @throws StudioError "badArguments" for a pattern that cannot be read */
export function chooser(labels: readonly Label[], choice: TagChoice): Chooser {
  const textOf = labelTexts(labels, choice);
  const prune = (chosen: readonly TakenTag[][]): TakenTag[][] => {
    const pictures = new Map<number, number>();
    for (const { label } of chosen.flat()) pictures.set(label, (pictures.get(label) ?? 0) + 1);
    const needed = choice.minShare * chosen.length;
    const stays = ({ label }: TakenTag): boolean => (pictures.get(label) ?? 0) >= needed || textOf(label).kept;
    return chosen.map((tags) => tags.filter(stays));
  };
  const thresholds = labelThresholds(labels, choice);
  const above = (scores: TagScores): TakenTag[] =>
    tagsAbove(scores, thresholds, { textOf, mcut: mcutThresholds(scores, textOf, choice) });
  return {
    choose: (scores) => choosable(above(scores), textOf, choice),
    prune: (chosen) => (choice.minShare > 0 ? prune(chosen) : [...chosen]),
    caption: (chosen, scores) => writeCaption(chosen, scores, { textOf, choice }),
    textOf,
    report: (scores) => selectedTags(above(scores), scores, textOf),
  };
}
