import { lowerStrengths } from "../../sweep/verdict/lower-strengths.js";
import type { Sweep, SweepReport, SweepSettings } from "./sweep.js";

type Reason = SweepReport["notEnough"][number];

export interface More {
  what: "seeds" | "higher" | "lower" | "prompts" | "folder";
  /** How many seeds are added; the strengths that are. */
  text: string;
  change: Partial<SweepSettings>;
}

const LEAST_SEEDS = 2;
const MOST_SEEDS = 24;
const LARGEST_SEED = 4_294_967_295;

const valuesOf = ({ axes }: Pick<Sweep, "axes">, axis: string) => axes.find(({ id }) => id === axis)?.values ?? [];

/** As many seeds more as the reason asks for: pictures of one strength are spread over the other axes too. */
function moreSeeds(shown: Pick<Sweep, "axes">, { values }: Reason): More | null {
  const drawn = valuesOf(shown, "seed").map(({ text }) => Number(text));
  const largest = Math.max(...drawn.filter((seed) => Number.isSafeInteger(seed)));
  if (!Number.isFinite(largest)) return null;
  const missing = Number(values.needed ?? 0) - Number(values.cells ?? 0);
  const each = Number(values.cells ?? drawn.length) / drawn.length;
  const count = Math.min(MOST_SEEDS, Math.max(LEAST_SEEDS, Math.ceil(missing / Math.max(1, each))));
  const added = Array.from({ length: count }, (_, index) => (largest + 1 + index) % LARGEST_SEED);
  return { what: "seeds", text: String(count), change: { seeds: [...drawn, ...added].join(", ") } };
}

const rounded = (value: number): string => String(Math.round(value * 100) / 100);

/** What to draw next for a reason that is short of evidence; null where only the user knows. */
export function moreOf(shown: Pick<Sweep, "axes" | "settings">, reason: Reason): More | null {
  const { code, values } = reason;
  const { strengths } = shown.settings;
  if (code === "fewCells" || code === "overlap") return moreSeeds(shown, reason);
  if (code === "allNamed" || code === "noTrigger") return { what: "prompts", text: "", change: {} };
  if (code === "noTraining") return { what: "folder", text: "", change: {} };
  if (code === "allWeak") {
    const to = Number(values.to);
    const added = `${rounded(to + 0.25)}, ${rounded(to + 0.5)}`;
    return { what: "higher", text: added, change: { strengths: `${strengths}, ${added}` } };
  }
  if (code === "allStrong") {
    const added = lowerStrengths(Number(values.from))?.map(rounded).join(", ");
    return added === undefined ? null : { what: "lower", text: added, change: { strengths: `${added}, ${strengths}` } };
  }
  return null;
}
