import { readFileSync } from "node:fs";
import { systemCode } from "../host/studio-error.js";
import type { Database } from "./database.js";
import { textsToCome } from "./journal.js";

export interface CommittedTexts {
  /** The text, or null for a file that does not exist. */
  (path: string): string | null;
  /** True when the file has yet to follow. */
  isToCome(path: string): boolean;
}

/**
 * Reads text files as they are committed, also where the file has yet to follow.
 * Synchronous: over 10,000 files the promises of `fs` cost ten times what the files do.
 */
export function committedTexts(database: Database): CommittedTexts {
  const toCome = textsToCome(database);
  const textOf = (path: string): string | null => {
    const coming = toCome.get(path);
    if (coming !== undefined) return coming;
    try {
      return readFileSync(path, "utf8");
    } catch (error) {
      if (systemCode(error) === "ENOENT") return null;
      throw error;
    }
  };
  return Object.assign(textOf, { isToCome: (path: string) => toCome.has(path) });
}
