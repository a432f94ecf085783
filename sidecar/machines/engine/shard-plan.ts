/** Who gets which items, as a state with no clock, network or files of its own. Times are in milliseconds. */

/** One item on its way: open until the first result settles it, whoever brings it. */
export interface ShardEntry<Item> {
  readonly item: Item;
  /** Machines that broke under it, or lost it. */
  lost: number;
  readonly isOpen: boolean;
}

interface Kept<Item> extends ShardEntry<Item> {
  isOpen: boolean;
  /** Shards that hold it now, and the bench here. */
  copies: number;
  isHere: boolean;
}

/** Items that one machine works on in one go. */
export interface Shard<Item> {
  id: string;
  since: number;
  entries: readonly ShardEntry<Item>[];
}

export interface ShardLimits {
  /** Items of one shard at most. */
  most: number;
  /** A shard is not given to a second machine before this. */
  patienceMs: number;
}

const usualLimits: ShardLimits = { most: 16, patienceMs: 20_000 };

// An entry that three machines lost is worked on here, or not at all.
const MOST_LOST = 3;
// Two machines at most work on the same item.
const MOST_COPIES = 2;
// A shard that takes this many times the usual hangs, or its machine is far slower than others that are idle.
const SLOW = 3;
const REMEMBERED = 32;

export interface ShardPlan<Item> {
  add(item: Item): ShardEntry<Item>;
  /** The next for the bench here, null when there is none. `canSteal`: also one that a machine is slow with. */
  takeHere(now: number): ShardEntry<Item> | null;
  /**
   * The next shard for other machines, null while they have enough.
   * @param slots how many shards they may have, those waiting for them included
   */
  nextShard(slots: number, now: number): Shard<Item> | null;
  shard(id: string): Shard<Item> | null;
  outstanding(): readonly Shard<Item>[];
  /** A result came: true for the first one, which counts. */
  settle(entry: ShardEntry<Item>): boolean;
  /** Nothing more comes of a shard; what it left open waits again. `isLost`: its machine broke. */
  end(id: string, now: number, isLost?: boolean): void;
  /** One that no machine is given any more, null when there is none. */
  takeStuck(): ShardEntry<Item> | null;
  waiting(): number;
}

/**
 * Guided self-scheduling (Polychronopoulos and Kuck, 1987): a shard is the share of what waits that would give every slot
 * two, so that shards are large at first and single items at the end, when slow machines would keep all others waiting.
 */
const shardSize = (waiting: number, slots: number, most: number): number =>
  Math.max(1, Math.min(most, Math.ceil(waiting / (2 * Math.max(1, slots)))));

export function createShardPlan<Item>(name: string, limits: ShardLimits = usualLimits): ShardPlan<Item> {
  const shards = new Map<string, Omit<Shard<Item>, "entries"> & { entries: readonly Kept<Item>[] }>();
  // Kept once each; a queue by index, since shifting a long array is slow.
  let queue: Kept<Item>[] = [];
  let head = 0;
  let next = 0;
  const took: number[] = [];
  const kept = new Map<ShardEntry<Item>, Kept<Item>>();

  const compact = (): void => {
    if (head < 1024 || head * 2 < queue.length) return;
    queue = queue.slice(head);
    head = 0;
  };
  const putFirst = (entry: Kept<Item>): void => {
    if (head > 0) queue[--head] = entry;
    else queue.unshift(entry);
  };
  /** Those that wait, in their order, until `wanted` are found. */
  const take = (wanted: number, fits: (entry: Kept<Item>) => boolean): Kept<Item>[] => {
    const found: Kept<Item>[] = [];
    const left: Kept<Item>[] = [];
    while (head < queue.length && found.length < wanted) {
      const entry = queue[head++];
      if (!entry?.isOpen) continue;
      if (fits(entry)) found.push(entry);
      else left.push(entry);
    }
    // Those that do not fit keep their place before all others.
    for (const entry of left.reverse()) putFirst(entry);
    compact();
    return found;
  };
  const slowAfter = (): number => {
    const middle = [...took].sort((a, b) => a - b)[took.length >> 1] ?? 0;
    return Math.max(limits.patienceMs, middle * SLOW);
  };
  /** The oldest shard that takes too long, with entries that may be given to another. */
  const slowest = (now: number, fits: (entry: Kept<Item>) => boolean): Kept<Item>[] => {
    const after = slowAfter();
    for (const { since, entries } of shards.values()) {
      if (now - since < after) continue;
      const open = entries.filter((entry) => entry.isOpen && fits(entry));
      if (open.length > 0) return open;
    }
    return [];
  };
  const pack = (entries: Kept<Item>[], now: number): Shard<Item> => {
    const shard = { id: `${name}-${next++}`, since: now, entries };
    shards.set(shard.id, shard);
    for (const entry of entries) entry.copies += 1;
    return shard;
  };
  const travels = ({ lost }: Kept<Item>): boolean => lost < MOST_LOST;

  return {
    add(item) {
      const entry = { item, lost: 0, isOpen: true, copies: 0, isHere: false };
      kept.set(entry, entry);
      queue.push(entry);
      return entry;
    },
    takeHere(now) {
      const [entry] = take(1, () => true);
      const found = entry ?? slowest(now, ({ isHere }) => !isHere)[0];
      if (!found) return null;
      found.isHere = true;
      return found;
    },
    nextShard(slots, now) {
      if (shards.size >= slots) return null;
      const entries = take(shardSize(queue.length - head, slots, limits.most), travels);
      if (entries.length > 0) return pack(entries, now);
      const late = slowest(now, (entry) => travels(entry) && entry.copies < MOST_COPIES && !entry.isHere);
      return late.length > 0 ? pack(late.slice(0, limits.most), now) : null;
    },
    shard: (id) => shards.get(id) ?? null,
    outstanding: () => [...shards.values()],
    settle(entry) {
      const one = kept.get(entry);
      if (!one?.isOpen) return false;
      one.isOpen = false;
      kept.delete(entry);
      return true;
    },
    end(id, now, isLost = false) {
      const shard = shards.get(id);
      if (!shard) return;
      shards.delete(id);
      if (!isLost) {
        if (took.length === REMEMBERED) took.shift();
        took.push(now - shard.since);
      }
      for (const entry of shard.entries) {
        entry.copies -= 1;
        if (isLost) entry.lost += 1;
        if (entry.isOpen && entry.copies === 0 && !entry.isHere) putFirst(entry);
      }
    },
    takeStuck: () => take(1, (entry) => !travels(entry))[0] ?? null,
    waiting: () => queue.length - head,
  };
}
