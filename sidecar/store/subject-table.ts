import type { Database } from "./database.js";

/** Left, top, right, bottom in parts of the upright picture, 0–1. */
export type MarkedBox = readonly [left: number, top: number, right: number, bottom: number];

/** Subjects that a person marked, by what the pictures contain. */
export function subjectTable(database: Database) {
  const find = database.prepare("SELECT x0, y0, x1, y1 FROM picture_subject WHERE content = ?");
  const put = database.prepare(
    "INSERT OR REPLACE INTO picture_subject (content, x0, y0, x1, y1) VALUES (?, ?, ?, ?, ?)",
  );
  const remove = database.prepare("DELETE FROM picture_subject WHERE content = ?");
  return {
    get(content: string): MarkedBox | null {
      const row = find.get(content);
      if (!row) return null;
      const { x0, y0, x1, y1 } = Object(row);
      return [Number(x0), Number(y0), Number(x1), Number(y1)];
    },
    put: (content: string, box: MarkedBox): void => void put.run(content, ...box),
    /** What was found by itself holds again. */
    remove: (content: string): void => void remove.run(content),
    none: (): boolean => database.prepare("SELECT 1 FROM picture_subject LIMIT 1").get() === undefined,
  };
}
