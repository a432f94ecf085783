import { createHash } from "node:crypto";
import { Tinypool } from "tinypool";
import type { Database } from "../../store/database.js";
import { keptAnswer } from "../../store/kept-answers.js";
import type { Duplicate, DuplicateKind } from "./look/find-duplicates.js";
import { MEASURE_VERSION } from "./picture-facts.js";

export interface SeenPicture {
  content: string;
  look: Uint8Array;
}

const kinds: readonly DuplicateKind[] = ["exact", "near", "mirrored", "crop"];

function parse(stored: string): Duplicate[] {
  const rows: unknown = JSON.parse(stored);
  if (!Array.isArray(rows)) throw new Error("kept duplicates that are no list");
  return rows.map((row: unknown) => {
    const { one, other, kind, share, mirrored } = Object(row);
    return {
      one: Number(one),
      other: Number(other),
      kind: kinds.find((known) => known === kind) ?? "near",
      share: Number(share),
      mirrored: mirrored === true,
    };
  });
}

/** Duplicates within a set, by places in the list; worked out once for a set of the same pictures in the same order. */
export async function setDuplicates(database: Database, pictures: readonly SeenPicture[]): Promise<Duplicate[]> {
  if (pictures.length < 2) return [];
  const digest = createHash("sha256");
  for (const { content } of pictures) digest.update(content);
  const question = `duplicates ${MEASURE_VERSION} ${digest.digest("hex")}`;
  const answer = await keptAnswer(database, question, async () => {
    // On a thread of its own: ten thousand pictures take seconds.
    const pool = new Tinypool({
      filename: new URL("./duplicates-worker.js", import.meta.url).href,
      minThreads: 1,
      maxThreads: 1,
    });
    try {
      return JSON.stringify(await pool.run(pictures));
    } finally {
      await pool.destroy();
    }
  });
  return parse(answer);
}
