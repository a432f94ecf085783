import type { Database } from "../../store/database.js";
import type { CellProof } from "../proof/cell-proof.js";
import { parseProof } from "../proof/stored-proof.js";

type PictureState = "drawn" | "wrong" | "failed";

/** A picture by its key: all that decides it. */
export interface PictureRow {
  key: string;
  state: PictureState;
  /** SHA-256 of the PNG; null where none came. */
  content: string | null;
  /** Pixels; 0 without a picture. */
  width: number;
  height: number;
  infotext: string | null;
  proof: CellProof | null;
  /** Code; of a drawn one a remark. */
  problem: string | null;
  /** What a problem names: the WebUI's own words. */
  detail: string | null;
  webui: string | null;
  /** ISO time. */
  drawn: string;
  /** That the WebUI took for it, alone. */
  seconds: number | null;
  /** Milliseconds for which the WebUI stood still before it, because of us. */
  own: number | null;
  attempts: number;
  revision: number;
}

/** The few columns that a wall of cells needs. */
export type PictureMark = Pick<PictureRow, "key" | "state" | "content" | "width" | "height" | "problem" | "revision">;

const text = (value: unknown): string | null => (typeof value === "string" ? value : null);
const number = (value: unknown): number | null => (typeof value === "number" ? value : null);
const states: readonly PictureState[] = ["drawn", "wrong", "failed"];

function mark(row: unknown): PictureMark {
  const { key, state, content, width, height, problem, revision } = Object(row);
  return {
    key: String(key),
    state: states.find((one) => one === state) ?? "failed",
    content: text(content),
    width: Number(width),
    height: Number(height),
    problem: text(problem),
    revision: Number(revision),
  };
}

function picture(row: unknown): PictureRow {
  const { infotext, proof, detail, webui, drawn, seconds, own, attempts } = Object(row);
  return {
    ...mark(row),
    infotext: text(infotext),
    proof: parseProof(text(proof)),
    detail: text(detail),
    webui: text(webui),
    drawn: String(drawn),
    seconds: number(seconds),
    own: number(own),
    attempts: Number(attempts),
  };
}

const MARK = "key, state, content, width, height, problem, revision";

/** Marks of those of these keys that have a picture, or were tried for one. */
export const marksOf = (database: Database, keys: readonly string[]): PictureMark[] =>
  database
    .prepare(`SELECT ${MARK} FROM sweep_picture WHERE key IN (SELECT value FROM json_each(?))`)
    .all(JSON.stringify(keys))
    .map(mark);

/** Whole rows of these keys; for few. */
export const picturesOf = (database: Database, keys: readonly string[]): PictureRow[] =>
  database
    .prepare("SELECT * FROM sweep_picture WHERE key IN (SELECT value FROM json_each(?))")
    .all(JSON.stringify(keys))
    .map(picture);

export const pictureOf = (database: Database, key: string): PictureRow | null => picturesOf(database, [key])[0] ?? null;

/** Writes what came of a picture, also over an earlier try. */
export function putPicture(database: Database, row: PictureRow, request: unknown): void {
  database
    .prepare(
      `INSERT OR REPLACE INTO sweep_picture
       (key, state, content, width, height, infotext, request, proof, problem, detail, webui, drawn, seconds, own, attempts, revision)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      row.key,
      row.state,
      row.content,
      row.width,
      row.height,
      row.infotext,
      JSON.stringify(request),
      row.proof && JSON.stringify(row.proof),
      row.problem,
      row.detail,
      row.webui,
      row.drawn,
      row.seconds,
      row.own,
      row.attempts,
      row.revision,
    );
}

/** Forgets tries, so that they are made anew; their files stay until somebody prunes. */
export function forgetPictures(database: Database, keys: readonly string[]): void {
  database.prepare("DELETE FROM sweep_picture WHERE key IN (SELECT value FROM json_each(?))").run(JSON.stringify(keys));
}
