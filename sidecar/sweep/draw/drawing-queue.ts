import type { DrawingEntry } from "./drawing-task.js";

/** What waits to be drawn, in the order of drawing. */
export interface DrawingQueue {
  add(entry: DrawingEntry): void;
  /** Puts entries back before all others. */
  giveBack(entries: readonly DrawingEntry[]): void;
  /**
   * The next entries that one request can draw: of the WebUI's own group, else of the first group that no other WebUI has, else
   * of another's.
   */
  take(who: string, most: (entry: DrawingEntry) => number): DrawingEntry[];
  /** A WebUI that is away has no group. */
  leave(who: string): void;
  /** Milliseconds until the next entry is due for this WebUI; null when nothing waits. */
  dueIn(who: string): number | null;
  /** Takes everything out. */
  clear(): DrawingEntry[];
  size(): number;
}

const meaning = ({ task: { request } }: DrawingEntry): string => JSON.stringify({ ...request, seed: 0 });

/** Seeds of a batch count up by one, and so would variation seeds. */
const goesOn = (first: DrawingEntry, next: DrawingEntry | undefined, count: number): next is DrawingEntry =>
  next !== undefined &&
  !next.alone &&
  next.task.group === first.task.group &&
  first.task.request.variationStrength === 0 &&
  next.task.request.seed === first.task.request.seed + count &&
  meaning(first) === meaning(next);

export function createDrawingQueue(now: () => number = () => performance.now()): DrawingQueue {
  let waiting: DrawingEntry[] = [];
  const groups = new Map<string, number>();

  const firstFor = (who: string): DrawingEntry | undefined => {
    const isFor = ({ avoidedUntil }: DrawingEntry): boolean => (avoidedUntil.get(who) ?? 0) <= now();
    const due = waiting.filter((entry) => entry.notBefore <= now() && isFor(entry));
    const own = groups.get(who);
    const taken = new Set([...groups].filter(([other]) => other !== who).map(([, group]) => group));
    return (
      due.find(({ task }) => task.group === own) ?? due.find(({ task }) => !taken.has(task.group)) ?? due.find(Boolean)
    );
  };
  return {
    add: (entry) => void waiting.push(entry),
    giveBack(entries) {
      waiting = [...entries, ...waiting];
    },
    take(who, most) {
      const first = firstFor(who);
      if (!first) return [];
      groups.set(who, first.task.group);
      const batch = [first];
      const limit = first.alone ? 1 : most(first);
      const at = waiting.indexOf(first);
      for (let next = waiting[at + 1]; batch.length < limit && goesOn(first, next, batch.length); ) {
        batch.push(next);
        next = waiting[at + batch.length];
      }
      waiting.splice(at, batch.length);
      return batch;
    },
    leave: (who) => void groups.delete(who),
    dueIn(who) {
      if (waiting.length === 0) return null;
      const moments = waiting.map(({ notBefore, avoidedUntil }) => Math.max(notBefore, avoidedUntil.get(who) ?? 0));
      return Math.max(0, Math.min(...moments) - now());
    },
    clear: () => waiting.splice(0),
    size: () => waiting.length,
  };
}
