import { words } from "./look.js";
import type { RoomState } from "./room-state.js";
import { type SweepRow, sweeps } from "./sweep.js";

/** How far a sweep is: everything that is drawn, proven or not. */
export const drawnOf = ({ counts }: Pick<SweepRow, "counts">): number => counts.drawn + counts.wrong;

export const toneOfSweep = ({ state, counts }: SweepRow): RoomState["tone"] => {
  if (state === "drawing") return "running";
  if (state === "failed") return "broken";
  if (state === "done" && counts.wrong + counts.failed === 0) return "good";
  return "look";
};

/** The room's line in the journey. */
export function sweepState(): RoomState {
  const { sweep: said } = words.value;
  const row = sweeps.value.find(({ state }) => state === "drawing") ?? sweeps.value[0];
  if (row === undefined) return { tone: "idle", sentence: said.nothingYet };
  return { tone: toneOfSweep(row), sentence: said.roomCells(drawnOf(row), row.counts.cells) };
}
