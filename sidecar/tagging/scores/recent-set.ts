import type { TagOptions } from "../options.js";
import type { ScoreSet } from "./score-set.js";

// While a slider moves, the pictures and captions on the disk are taken to be those of a moment ago.
const FRESH_MS = 3000;

interface LongRequest {
  progress(part: number): void;
}

/** Keeps the last set that was loaded for a moment, so that a moving slider reads nothing anew. */
export function recentSet(load: (options: TagOptions, context: LongRequest) => Promise<ScoreSet>) {
  let last: { key: string; at: number; set: Promise<ScoreSet> } | null = null;
  return {
    async get(options: TagOptions, context: LongRequest): Promise<ScoreSet> {
      const { folder, recursive, models, join, output, captionName } = options;
      const key = JSON.stringify([folder, recursive, models, join, output, captionName]);
      if (last?.key === key && performance.now() - last.at < FRESH_MS) return last.set;
      const entry = { key, at: performance.now(), set: load(options, context) };
      last = entry;
      try {
        const set = await entry.set;
        entry.at = performance.now();
        return set;
      } catch (error) {
        if (last === entry) last = null;
        throw error;
      }
    },
    forget(): void {
      last = null;
    },
  };
}
