import { setImmediate as nextTurn } from "node:timers/promises";
import type { Database } from "../../store/database.js";
import { everySweep, type SweepRecord } from "../cells/sweep-table.js";
import { resolveSweep } from "../plan/resolve-sweep.js";

/** Keys of all pictures of a sweep, also of those that its search leaves out. */
function keysOfSweep({ settings, facts }: SweepRecord): Set<string> {
  const resolved = resolveSweep(settings, facts);
  const keys = new Set<string>();
  for (let index = 0; index < resolved.cellCount; index += 1) {
    const key = resolved.keyOf(index);
    if (key !== null) keys.add(key);
  }
  return keys;
}

export interface NeededPictures {
  keys: Set<string>;
  /** Sweeps that were removed long ago: what goes with them is theirs by name. */
  removed: { id: number; name: string; keys: Set<string> }[];
  /** What a sweep was when it was looked at, by its number. */
  seen: ReadonlyMap<number, number>;
}

/** Which pictures some sweep needs; one that was removed after `before` (milliseconds since 1970) may still come back. */
export async function neededPictures(database: Database, before: number): Promise<NeededPictures> {
  const needed = new Set<string>();
  const removed: NeededPictures["removed"] = [];
  const seen = new Map<number, number>();
  for (const sweep of everySweep(database)) {
    seen.set(sweep.id, sweep.meant);
    const keys = keysOfSweep(sweep);
    if (sweep.removed && Date.parse(sweep.changed) < before) removed.push({ id: sweep.id, name: sweep.name, keys });
    else for (const key of keys) needed.add(key);
    await nextTurn();
  }
  return { keys: needed, removed, seen };
}

/** Keys of sweeps that began, came back or changed since. Call inside the transaction that takes rows away. */
export function neededSince(database: Database, { seen, removed }: NeededPictures): Set<string> {
  const gone = new Set(removed.map(({ id }) => id));
  const changed = everySweep(database).filter(
    (sweep) => seen.get(sweep.id) !== sweep.meant || (gone.has(sweep.id) && !sweep.removed),
  );
  return new Set(changed.flatMap((sweep) => [...keysOfSweep(sweep)]));
}
