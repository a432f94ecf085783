import { StudioError } from "../../host/studio-error.js";
import { splitTags } from "../../tagging/caption-text.js";
import { type Sentence, type SentenceValue, say } from "../../words/sentence.js";

/** What a file says about one picture; `tagText` is `tags` as written, byte for byte. */
export interface ImportedRow {
  /** Path or stem as written. */
  name: string;
  caption: string | null;
  tags: string[] | null;
  tagText: string | null;
}

interface ImportProblem {
  /** From 1; null where the format has no lines. */
  line: number | null;
  message: Sentence;
}

export interface Imported {
  rows: ImportedRow[];
  /** One bad row never stops the others. */
  problems: ImportProblem[];
}

/** A file that is not of the format at all. */
export const wrongShape = (expected: SentenceValue, found: SentenceValue, hint: string | Sentence): StudioError =>
  new StudioError("badArguments", say("Expected {expected}; found {found}.", { expected, found }), hint);

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const rowOf = (name: string, caption: string | null, tagText: string | null): ImportedRow => ({
  name,
  caption,
  tags: tagText === null ? null : splitTags(tagText),
  tagText,
});

const nameKeys = ["file_name", "image_path", "image", "path", "file", "filename", "name"];
const captionKeys = ["caption", "text"];

/** Column or key names, lower case, in the order in which they are believed. */
export const knownKeys = { name: nameKeys, caption: captionKeys, tags: ["tags"] };

/** A text, or a list of texts joined as a caption is; null for anything else. */
function textOf(value: unknown): string | null {
  if (typeof value === "string") return value;
  const isTexts = Array.isArray(value) && value.every((item) => typeof item === "string");
  return isTexts ? value.join(", ") : null;
}

const firstText = (record: Record<string, unknown>, keys: readonly string[]): string | null => {
  for (const key of keys) {
    const text = textOf(record[key]);
    if (text !== null) return text;
  }
  return null;
};

/** The row of one record, or what is wrong with it. `name` where the format names the picture outside the record. */
export function parseRecord(value: unknown, name?: string): ImportedRow | Sentence {
  if (name !== undefined && typeof value === "string") return rowOf(name, value, null);
  if (!isRecord(value))
    return name === undefined
      ? say("Expected an object with a caption or tags.")
      : say("{name}: expected an object with a caption or tags.", { name });
  const picture = name ?? firstText(value, nameKeys);
  if (picture === null || picture === "")
    return say("Expected a picture's name under {keys}; found none.", { keys: nameKeys.join(", ") });
  const caption = firstText(value, captionKeys);
  const tagText = firstText(value, ["tags"]);
  if (caption === null && tagText === null)
    return say("{picture}: expected a text under caption, text or tags; found none.", { picture });
  return rowOf(picture, caption, tagText);
}

/** Puts a parsed row where it belongs. */
export function collect(imported: Imported, row: ImportedRow | Sentence, line: number | null): void {
  if ("says" in row) imported.problems.push({ line, message: row });
  else imported.rows.push(row);
}
