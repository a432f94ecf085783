import type { DrawingLink } from "../../webui/drawing-link.js";
import type { DrawingPatience } from "./drawing-patience.js";
import type { DrawingQueue } from "./drawing-queue.js";
import type { DrawingEntry } from "./drawing-task.js";
import type { Comparison } from "./first-cell.js";
import type { TriedBatch } from "./seed-batches.js";
import type { WebuiNeed } from "./webui-needs.js";
import type { WebuiNames } from "./webui-request.js";

/** What one WebUI does for a sweep, as the page tells it. */
export interface WebuiState {
  id: string;
  title: string;
  state: "drawing" | "waiting" | "away" | "queued";
  drawn: number;
  now: string | null;
  problem: { code: string; message: string; hint: string } | null;
}

/** Pictures of one request as they came back. */
export interface Arrival {
  entries: readonly DrawingEntry[];
  link: DrawingLink;
  names: ReadonlyMap<string, string>;
  answer: Awaited<ReturnType<DrawingLink["draw"]>>;
  /** Of the whole request. */
  seconds: number;
  /** Milliseconds from the WebUI's last answer to this request: storing and proving go on while it draws. Null for a first one. */
  gap: number | null;
}

/** What WebUIs share while they draw one sweep. */
export interface DrawingRoom {
  queue: DrawingQueue;
  signal: AbortSignal;
  patience: DrawingPatience;
  /** Whether the stand-in is to draw; nothing else takes part then, and it in nothing else. */
  rehearsal: boolean;
  /** Puts the sweep's LoRA files there. @returns names by content */
  placeLoras(link: DrawingLink, loraFolder: string | null): Promise<ReadonlyMap<string, string>>;
  /** Pictures that one request may draw. */
  batchOf(link: DrawingLink, entry: DrawingEntry): number;
  batchFailed(link: DrawingLink, entry: DrawingEntry, count: number): void;
  /** True while something else has the graphics card. */
  isHeld(link: DrawingLink): boolean;
  /** There is but one WebUI. */
  isAlone(): boolean;
  /** What every WebUI must have, where several draw. */
  needs(): readonly WebuiNeed[];
  /** No more requests: pictures that are being drawn are finished. */
  isDraining(): boolean;
  /** Settles when something may have changed: new entries, the end. */
  changed(): Promise<void>;
  onDrawing(entries: readonly DrawingEntry[], isDrawing: boolean): void;
  /** Stores and proves in the background. */
  arrived(arrival: Arrival): void;
  /** A request failed for good. */
  failed(entry: DrawingEntry, link: DrawingLink, error: unknown): void;
  /** Somebody pressed Skip in the WebUI while this was drawn: it is left out, until it is asked for anew. */
  skipped(entry: DrawingEntry, link: DrawingLink): void;
  /** Somebody pressed Interrupt in the WebUI while it drew for us: the sweep waits at once. */
  interrupted(link: DrawingLink): void;
  /** The first picture of a second WebUI is compared with the first's. */
  drawsAlike(link: DrawingLink, names: WebuiNames): Promise<Comparison>;
  /** Draws a batch that is to be compared with its pictures drawn alone. */
  tryBatch(link: DrawingLink, names: WebuiNames): Promise<TriedBatch>;
  /** The state of a WebUI changed. */
  told(): void;
}
