import type { FileStamp } from "../../store/file-content.js";
import type { TagScores } from "../../tagging/scores/tag-scores.js";
import type { SeenPixels } from "./take-evidence.js";

/** One look at a picture: by one of the job's taggers, or at its pixels. */
export interface ScoringItem {
  path: string;
  /** Index into the job's models; null: pixels. */
  model: number | null;
}

export interface ScoringParams {
  /** Number of the sweep. */
  sweep: number;
  /** Taggers by name or folder. */
  models: string[];
}

/** What came of it, with the file as it was before it was read. */
export interface ScoredPicture {
  content: string;
  stamp: FileStamp;
  scores?: TagScores;
  seen?: SeenPixels;
}

/** As a job kept them. */
export function parseScoringItem(stored: unknown): ScoringItem {
  const { path, model } = Object(stored);
  return { path: String(path), model: typeof model === "number" ? model : null };
}

export function parseScoringParams(stored: unknown): ScoringParams {
  const { sweep, models } = Object(stored);
  return { sweep: Number(sweep), models: Array.isArray(models) ? models.map(String) : [] };
}
