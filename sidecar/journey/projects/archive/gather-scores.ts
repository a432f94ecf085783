import type { Database } from "../../../store/database.js";
import type { SweepRecord } from "../../../sweep/cells/sweep-table.js";
import { resolveSweep } from "../../../sweep/plan/resolve-sweep.js";

const base64 = (bytes: unknown): string =>
  ArrayBuffer.isView(bytes) ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64") : "";

const lines = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join("");

/** Scores of these contents as lines: first the taggers, then what each said of each picture. */
export function scoreLines(database: Database, contents: readonly string[]): { text: string; count: number } {
  const rows = database
    .prepare("SELECT content, model, scores FROM tag_score WHERE content IN (SELECT value FROM json_each(?))")
    .all(JSON.stringify([...new Set(contents)]))
    .map((row: unknown) => Object(row));
  const used = [...new Set(rows.map(({ model }) => Number(model)))];
  const models = database
    .prepare("SELECT id, key, name, labels FROM score_model WHERE id IN (SELECT value FROM json_each(?))")
    .all(JSON.stringify(used))
    .map((row: unknown) => {
      const { id, key, name, labels } = Object(row);
      return { model: Number(id), key: String(key), name: String(name), labels: JSON.parse(String(labels)) };
    });
  const told = rows.map(({ content, model, scores }) => ({ content, of: Number(model), scores: base64(scores) }));
  return { text: lines([...models, ...told]), count: told.length };
}

/** Keys of all pictures of a sweep. */
export function keysOf({ settings, facts }: SweepRecord): string[] {
  const resolved = resolveSweep(settings, facts);
  const keys = Array.from({ length: resolved.cellCount }, (_, index) => resolved.keyOf(index));
  return [...new Set(keys.filter((key) => key !== null))];
}

export interface GatheredCells {
  cells: string;
  evidence: string;
  count: number;
  /** Contents of the drawn pictures. */
  contents: string[];
}

/** What came of the cells with these keys, and what was seen of them. */
export function cellLines(
  database: Database,
  keys: readonly string[],
  portable: (value: unknown) => unknown,
): GatheredCells {
  const rows = database
    .prepare("SELECT * FROM sweep_picture WHERE key IN (SELECT value FROM json_each(?))")
    .all(JSON.stringify(keys))
    .map((row: unknown) => Object(row));
  const contents = rows.flatMap(({ content }) => (typeof content === "string" ? [content] : []));
  const seen = database
    .prepare("SELECT * FROM sweep_evidence WHERE content IN (SELECT value FROM json_each(?))")
    .all(JSON.stringify(contents))
    .map((row: unknown) => {
      const { content, version, statistics, looks } = Object(row);
      return { content, version, statistics: JSON.parse(String(statistics)), looks: base64(looks) };
    });
  const cells = rows.map(({ revision: _revision, request, proof, webui: _webui, ...row }) => ({
    ...row,
    request: portable(JSON.parse(String(request))),
    proof: typeof proof === "string" ? portable(JSON.parse(proof)) : null,
  }));
  return { cells: lines(cells), evidence: lines(seen), count: rows.length, contents };
}
