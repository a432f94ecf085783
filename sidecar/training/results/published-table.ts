import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Database } from "../../store/database.js";
import type { WrittenText } from "./write-beside.js";

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
  /** Something that we wrote there can be taken back. */
  isOurs: boolean;
}

function lora(row: unknown): PublishedLora {
  const { folder, name, content, source, run, published, written } = Object(row);
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
    isOurs: written !== null,
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
  { folder, name, content, source, run }: Omit<PublishedLora, "path" | "published" | "isThere" | "isOurs">,
): void {
  database
    .prepare(
      `INSERT INTO published_lora (folder, name, content, source, run, published) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (folder, name) DO UPDATE SET source = excluded.source, run = excluded.run, published = excluded.published`,
    )
    .run(folder, name, content, source, run, new Date().toISOString());
}

/** What we wrote among a WebUI's files for one LoRA. */
export interface Written {
  /** The LoRA file itself was not there before. */
  file: boolean;
  metadata: WrittenText | null;
  /** SHA-256 of the picture, hex. */
  preview: string | null;
}

type Place = Pick<PublishedLora, "folder" | "name">;

function readWritten(text: unknown): Written | null {
  if (typeof text !== "string") return null;
  const { file, metadata, preview } = Object(JSON.parse(text));
  const { before, after } = Object(metadata);
  return {
    file: file === true,
    metadata: typeof after === "string" ? { before: typeof before === "string" ? before : null, after } : null,
    preview: typeof preview === "string" ? preview : null,
  };
}

/** Null for a LoRA that was not published, or of which nothing is left to take back. */
export function writtenOf(database: Database, { folder, name }: Place): Written | null {
  const row = database.prepare("SELECT written FROM published_lora WHERE folder = ? AND name = ?").get(folder, name);
  return readWritten(Object(row).written);
}

/** Written down before the files are: what is not as it says is left alone when it is taken back. */
export function noteWritten(database: Database, place: Place, now: Written): void {
  const before = writtenOf(database, place);
  const metadata =
    now.metadata && before?.metadata
      ? { ...now.metadata, before: before.metadata.before }
      : (now.metadata ?? before?.metadata);
  const written: Written = {
    file: now.file || before?.file === true,
    metadata: metadata ?? null,
    preview: now.preview ?? before?.preview ?? null,
  };
  setWritten(database, place, written);
}

export const writtenTaken = (database: Database, place: Place): void => setWritten(database, place, null);

function setWritten(database: Database, { folder, name }: Place, written: Written | null): void {
  database
    .prepare("UPDATE published_lora SET written = ? WHERE folder = ? AND name = ?")
    .run(written === null ? null : JSON.stringify(written), folder, name);
}
