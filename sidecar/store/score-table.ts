import type { Database } from "./database.js";

/** A tagger whose scores are kept: what tells it from others, its name, and its labels as JSON. */
export interface ScoredModel {
  /** Number of the model in the state. */
  id: number;
  name: string;
  labels: unknown;
}

const parseModel = (row: unknown): ScoredModel => {
  const { id, name, labels } = Object(row);
  return { id: Number(id), name: String(name), labels: JSON.parse(String(labels)) };
};

/** The model with this key, written down when it is new; its name is the one it was last used by. */
export function rememberModel(
  database: Database,
  { key, name, labels }: { key: string; name: string; labels: unknown },
): number {
  const statement = database.prepare(
    `INSERT INTO score_model (key, name, labels) VALUES (?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET name = excluded.name RETURNING id`,
  );
  return Number(Object(statement.get(key, name, JSON.stringify(labels))).id);
}

/** The newest model that was used by this name: its scores serve even when its files are away. */
export function modelByName(database: Database, name: string): ScoredModel | null {
  const row = database
    .prepare("SELECT id, name, labels FROM score_model WHERE name = ? ORDER BY id DESC LIMIT 1")
    .get(name);
  return row ? parseModel(row) : null;
}

/** The models that scored a content, newest first. */
export function modelsOfContent(database: Database, content: string): ScoredModel[] {
  return database
    .prepare(
      `SELECT id, name, labels FROM tag_score JOIN score_model ON id = model
       WHERE content = ? ORDER BY tag_score.rowid DESC`,
    )
    .all(content)
    .map(parseModel);
}

/** @throws Error when there is no such model */
export function modelById(database: Database, id: number): ScoredModel {
  return parseModel(database.prepare("SELECT id, name, labels FROM score_model WHERE id = ?").get(id));
}

/** Every model whose scores are kept. */
export const allModels = (database: Database): ScoredModel[] =>
  database.prepare("SELECT id, name, labels FROM score_model ORDER BY id").all().map(parseModel);

/** Packed scores by content hash and model. */
export function scoreTable(database: Database) {
  const find = database.prepare("SELECT scores FROM tag_score WHERE content = ? AND model = ?");
  const exists = database.prepare("SELECT 1 FROM tag_score WHERE content = ? AND model = ?");
  const modelsOf = database.prepare("SELECT model FROM tag_score WHERE content = ?");
  const put = database.prepare("INSERT OR REPLACE INTO tag_score (content, model, scores) VALUES (?, ?, ?)");
  return {
    get(content: string, model: number): Uint8Array | null {
      const scores = Object(find.get(content, model)).scores;
      return ArrayBuffer.isView(scores) ? new Uint8Array(scores.buffer, scores.byteOffset, scores.byteLength) : null;
    },
    has: (content: string, model: number): boolean => exists.get(content, model) !== undefined,
    /** Numbers of the models that scored a content. */
    models: (content: string): number[] => modelsOf.all(content).map((row: unknown) => Number(Object(row).model)),
    put: (content: string, model: number, scores: Uint8Array): void => void put.run(content, model, scores),
  };
}
