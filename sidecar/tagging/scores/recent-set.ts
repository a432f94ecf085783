import type { TagOptions } from "../options.js";
import type { ScoreSet } from "./score-set.js";

// While a slider moves, the pictures and captions on the disk are taken to be those of a moment ago.
const FRESH_MS = 3000;

interface LongRequest {
  progress(part: number): void;
}

/** Keeps the last set that was loaded for a moment, so that a moving slider reads nothing anew. */
export function recentSet(
  load: (options: TagOptions, context: LongRequest) => Promise<ScoreSet>,
  /** Changes with every write to the state: scores may have come, captions may have changed. */
  version: () => number,
) {
  let last: { key: string; at: number; version: number; set: Promise<ScoreSet> } | null = null;
  return {
    async get(options: TagOptions, context: LongRequest): Promise<ScoreSet> {
      const { folder, recursive, models, join, output, captionName } = options;
      const key = JSON.stringify([folder, recursive, models, join, output, captionName]);
      const isFresh = last?.key === key && performance.now() - last.at < FRESH_MS;
      if (last && isFresh && last.version === version()) return last.set;
      const entry = { key, at: performance.now(), version: version(), set: load(options, context) };
      last = entry;
      try {
        const set = await entry.set;
        entry.at = performance.now();
        // Reading writes too: hashes of files that were not known.
        entry.version = version();
        return set;
      } catch (error) {
        if (last === entry) last = null;
        throw error;
      }
    },
  };
}
