import type { TagChoice as GivenChoice } from "../../../protocol/validate.js";
import type { LabelCategory } from "../labels.js";

/** Categories that have a threshold of their own; ratings are never chosen by one. */
export type ChosenCategory = Exclude<LabelCategory, "rating">;

/** Which tags of a picture's scores make its caption, and how they are written. Nothing here needs the model. */
export interface TagChoice {
  /** 0–1, tags strictly above are taken; null takes none of the category. */
  thresholds: Record<ChosenCategory, number | null>;
  /** The threshold is found per picture, at the largest gap; characters at no less than `MCUT_CHARACTER_FLOOR`. */
  mcut: { general: boolean; character: boolean };
  /** The most probable ones stay; null for all. */
  maxTags: number | null;
  rating: "none" | "first" | "last";
  /** Patterns (see pattern.ts) of tags never written. */
  exclude: string[];
  /** Patterns of tags written even below their threshold, when they were scored at all (≥ 0.005). */
  keep: string[];
  addFirst: string[];
  addLast: string[];
  /** The first pattern that fits counts; an empty `to` takes the tag out. */
  replace: { from: string; to: string }[];
  /** Tags that lead the caption, in this order, where they were found. */
  alwaysFirst: string[];
  /** Drops `long hair` beside `very long hair`. */
  dropOverlaps: boolean;
  /** Writes `name (series)` as `name, series`. */
  splitSeries: boolean;
  /** Writes `\(` and `\)`, as prompts need them. */
  escapeBrackets: boolean;
  /** Keeps the model's underscores. */
  underscores: boolean;
  /** Writes `(tag:0.93)`. */
  weights: boolean;
  /** 0–1: a tag that fewer of the set's pictures have is dropped everywhere; 0 drops none. */
  minShare: number;
  separator: string;
  order: "confidence" | "model" | "alphabetical";
  charactersFirst: boolean;
}

/** As in the tagger author's own demonstration program; other categories are written only when asked for. */
const defaultChoice: TagChoice = {
  thresholds: {
    general: 0.35,
    character: 0.85,
    copyright: null,
    artist: null,
    meta: null,
    quality: null,
    model: null,
    other: null,
  },
  mcut: { general: false, character: false },
  maxTags: null,
  rating: "none",
  exclude: [],
  keep: [],
  addFirst: [],
  addLast: [],
  replace: [],
  alwaysFirst: [],
  dropOverlaps: false,
  splitSeries: false,
  escapeBrackets: false,
  underscores: false,
  weights: false,
  minShare: 0,
  separator: ", ",
  order: "confidence",
  charactersFirst: true,
};

/** What was given, the rest as in `defaultChoice`. */
export function completeChoice(given: GivenChoice = {}): TagChoice {
  return {
    ...defaultChoice,
    ...given,
    thresholds: { ...defaultChoice.thresholds, ...given.thresholds },
    mcut: { ...defaultChoice.mcut, ...given.mcut },
  };
}
