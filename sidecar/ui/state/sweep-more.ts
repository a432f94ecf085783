import type { Sweep } from "./sweep.js";
import type { SweepSettings } from "./sweep-draft.js";

export interface More {
  what: "seeds" | "strengths" | "prompts";
  change: Partial<SweepSettings>;
}

const FURTHER_SEEDS = 3;
const LARGEST_SEED = 4_294_967_295;

/** The sweep's seeds as they were drawn, and so many after the largest of them. */
export function furtherSeeds({ axes }: Pick<Sweep, "axes">): string | null {
  const drawn = axes.find(({ id }) => id === "seed")?.values.map(({ text }) => Number(text)) ?? [];
  const largest = Math.max(...drawn.filter((seed) => Number.isSafeInteger(seed)));
  if (!Number.isFinite(largest)) return null;
  const added = Array.from({ length: FURTHER_SEEDS }, (_, index) => (largest + 1 + index) % LARGEST_SEED);
  return [...drawn, ...added].join(", ");
}

/** What to draw next for a reason that is short of evidence; null where only the user knows. */
export function moreOf(shown: Sweep, code: string): More | null {
  if (/prompt/i.test(code)) return { what: "prompts", change: {} };
  const seeds = furtherSeeds(shown);
  return /seed|interval|overlap|cells|noise/i.test(code) && seeds !== null
    ? { what: "seeds", change: { seeds } }
    : null;
}
