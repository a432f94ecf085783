import { randomUUID } from "node:crypto";
import { createWriteStream, existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import { StudioError } from "../../../host/studio-error.js";
import { say } from "../../../words/sentence.js";

/** One file of an archive: a text or a file of the disk. Pictures and LoRA files are packed already. */
export type Packed = { name: string; text: string } | { name: string; file: string; bytes: number };

const bytesOf = (one: Packed): number => ("file" in one ? one.bytes : one.text.length);

/** @throws StudioError "fileExists" | "notFound" for a place that cannot be written to */
export function requirePlace(target: string, replace: boolean): void {
  if (existsSync(target) && !replace) {
    const hint = say("Choose another name, or allow replacing it.");
    throw new StudioError("fileExists", say("{target} exists already.", { target }), hint);
  }
  if (!existsSync(dirname(target))) {
    const message = say("There is no folder {target}.", { target: dirname(target) });
    throw new StudioError("notFound", message, say("Make it first, or choose another."));
  }
}

/** Writes an archive beside its place and renames it, so that it is there whole or not at all. @returns its bytes */
export async function writeZip(
  target: string,
  files: readonly Packed[],
  { signal, progress }: { signal: AbortSignal; progress(part: number): void },
): Promise<number> {
  const archive = new ZipFile();
  const failed = new Promise<never>((_, reject) => archive.on("error", reject));
  for (const one of files) {
    if ("file" in one) archive.addFile(one.file, one.name, { compress: false });
    else archive.addBuffer(Buffer.from(one.text), one.name);
  }
  archive.end();
  const all = files.reduce((sum, one) => sum + bytesOf(one), 1);
  let bytes = 0;
  archive.outputStream.on("data", (data: Buffer) => {
    bytes += data.length;
    progress(Math.min(1, bytes / all));
  });
  const part = join(dirname(target), `.export-${randomUUID()}`);
  try {
    // A file that goes while it is packed is told by the archive alone, not by its stream.
    await Promise.race([pipeline(archive.outputStream, createWriteStream(part), { signal }), failed]);
    await rename(part, target);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  return bytes;
}
