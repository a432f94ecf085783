import type { Database } from "../../../store/database.js";
import { type PictureRow, picturesOf } from "../../cells/picture-table.js";
import { oneSweep } from "../../cells/sweep-table.js";
import { picturePath } from "../../draw/picture-files.js";
import { resolveSweep } from "../../plan/resolve-sweep.js";
import type { ResolvedSweep } from "../../plan/resolved-sweep.js";
import type { ExportedCell, ExportedSweep } from "./exported-sweep.js";
import { whoDrew } from "./who-drew.js";

function picturesOfSweep(database: Database, resolved: ResolvedSweep): Map<string, PictureRow> {
  const keys = Array.from({ length: resolved.cellCount }, (_, index) => resolved.keyOf(index));
  const different = [...new Set(keys.filter((key) => key !== null))];
  return new Map(picturesOf(database, different).map((row) => [row.key, row]));
}

/** The cells of a sweep as they are now. @throws StudioError "notFound" */
export function exportedSweep(database: Database, stateFolder: string, id: number): ExportedSweep {
  const { name, settings, facts, wanted } = oneSweep(database, id);
  const resolved = resolveSweep(settings, facts);
  const wantedCells = wanted && new Set(wanted);
  let pictures: Map<string, PictureRow> | null = null;
  function cell(index: number): ExportedCell {
    const key = resolved.keyOf(index);
    if (key === null) return { index, state: "skipped", picture: null, problem: null };
    pictures ??= picturesOfSweep(database, resolved);
    const row = pictures.get(key);
    if (!row) {
      const state = wantedCells === null || wantedCells.has(index) ? "waiting" : "left";
      return { index, state, picture: null, problem: null };
    }
    const { state, content, width, height, infotext, problem, webui } = row;
    const drawnBy = webui === null ? null : whoDrew(webui);
    const path = content === null ? null : picturePath(stateFolder, content);
    const picture = content === null || path === null ? null : { content, path, width, height, infotext, drawnBy };
    return { index, state, picture, problem };
  }
  return { id, name, rehearsal: settings.rehearsal, resolved, cell };
}
