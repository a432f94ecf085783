import type { FileStamp } from "../store/file-content.js";
import type { TagItem } from "./plan-items.js";
import type { TagScores } from "./scores/tag-scores.js";

/** A picture to be scored by one of the job's models. The caption is written with the last one. */
export interface ScoreItem extends TagItem {
  /** Index into the job's models. */
  model: number;
  /** Hash of the picture when its scores by this model are kept already. */
  kept?: string;
}

/** An item as a job kept it. */
export function parseScoreItem(stored: unknown): ScoreItem {
  const { image, caption, model, kept } = Object(stored);
  return {
    image: String(image),
    caption: String(caption),
    model: Number(model ?? 0),
    ...(typeof kept === "string" ? { kept } : {}),
  };
}

/** One picture scored by one model: fresh scores, or only the hash when they are kept already. */
export interface ScoredItem {
  content: string;
  scored?: { stamp: FileStamp; scores: TagScores };
}
