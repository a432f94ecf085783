import type { Result } from "../../../protocol/validate.js";
import type { SweepCells } from "./sweep-cells.js";
import type { SweepRecord } from "./sweep-table.js";

type SweepRow = Result<"sweep/list">["sweeps"][number];

/** One row of the list; cells are counted only where they were not, or are changing. */
export function wireSweep(sweep: SweepRecord, cellsOf: (sweep: SweepRecord) => SweepCells): SweepRow {
  const { id, name, state, settings, created, changed, revision, job, problem } = sweep;
  const cells = sweep.counts === null || state === "drawing" ? cellsOf(sweep) : null;
  return {
    id,
    name,
    state,
    rehearsal: settings.rehearsal,
    run: settings.run,
    folder: settings.folder,
    created,
    changed,
    revision,
    jobId: job,
    counts: cells?.counts() ?? sweep.counts ?? cellsOf(sweep).counts(),
    problem,
    picture: cells ? cells.picture() : sweep.picture,
  };
}
