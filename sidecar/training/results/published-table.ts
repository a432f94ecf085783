import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Database } from "../../store/database.js";

export interface PublishedLora {
  name: string;
  folder: string;
  path: string;
  /** SHA-256 of the file, hex. */
  content: string;
  source: string;
  run: number | null;
  /** ISO time. */
  published: string;
  /** False when somebody took it away since. */
  isThere: boolean;
}

function lora(row: unknown): PublishedLora {
  const { folder, name, content, source, run, published } = Object(row);
  const path = join(String(folder), `${name}.safetensors`);
  return {
    name: String(name),
    folder: String(folder),
    path,
    content: String(content),
    source: String(source),
    run: run === null ? null : Number(run),
    published: String(published),
    isThere: existsSync(path),
  };
}

/** The latest first; of one run, where it is named. */
export function publishedLoras(database: Database, run?: number): PublishedLora[] {
  const all = database.prepare("SELECT * FROM published_lora ORDER BY published DESC, name").all().map(lora);
  return run === undefined ? all : all.filter((one) => one.run === run);
}

/** Content that ever was put under a name, hex; null for none. */
export function publishedContent(database: Database, folder: string, name: string): string | null {
  // On Windows and macOS names that differ by case are one file.
  const row = database
    .prepare("SELECT content FROM published_lora WHERE folder = ? AND lower(name) = lower(?)")
    .get(folder, name);
  return row ? String(Object(row).content) : null;
}

/** Written before the file is: a name whose file did not come about is not used again either. */
export function recordPublished(
  database: Database,
  { folder, name, content, source, run }: Omit<PublishedLora, "path" | "published" | "isThere">,
): void {
  database
    .prepare(
      `INSERT INTO published_lora (folder, name, content, source, run, published) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (folder, name) DO UPDATE SET source = excluded.source, run = excluded.run, published = excluded.published`,
    )
    .run(folder, name, content, source, run, new Date().toISOString());
}
