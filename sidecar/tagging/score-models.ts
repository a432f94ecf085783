import { createHash } from "node:crypto";
import { open, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { reportError } from "../host/studio-error.js";
import type { Database } from "../store/database.js";
import { modelByName, rememberModel } from "../store/score-table.js";
import { type Label, labelCategories } from "./labels.js";
import { openModel, type TaggerModel } from "./model.js";

// Samples instead of the whole file: two taggers that share size, labels and 17 samples of their weights are the same.
const SAMPLES = 16;
const SAMPLE_BYTES = 4096;

/** What tells a model from all others, whatever its folder is called: its size, samples of its bytes, its labels. */
async function modelKey({ folder, file: name, labels }: TaggerModel): Promise<string> {
  const path = join(folder, name);
  const { size } = await stat(path);
  const hash = createHash("sha256").update(`${size}\n${JSON.stringify(labels)}`);
  const file = await open(path);
  try {
    for (let sample = 0; sample <= SAMPLES; sample += 1) {
      const position = Math.floor((Math.max(size - SAMPLE_BYTES, 0) * sample) / SAMPLES);
      const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(SAMPLE_BYTES), position });
      hash.update(buffer.subarray(0, bytesRead));
    }
  } finally {
    await file.close();
  }
  return hash.digest("hex");
}

/** A tagger as the kept scores know it. */
export interface ScoreModel {
  id: number;
  name: string;
  labels: Label[];
}

const storedLabels = (model: TaggerModel): unknown => model.labels.map(({ name, category }) => [name, category]);

/** Labels as the state keeps them. */
export function parseStoredLabels(stored: unknown): Label[] {
  const rows: unknown[] = Array.isArray(stored) ? stored : [];
  return rows.map((row) => {
    const [name, category]: unknown[] = Array.isArray(row) ? row : [];
    return { name: String(name), category: labelCategories.find((known) => known === category) ?? "other" };
  });
}

/** The tagger's entry among the kept scores, made when it is new. */
export async function scoreModel(database: Database, model: TaggerModel): Promise<ScoreModel> {
  const id = rememberModel(database, { key: await modelKey(model), name: model.name, labels: storedLabels(model) });
  return { id, name: model.name, labels: model.labels };
}

/**
 * A tagger by name or folder for work with kept scores only: when its files are away, its entry serves.
 * @throws StudioError "modelMissing" when it never scored anything here either
 */
export async function scoreModelFor(database: Database, nameOrFolder: string, from: string): Promise<ScoreModel> {
  try {
    return await scoreModel(database, await openModel(nameOrFolder, from));
  } catch (error) {
    const kept = modelByName(database, basename(nameOrFolder));
    if (kept && reportError(error).code === "modelMissing") {
      return { id: kept.id, name: kept.name, labels: parseStoredLabels(kept.labels) };
    }
    throw error;
  }
}
