import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { reportError } from "../../host/studio-error.js";
import { writeText } from "../../store/atomic-file.js";
import { extendedMetadata } from "./extend-metadata.js";
import { placeFile } from "./place-file.js";
import type { UserMetadata } from "./user-metadata.js";

export const digestOf = (bytes: string | Buffer): string => createHash("sha256").update(bytes).digest("hex");

/** What was written into the user metadata: what stood there before, null for no file, and the SHA-256 of what stands there since. */
export interface WrittenText {
  before: string | null;
  after: string;
}

/** Written only where none is: the user may have filled in the WebUI's own form. */
export async function writeIfFree(path: string, bytes: string | Buffer): Promise<boolean> {
  if (existsSync(path)) return false;
  const temporary = `${path}.${process.pid}.part`;
  try {
    await writeFile(temporary, bytes);
    await placeFile(temporary, path);
    return true;
  } catch (error) {
    if (reportError(error).code === "fileExists") return false;
    throw error;
  } finally {
    await rm(temporary, { force: true });
  }
}

/** The text that the user metadata shall have: a new one, or the user's own with what it lacks. Null: it stays as it is. */
export async function metadataText(
  path: string,
  told: UserMetadata,
): Promise<{ before: string | null; text: string } | null> {
  if (!existsSync(path)) return { before: null, text: `${JSON.stringify(told, null, 4)}\n` };
  const before = await readFile(path, "utf8");
  const text = extendedMetadata(before, { ...told });
  return text === null ? null : { before, text };
}

/** @returns false when somebody wrote it meanwhile */
export async function writeMetadata(
  path: string,
  { before, text }: { before: string | null; text: string },
): Promise<boolean> {
  if (before === null) return writeIfFree(path, text);
  await writeText(path, text);
  return true;
}
