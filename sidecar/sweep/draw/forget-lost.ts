import { existsSync } from "node:fs";
import type { Database } from "../../store/database.js";
import { forgetPictures, marksOf } from "../cells/picture-table.js";
import { resolveSweep } from "../plan/resolve-sweep.js";
import type { SweepFacts, SweepSettings } from "../plan/resolved-sweep.js";
import { picturePath } from "./picture-files.js";

/** Pictures whose files are not here – they came with a project without them – are drawn anew, not taken for drawn. */
export function forgetLost(
  { database, stateFolder }: { database: Database; stateFolder: string },
  { settings, facts }: { settings: SweepSettings; facts: SweepFacts },
): void {
  const resolved = resolveSweep(settings, facts);
  const keys = Array.from({ length: resolved.cellCount }, (_, index) => resolved.keyOf(index));
  const marks = marksOf(
    database,
    keys.filter((key) => key !== null),
  );
  const lost = marks.filter(({ content }) => content !== null && !existsSync(picturePath(stateFolder, content)));
  if (lost.length > 0) {
    forgetPictures(
      database,
      lost.map(({ key }) => key),
    );
  }
}
