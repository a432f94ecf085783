import { createHash } from "node:crypto";

/** Numbers that are the same for the same words. */
export interface Chance {
  /** 0 to 1 */
  next(): number;
  /** Mean 0, deviation 1. */
  bell(): number;
  pick<T>(choices: readonly [T, ...T[]]): T;
}

/** Mulberry32 (public domain, by Tommy Ettinger), begun by a hash of `words`. */
export function chance(...words: readonly (string | number)[]): Chance {
  let state = createHash("sha256").update(words.join("\n")).digest().readUInt32LE(0);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    // Twelve even numbers add up to nearly a bell curve of deviation 1.
    bell: () => Array.from({ length: 12 }, next).reduce((sum, value) => sum + value, -6),
    pick: (choices) => choices[Math.floor(next() * choices.length)] ?? choices[0],
  };
}
