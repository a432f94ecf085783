import type { Result } from "../../../../protocol/validate.js";
import type { SweepRecord } from "../../../sweep/cells/sweep-table.js";
import type { SweepSettings } from "../../../sweep/plan/resolved-sweep.js";
import { thresholds } from "../../../sweep/verdict/thresholds.js";
import { type LineageReason, lineageReason } from "../lineage-reason.js";
import type { LineageRoom } from "../lineage-room.js";
import type { SideCell } from "./drawn-of-side.js";
import type { Side } from "./sides.js";

type Missing = Result<"lineage/compare">["missing"];

/** What is missing for a fair comparison; null where enough was drawn. */
export function missingReason(
  drawn: readonly [readonly SideCell[], readonly SideCell[]],
  comparisons: number,
): LineageReason | null {
  if (comparisons >= thresholds.leastCells) return null;
  const [first, second] = drawn;
  if (first.length === 0 && second.length === 0) return lineageReason("noneDrawn");
  if (first.length === 0 || second.length === 0) return lineageReason("oneDrawn", { side: first.length === 0 ? 1 : 2 });
  if (comparisons === 0) return lineageReason("noneTogether");
  return lineageReason("fewTogether", { pairs: comparisons, needed: thresholds.leastCells });
}

/** Seeds of a sweep, more of them where they are too few to tell anything. */
function enoughSeeds({ seeds, prompts }: SweepSettings): string {
  const single = /^\s*\d+\s*$/.test(seeds);
  if (!single || prompts.length >= thresholds.leastCells) return seeds;
  return `${Number(seeds)}-${Number(seeds) + 2}`;
}

/**
 * A sweep of both files: as the latest one of either was, so that what is drawn already is drawn once; else as it is proposed
 * for these files.
 */
export async function missingSweep(
  { call }: LineageRoom,
  sides: readonly [Side, Side],
  { reason, sweeps }: { reason: LineageReason | null; sweeps: readonly SweepRecord[] },
): Promise<Missing> {
  if (reason === null) return null;
  const loras = sides.map(({ file }) => file.path);
  const name = sides.map(({ file }) => file.name).join(" – ");
  const [latest] = [...sweeps].sort((one, other) => other.id - one.id);
  if (latest) {
    const { settings } = latest;
    return { reason, settings: { ...settings, name, loras, run: null, seeds: enoughSeeds(settings), search: "full" } };
  }
  const folder = sides.map(({ run }) => run?.meant.folder ?? null).find((one) => one !== null);
  const proposed = await call("sweep/propose", { files: loras, ...(folder ? { folder } : {}) });
  return { reason, settings: { ...proposed.settings, name, run: null, loras } };
}
