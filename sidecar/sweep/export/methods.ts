import type { Params, Result } from "../../../protocol/validate.js";
import type { LongRequest } from "../../dataset/verify.js";
import { toldWarnings } from "../../words/sentence.js";
import { requireOwner } from "../require-owner.js";
import type { SweepRoom } from "../sweep-room.js";
import { exportTarget } from "./files/target.js";
import { exportKinds } from "./kinds/all-kinds.js";
import { currentReport, currentScores } from "./read/current-report.js";
import { exportedSweep } from "./read/stored-sweep.js";
import { sheetPreview } from "./sheet/preview.js";

/** Methods that take pictures and cells of a sweep out of the studio. */
export function exportMethods(room: SweepRoom) {
  const { database, roots, stateFolder } = room;
  return {
    async "sweep/export"(
      params: Params<"sweep/export">,
      { signal, progress }: LongRequest,
    ): Promise<Result<"sweep/export">> {
      requireOwner(room);
      const sweep = exportedSweep(database, stateFolder, params.id);
      const kind = exportKinds[params.kind];
      const target = await exportTarget(roots, params.to, kind.proposedName(sweep, params));
      const { warnings, ...outcome } = await kind.run({
        sweep,
        look: params.look ?? {},
        target,
        format: params.format,
        along: params.along,
        secondsPerFrame: params.secondsPerFrame,
        dryRun: params.dryRun ?? false,
        stateFolder,
        report: () => currentReport(room, params.id),
        scores: () => currentScores(room, params.id),
        signal,
        progress,
      });
      return { ...outcome, ...toldWarnings(warnings) };
    },
    async "sweep/sheet"(
      { id, look = {} }: Params<"sweep/sheet">,
      { signal }: LongRequest,
    ): Promise<Result<"sweep/sheet">> {
      requireOwner(room);
      return sheetPreview(exportedSweep(database, stateFolder, id), look, { stateFolder, signal });
    },
  };
}
