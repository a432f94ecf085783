import { join } from "node:path";
import { StudioError } from "../../../host/studio-error.js";
import type { Database } from "../../../store/database.js";
import { resolveSweep } from "../../plan/resolve-sweep.js";
import type { ResolvedSweep, SweepFacts, SweepSettings } from "../../plan/resolved-sweep.js";
import type { ExportedCell, ExportedSweep } from "./exported-sweep.js";

/** A sweep as it is stored, with what it means. */
export interface StoredSweep {
  id: number;
  name: string;
  resolved: ResolvedSweep;
  /** Cells that a search wants; null: all. */
  wanted: ReadonlySet<number> | null;
}

/** @throws StudioError "notFound" */
export function storedSweep(database: Database, id: number): StoredSweep {
  const row = database.prepare("SELECT name, settings, facts, rounds FROM sweep WHERE id = ?").get(id);
  if (!row) throw new StudioError("notFound", `There is no sweep ${id}.`, "`sweep list` names them.");
  const { name, settings, facts, rounds } = Object(row);
  // Written by this program, from params that had been checked.
  const meant: SweepSettings = JSON.parse(String(settings));
  const known: SweepFacts = JSON.parse(String(facts));
  const wanted: unknown = typeof rounds === "string" ? JSON.parse(rounds) : null;
  return {
    id,
    name: String(name),
    resolved: resolveSweep(meant, known),
    wanted: Array.isArray(wanted) ? new Set(wanted.map(Number)) : null,
  };
}

interface PictureRow {
  state: "drawn" | "wrong" | "failed";
  content: string | null;
  width: number;
  height: number;
  infotext: string | null;
  problem: string | null;
}

const text = (value: unknown): string | null => (typeof value === "string" ? value : null);

function pictureRow(row: unknown): PictureRow {
  const { state, content, width, height, infotext, problem } = Object(row);
  return {
    state: state === "drawn" || state === "wrong" ? state : "failed",
    content: text(content),
    width: Number(width),
    height: Number(height),
    infotext: text(infotext),
    problem: text(problem),
  };
}

/** The cells of a sweep as they are now, each looked up when it is asked for. */
export function exportedSweep(database: Database, stateFolder: string, id: number): ExportedSweep {
  const { name, resolved, wanted } = storedSweep(database, id);
  const byKey = database.prepare(
    "SELECT state, content, width, height, infotext, problem FROM sweep_picture WHERE key = ?",
  );
  function cell(index: number): ExportedCell {
    const key = resolved.keyOf(index);
    if (key === null) return { index, state: "skipped", picture: null, problem: null };
    const found = byKey.get(key);
    if (!found) {
      const state = wanted === null || wanted.has(index) ? "waiting" : "left";
      return { index, state, picture: null, problem: null };
    }
    const { state, content, width, height, infotext, problem } = pictureRow(found);
    const path = content && join(stateFolder, "sweeps", "pictures", content.slice(0, 2), `${content}.png`);
    const picture = content && path ? { content, path, width, height, infotext } : null;
    return { index, state, picture, problem };
  }
  return { id, name, rehearsal: resolved.settings.rehearsal, resolved, cell };
}
