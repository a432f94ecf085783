import { createHash } from "node:crypto";

/** A drawn and proven picture that can be voted on. */
export interface Eligible {
  key: string;
  content: string;
  lora: number;
  strength: number;
  /** Pictures with the same number differ in LoRA and strength only. */
  comparison: number;
  prompt: string;
}

export interface Paper {
  keys: readonly string[];
  contents: readonly string[];
  prompt: string;
}

/** An order that nobody can guess and that is the same for the same seed. */
function shuffled<T>(items: readonly T[], seed: string, nameOf: (item: T) => string): T[] {
  const placed = items.map((item) => ({
    item,
    order: createHash("sha256")
      .update(`${seed}\0${nameOf(item)}`)
      .digest("hex"),
  }));
  return placed.sort((one, other) => (one.order < other.order ? -1 : 1)).map(({ item }) => item);
}

function grouped<T>(items: readonly T[], groupOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(groupOf(item));
    if (group) group.push(item);
    else groups.set(groupOf(item), [item]);
  }
  return [...groups.values()];
}

/** One of each group, then a second of each, so that a short ballot asks about all of them alike. */
const inTurns = <T>(groups: readonly T[][]): T[] =>
  Array.from({ length: Math.max(0, ...groups.map(({ length }) => length)) }, (_, turn) => turn).flatMap((turn) =>
    groups.flatMap((group) => group[turn] ?? []),
  );

/** Those without a vote, or all of them when every one has one. */
function unvoted(papers: readonly Paper[], voted: ReadonlySet<string>): readonly Paper[] {
  const left = papers.filter(({ keys }) => !voted.has(paperName(keys)));
  return left.length > 0 ? left : papers;
}

/** Names what a paper asks, whichever picture is on the left. */
export const paperName = (keys: readonly string[]): string => keys.toSorted().join(" ");

/** Different pictures of one comparison beside each other, each with its two neighbours in a random ring. */
function pairsOf(group: readonly Eligible[], seed: string): Paper[] {
  const ring = shuffled(group, seed, ({ key }) => key);
  const pairs = new Map<string, Paper>();
  for (const [place, one] of ring.entries()) {
    const other = ring[(place + 1) % ring.length];
    if (!other || other.content === one.content) continue;
    const sides = shuffled([one, other], `${seed} side`, ({ key }) => `${place} ${key}`);
    const keys = sides.map(({ key }) => key);
    pairs.set(paperName(keys), { keys, contents: sides.map(({ content }) => content), prompt: one.prompt });
  }
  return [...pairs.values()];
}

export interface BallotWish {
  mode: "single" | "pair";
  count: number;
  /** Decides the order. */
  seed: string;
  /** Names of papers that have a vote. */
  voted: ReadonlySet<string>;
}

/**
 * Papers of a blind ballot: every (LoRA, strength) alike often, pictures without a vote first, in a random order. A picture
 * that stands in several cells is asked once.
 */
export function drawBallot(eligible: readonly Eligible[], { mode, count, seed, voted }: BallotWish): Paper[] {
  const different = [...new Map(eligible.map((one) => [one.content, one])).values()];
  const nameOf = ({ keys }: Paper): string => paperName(keys);
  if (mode === "pair") {
    const groups = grouped(different, ({ comparison }) => String(comparison));
    const pairs = groups.map((group) => pairsOf(group, seed));
    const chosen = inTurns(pairs.map((group) => shuffled(unvoted(group, voted), seed, nameOf)));
    return shuffled(chosen.slice(0, count), `${seed} order`, nameOf);
  }
  const single = (one: Eligible): Paper => ({ keys: [one.key], contents: [one.content], prompt: one.prompt });
  const left = new Set(unvoted(different.map(single), voted).map(nameOf));
  const asked = different.filter(({ key }) => left.has(key));
  const groups = grouped(asked, ({ lora, strength }) => `${lora} ${strength}`);
  const chosen = inTurns(
    shuffled(groups, seed, ([first]) => first?.key ?? "").map((group) => shuffled(group, seed, ({ key }) => key)),
  );
  return shuffled(chosen.slice(0, count).map(single), `${seed} order`, nameOf);
}
