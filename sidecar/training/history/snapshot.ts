import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { StudioError, systemCode } from "../../host/studio-error.js";
import { type SentenceValue, say } from "../../words/sentence.js";

/** A caption as it was read before the first step. */
export interface SnapshotCaption {
  /** File name, in the picture's folder. */
  name: string;
  /** null: it could not be read. */
  text: string | null;
  /** Of the file's bytes, hex; null where it could not be read. */
  sha256: string | null;
}

export interface SnapshotPicture {
  /** File name, in the set's folder. */
  name: string;
  bytes: number;
  /** When the file was changed last, in milliseconds since 1970. */
  modified: number;
  /** Of the file's bytes, hex; null: not known yet, or the file went or changed before it was read. */
  sha256: string | null;
  caption: SnapshotCaption | null;
  /** True when picture or caption changed while they were recorded: what the trainer saw is not certain. */
  changed?: boolean;
}

/** One folder that the trainer reads. */
export interface SnapshotSet {
  /** Absolute. */
  folder: string;
  /** Which of the plan's datasets it belongs to, from 0. */
  dataset: number;
  repeats: number;
  /** Caption of a picture that has none. */
  trigger: string | null;
  regularisation: boolean;
  pictures: SnapshotPicture[];
}

/** Everything that a run was trained on. */
export interface DatasetSnapshot {
  version: 1;
  /** ISO time at which the folders were read. */
  taken: string;
  /** False while hashes are missing that will come. */
  complete: boolean;
  sets: SnapshotSet[];
  /** Folders that the plan names and that were not there. */
  missing: string[];
}

type Fields = Record<string, unknown>;
const fieldsOf = (value: unknown): Fields => (typeof value === "object" && value !== null ? { ...value } : {});
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): string | null => (typeof value === "string" ? value : null);
const numberOf = (value: unknown): number => (typeof value === "number" && Number.isFinite(value) ? value : 0);

function captionOf(value: unknown): SnapshotCaption | null {
  const { name, text, sha256 } = fieldsOf(value);
  return typeof name === "string" ? { name, text: textOf(text), sha256: textOf(sha256) } : null;
}

function pictureOf(value: unknown): SnapshotPicture[] {
  const { name, bytes, modified, sha256, caption, changed } = fieldsOf(value);
  if (typeof name !== "string") return [];
  return [
    {
      name,
      bytes: numberOf(bytes),
      modified: numberOf(modified),
      sha256: textOf(sha256),
      caption: captionOf(caption),
      ...(changed === true ? { changed } : {}),
    },
  ];
}

function setOf(value: unknown): SnapshotSet[] {
  const { folder, dataset, repeats, trigger, regularisation, pictures } = fieldsOf(value);
  if (typeof folder !== "string") return [];
  return [
    {
      folder,
      dataset: numberOf(dataset),
      repeats: numberOf(repeats),
      trigger: textOf(trigger),
      regularisation: regularisation === true,
      pictures: listOf(pictures).flatMap(pictureOf),
    },
  ];
}

/** @throws StudioError "unreadableText" when the text is no snapshot */
function parseSnapshot(text: string, path: string): DatasetSnapshot {
  const bad = (found: SentenceValue): StudioError =>
    new StudioError(
      "unreadableText",
      say("{path}: expected the pictures of a run, found {found}.", { path, found }),
      say("The run itself is not harmed; what it was trained on cannot be told."),
    );
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw bad(say("no JSON"));
  }
  const { version, taken, complete, sets, missing } = fieldsOf(json);
  if (version !== 1 || !Array.isArray(sets)) throw bad(say("version {version}", { version: JSON.stringify(version) }));
  return {
    version,
    taken: textOf(taken) ?? "",
    complete: complete === true,
    sets: sets.flatMap(setOf),
    missing: listOf(missing).map(String),
  };
}

export const snapshotFile = (runFolder: string): string => join(runFolder, "dataset.json");

/** What a run was trained on; null for runs that were made before it was recorded. */
export async function readSnapshot(runFolder: string): Promise<DatasetSnapshot | null> {
  const path = snapshotFile(runFolder);
  try {
    return parseSnapshot(await readFile(path, "utf8"), path);
  } catch (error) {
    if (systemCode(error) === "ENOENT") return null;
    throw error;
  }
}
