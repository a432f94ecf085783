import { readFileSync } from "node:fs";
import { hintOf, reasonOf, StudioError, systemCode } from "../host/studio-error.js";
import { say } from "../words/sentence.js";
import type { Database } from "./database.js";
import { type FileText, textsToCome } from "./pending-texts.js";
import { decodeText, type TextEncoding } from "./text-encoding.js";

export interface CommittedTexts {
  /** The text, or null for a file that does not exist. @throws StudioError "unreadableText" for this file only */
  (path: string): string | null;
  /** How the file is written, UTF-8 for one that does not exist. @throws as the text */
  encodingOf(path: string): TextEncoding;
  /** True when the file has yet to follow. */
  isToCome(path: string): boolean;
}

/**
 * Reads text files as they are committed, also where the file has yet to follow.
 * Synchronous: over 10,000 files the promises of `fs` cost ten times what the files do.
 */
export function committedTexts(database: Database): CommittedTexts {
  const toCome = textsToCome(database);
  const read = new Map<string, TextEncoding>();
  const fileText = (path: string): FileText => {
    const coming = toCome.get(path);
    if (coming !== undefined) return coming;
    const found = readIfThere(path);
    read.set(path, found.encoding);
    return found;
  };
  return Object.assign((path: string) => fileText(path).text, {
    encodingOf: (path: string) => read.get(path) ?? fileText(path).encoding,
    isToCome: (path: string) => toCome.has(path),
  });
}

function readIfThere(path: string): FileText {
  try {
    return decodeText(readFileSync(path));
  } catch (error) {
    if (systemCode(error) === "ENOENT") return { text: null, encoding: "utf8" };
    throw new StudioError(
      "unreadableText",
      say("{path}: {message}", { path, message: reasonOf(error) }),
      hintOf(error) || say("Check that the file can be read."),
      error,
    );
  }
}
