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
  first.task.request.variationStrength === 0 &&
  next.task.request.seed === first.task.request.seed + count &&
  meaning(first) === meaning(next);

/** Kept by group, so that a WebUI that goes on with its own looks at nothing else: a thousand of them have tens of thousands waiting. */
export function createDrawingQueue(now: () => number = () => performance.now()): DrawingQueue {
  // In the order of drawing; none is empty.
  let waiting = new Map<number, DrawingEntry[]>();
  let count = 0;
  const groups = new Map<string, number>();
  const owners = new Map<number, number>();

  const own = (who: string, group: number | null): void => {
    const before = groups.get(who);
    if (before === group) return;
    if (before !== undefined) {
      const left = (owners.get(before) ?? 1) - 1;
      if (left > 0) owners.set(before, left);
      else owners.delete(before);
      groups.delete(who);
    }
    if (group === null) return;
    groups.set(who, group);
    owners.set(group, (owners.get(group) ?? 0) + 1);
  };
  const placeIn = (who: string, group: number | undefined): number => {
    const isFor = ({ notBefore, avoidedUntil }: DrawingEntry): boolean =>
      notBefore <= now() && (avoidedUntil.get(who) ?? 0) <= now();
    return group === undefined ? -1 : (waiting.get(group)?.findIndex(isFor) ?? -1);
  };
  const firstFor = (who: string): { group: number; at: number } | null => {
    const mine = groups.get(who);
    const at = placeIn(who, mine);
    if (mine !== undefined && at >= 0) return { group: mine, at };
    let others: { group: number; at: number } | null = null;
    for (const group of waiting.keys()) {
      const isTaken = owners.has(group);
      // One of another's is enough.
      if (isTaken && others !== null) continue;
      const found = placeIn(who, group);
      if (found < 0) continue;
      if (!isTaken) return { group, at: found };
      others = { group, at: found };
    }
    return others;
  };
  return {
    add(entry) {
      count += 1;
      const { group } = entry.task;
      const known = waiting.get(group);
      if (known) known.push(entry);
      else waiting.set(group, [entry]);
    },
    giveBack(entries) {
      count += entries.length;
      const back = new Map<number, DrawingEntry[]>();
      for (const entry of entries) back.set(entry.task.group, [...(back.get(entry.task.group) ?? []), entry]);
      for (const [group, first] of back) back.set(group, [...first, ...(waiting.get(group) ?? [])]);
      const rest = [...waiting].filter(([group]) => !back.has(group));
      waiting = new Map([...back, ...rest]);
    },
    take(who, most) {
      const found = firstFor(who);
      const list = found && waiting.get(found.group);
      const first = list?.[found?.at ?? 0];
      if (!found || !list || !first) return [];
      own(who, found.group);
      const batch = [first];
      const limit = first.alone ? 1 : most(first);
      for (let next = list[found.at + 1]; batch.length < limit && goesOn(first, next, batch.length); ) {
        batch.push(next);
        next = list[found.at + batch.length];
      }
      list.splice(found.at, batch.length);
      if (list.length === 0) waiting.delete(found.group);
      count -= batch.length;
      return batch;
    },
    leave: (who) => own(who, null),
    dueIn(who) {
      if (count === 0) return null;
      let least = Number.POSITIVE_INFINITY;
      for (const list of waiting.values())
        for (const { notBefore, avoidedUntil } of list)
          least = Math.min(least, Math.max(notBefore, avoidedUntil.get(who) ?? 0));
      return Math.max(0, least - now());
    },
    clear() {
      const all = [...waiting.values()].flat();
      waiting = new Map();
      count = 0;
      return all;
    },
    size: () => count,
  };
}
