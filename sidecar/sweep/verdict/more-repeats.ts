import { basename, dirname } from "node:path";
import { reason, type SweepReason } from "./reason.js";
import type { WeakTrait } from "./weak-traits.js";

/** A folder that the trainer read. */
export interface RepeatedFolder {
  folder: string;
  /** At least 1. */
  repeats: number;
  /** Training pictures in it that are compared, at least 1. */
  pictures: number;
  /** Its name holds the repeats, so that a plan cannot change them. */
  named: boolean;
}

interface RepeatsChange {
  field: "repeats";
  /** Empty where the plan is left as it is. */
  from: string;
  to: string;
  reason: SweepReason;
}

export interface MoreRepeats {
  /** New repeats of folders of the plan. */
  raised: ReadonlyMap<string, number>;
  changes: readonly RepeatsChange[];
}

const TIMES = 2;
// Repeats are of whole folders: a folder is shown more often where most of it shows the trait.
const MOST_OF_IT = 0.5;

/**
 * Folders that should be shown more often for traits that few pictures have. A folder is raised once, for however many
 * traits; where the pictures share all their folders with others, that is told and nothing is changed.
 * @param folders none: not known
 */
export function moreRepeats(rare: readonly WeakTrait[], folders: readonly RepeatedFolder[]): MoreRepeats {
  const raised = new Map<string, number>();
  const changes = rare.flatMap(({ tag, pictures }): RepeatsChange[] => {
    const untouched = (code: "moreRepeats" | "repeatsShared"): RepeatsChange[] => [
      { field: "repeats", from: "", to: "", reason: reason(code, { tag, pictures: pictures.length }) },
    ];
    if (folders.length === 0) return untouched("moreRepeats");
    const showing = (folder: string): number => pictures.filter((path) => dirname(path) === folder).length;
    const own = folders.filter((one) => showing(one.folder) > MOST_OF_IT * one.pictures);
    // With every folder raised each picture's part would stay the same.
    if (own.length === 0 || own.length === folders.length) return untouched("repeatsShared");
    return own.map(({ folder, repeats, named, pictures: of }) => {
      const to = repeats * TIMES;
      if (!named) raised.set(folder, to);
      const values = { tag, pictures: showing(folder), of, folder: basename(folder), from: repeats, to };
      const change = named ? { from: "", to: "" } : { from: String(repeats), to: String(to) };
      return { field: "repeats", ...change, reason: reason(named ? "repeatsInName" : "repeatsRaised", values) };
    });
  });
  return { raised, changes };
}
