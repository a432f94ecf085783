import type { Database } from "./database.js";

/** What was measured of a picture: facts as JSON, its look as bytes; null where it was not asked for. */
export interface StoredMeasure {
  facts: unknown;
  look: Uint8Array | null;
  /** Why the picture cannot be read, or null. */
  unreadable: string | null;
}

/** Measures by content; those of another version are as good as none. */
export function measureTable(database: Database, version: number) {
  const find = database.prepare(
    "SELECT facts, look, unreadable FROM picture_measure WHERE content = ? AND version = ?",
  );
  const put = database.prepare(
    `INSERT INTO picture_measure (content, version, facts, look, unreadable) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (content) DO UPDATE SET
       facts = CASE WHEN version = excluded.version THEN coalesce(excluded.facts, facts) ELSE excluded.facts END,
       look = excluded.look, unreadable = excluded.unreadable, version = excluded.version`,
  );
  return {
    get(content: string): StoredMeasure | null {
      const row = find.get(content, version);
      if (!row) return null;
      const { facts, look, unreadable } = Object(row);
      return {
        facts: typeof facts === "string" ? JSON.parse(facts) : null,
        look: ArrayBuffer.isView(look) ? new Uint8Array(look.buffer, look.byteOffset, look.byteLength) : null,
        unreadable: typeof unreadable === "string" ? unreadable : null,
      };
    },
    put: (content: string, { facts, look, unreadable }: StoredMeasure): void =>
      void put.run(content, version, facts === null ? null : JSON.stringify(facts), look, unreadable),
  };
}
