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
  /** Shards that hold it now. */
  copies: number;
  /** When the bench here took it; null when it has not. */
  hereSince: number | null;
}

/** Items that one machine works on in one go. */
export interface Shard<Item> {
  id: string;
  machine: string;
  /** When it was given. */
  since: number;
  entries: readonly ShardEntry<Item>[];
}

interface KeptShard<Item> extends Shard<Item> {
  /** When its machine was free for it; null while it works on another. */
  begun: number | null;
  entries: readonly Kept<Item>[];
}

export interface ShardLimits {
  /** Items of one shard at most. */
  most: number;
  /** What another has is not done a second time before this by one whose own pace is not known yet. */
  patienceMs: number;
}

const usualLimits: ShardLimits = { most: 16, patienceMs: 20_000 };

/** How a shard ended: with its results, without its machine's fault, or by it. */
export type ShardEnd = "done" | "returned" | "lost";

// One in work, and one whose files come meanwhile.
const SHARDS_A_MACHINE = 2;
// An entry that three machines lost is worked on here, or not at all.
const MOST_LOST = 3;
// So many at most work on the same item; one more, where it is known how soon that one would have it.
const MOST_PARTIES = 2;
// For one that does not know its own pace: this many times the usual.
const SLOW = 3;
const REMEMBERED = 32;

export interface ShardPlan<Item> {
  add(item: Item): ShardEntry<Item>;
  /** How many were added so far. */
  added(): number;
  /** The next for the bench here, null when there is none: one that waits, or one that another would be later with. */
  takeHere(now: number): ShardEntry<Item> | null;
  /** The bench here is done with it. */
  leaveHere(entry: ShardEntry<Item>, now: number): void;
  /**
   * The next shard for a machine of what waits, null while it has enough, or when nothing waits for it.
   * @param crowd how many machines take part, with this one
   */
  nextShard(machine: string, crowd: number, now: number): Shard<Item> | null;
  /** For a machine that has nothing: what another would be later with, null when there is no such thing. */
  lateShard(machine: string, now: number): Shard<Item> | null;
  /** How many shards a machine has. */
  held(machine: string): number;
  shard(id: string): Shard<Item> | null;
  outstanding(): readonly Shard<Item>[];
  /** A result came: true for the first one, which counts. */
  settle(entry: ShardEntry<Item>): boolean;
  /** Nothing more comes of a shard; what it left open waits again. */
  end(id: string, now: number, how?: ShardEnd): void;
  /** One that no machine is given any more, null when there is none. */
  takeStuck(): ShardEntry<Item> | null;
  waiting(): number;
}

/**
 * Guided self-scheduling (Polychronopoulos and Kuck, 1987): a shard is the share of what waits that would give every slot
 * two, so that shards are large at first and single items at the end, when slow machines would keep all others waiting.
 */
const shardSize = (waiting: number, slots: number, most: number): number =>
  Math.max(1, Math.min(most, Math.ceil(waiting / (2 * slots))));

/** The bench here, among machines. */
const HERE = "";

export function createShardPlan<Item>(name: string, limits: ShardLimits = usualLimits): ShardPlan<Item> {
  const shards = new Map<string, KeptShard<Item>>();
  // In the order in which they were given.
  const shardsOf = new Map<string, KeptShard<Item>[]>();
  const here = new Map<ShardEntry<Item>, Kept<Item>>();
  // Kept once each; a queue by index, since shifting a long array is slow.
  let queue: Kept<Item>[] = [];
  let head = 0;
  let next = 0;
  let added = 0;
  const kept = new Map<ShardEntry<Item>, Kept<Item>>();
  // Milliseconds an item, of each that has brought some, and of the last shards of all.
  const paces = new Map<string, { ms: number; isFirst: boolean }>();
  const took: number[] = [];

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
  const learn = (who: string, ms: number): void => {
    const before = paces.get(who);
    // The first has a model's loading in it; later, what it did last counts half.
    paces.set(
      who,
      before === undefined || before.isFirst ? { ms, isFirst: !before } : { ms: (before.ms + ms) / 2, isFirst: false },
    );
  };
  const usual = (): number => [...took].sort((a, b) => a - b)[took.length >> 1] ?? 0;
  const parties = ({ copies, hereSince }: Kept<Item>): number => copies + (hereSince === null ? 0 : 1);
  /**
   * Items that another has and that are better done by this one too, which has nothing else to do: those that wait behind
   * others at their machine; else those that take longer than this one would.
   */
  const late = (who: string, now: number, fits: (entry: Kept<Item>) => boolean): Kept<Item>[] => {
    const known = paces.get(who);
    const most = MOST_PARTIES + (known ? 1 : 0);
    const free = (entries: readonly Kept<Item>[]): Kept<Item>[] =>
      entries.filter((entry) => entry.isOpen && parties(entry) < most && fits(entry));
    for (const { machine, begun, entries } of shards.values()) {
      if (begun !== null || machine === who) continue;
      const found = free(entries);
      if (found.length > 0) return found;
    }
    const patience = (count: number): number => {
      if (!known) return Math.max(limits.patienceMs, usual() * SLOW);
      // Its model is loaded now: it may be far quicker than it was.
      return known.isFirst ? 0 : known.ms * count;
    };
    for (const { machine, begun, entries } of shards.values()) {
      if (begun === null || machine === who || now - begun < patience(entries.length)) continue;
      const found = free(entries);
      if (found.length > 0) return found;
    }
    if (who === HERE) return [];
    const found = [...here.values()].find(({ hereSince }) => now - (hereSince ?? now) >= patience(1));
    return found ? free([found]) : [];
  };
  const pack = (machine: string, entries: Kept<Item>[], now: number): Shard<Item> => {
    const mine = shardsOf.get(machine) ?? [];
    const shard = { id: `${name}-${next++}`, machine, since: now, begun: mine.length === 0 ? now : null, entries };
    shards.set(shard.id, shard);
    shardsOf.set(machine, [...mine, shard]);
    for (const entry of entries) entry.copies += 1;
    return shard;
  };
  const travels = ({ lost }: Kept<Item>): boolean => lost < MOST_LOST;
  const held = (machine: string): number => shardsOf.get(machine)?.length ?? 0;
  const waiting = (): number => queue.length - head;

  return {
    add(item) {
      const entry = { item, lost: 0, isOpen: true, copies: 0, hereSince: null };
      kept.set(entry, entry);
      queue.push(entry);
      added += 1;
      return entry;
    },
    added: () => added,
    takeHere(now) {
      const found = take(1, () => true)[0] ?? late(HERE, now, ({ hereSince }) => hereSince === null)[0];
      if (!found) return null;
      found.hereSince = now;
      here.set(found, found);
      return found;
    },
    leaveHere(entry, now) {
      const one = here.get(entry);
      if (!one || one.hereSince === null) return;
      learn(HERE, now - one.hereSince);
      one.hereSince = null;
      here.delete(entry);
    },
    nextShard(machine, crowd, now) {
      const has = held(machine);
      if (has >= SHARDS_A_MACHINE) return null;
      // What would lie ready at one machine while another has nothing is left for that one.
      if (has > 0 && waiting() < crowd) return null;
      const entries = take(shardSize(waiting(), SHARDS_A_MACHINE * crowd, limits.most), travels);
      return entries.length > 0 ? pack(machine, entries, now) : null;
    },
    lateShard(machine, now) {
      if (held(machine) > 0) return null;
      const found = late(machine, now, travels);
      return found.length > 0 ? pack(machine, found.slice(0, limits.most), now) : null;
    },
    held,
    shard: (id) => shards.get(id) ?? null,
    outstanding: () => [...shards.values()],
    settle(entry) {
      const one = kept.get(entry);
      if (!one?.isOpen) return false;
      one.isOpen = false;
      kept.delete(entry);
      return true;
    },
    end(id, now, how = "returned") {
      const shard = shards.get(id);
      if (!shard) return;
      const { machine, begun, entries } = shard;
      shards.delete(id);
      const rest = (shardsOf.get(machine) ?? []).filter((one) => one !== shard);
      if (rest.length === 0) shardsOf.delete(machine);
      else shardsOf.set(machine, rest);
      for (const one of rest.slice(0, 1)) one.begun ??= now;
      if (how === "done" && begun !== null) {
        learn(machine, (now - begun) / entries.length);
        if (took.length === REMEMBERED) took.shift();
        took.push(now - begun);
      }
      for (const entry of entries) {
        entry.copies -= 1;
        if (how === "lost") entry.lost += 1;
        if (entry.isOpen && parties(entry) === 0) putFirst(entry);
      }
    },
    takeStuck: () => take(1, (entry) => !travels(entry))[0] ?? null,
    waiting,
  };
}
