import type { PictureRow } from "../cells/picture-table.js";
import type { DrawRequest } from "./draw-request.js";

/** One picture to be drawn. */
export interface DrawingTask {
  key: string;
  /** A cell that shows it. */
  index: number;
  /** Number of its group: cells of one need no other checkpoint, LoRA or strength. */
  group: number;
  request: DrawRequest;
  /** Key of the picture without LoRA that it is compared with; null for a control. */
  control: string | null;
}

/** What came of it, to be written. */
export type DrawingOutcome = Omit<PictureRow, "key" | "revision">;

/** A task while a WebUI is to draw it. */
export interface DrawingEntry {
  readonly task: DrawingTask;
  /** Requests that were made for it. */
  attempts: number;
  /** Pictures of it that were not what was asked for. */
  wrong: number;
  /** It failed in company: it is drawn alone. */
  alone: boolean;
  /** Not before this moment of `performance.now()`. */
  notBefore: number;
  /** Until when a WebUI that failed with it leaves it to others. */
  readonly avoidedUntil: Map<string, number>;
  resolve(outcome: DrawingOutcome): void;
  reject(error: unknown): void;
}
