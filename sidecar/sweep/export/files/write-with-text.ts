import { createReadStream, createWriteStream } from "node:fs";
import { appendFile, copyFile, open, readFile, writeFile } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { insertedText, webpWithText } from "../infotext/embed-text.js";
import type { SheetFormat } from "../sheet/choose-format.js";

async function head(path: string, length: number): Promise<Buffer> {
  const file = await open(path, "r");
  try {
    const buffer = Buffer.alloc(length);
    const { bytesRead } = await file.read(buffer, 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Copies a picture file to a new one with its infotext where the WebUI looks for it. */
export async function writeWithText(
  source: string,
  target: string,
  text: string,
  { format, ...size }: { format: SheetFormat; width: number; height: number },
): Promise<void> {
  if (text === "") return copyFile(source, target);
  if (format === "webp") return writeFile(target, webpWithText(await readFile(source), text, size));
  const { after, bytes } = insertedText(format, text);
  await writeFile(target, await head(source, after));
  await appendFile(target, bytes);
  await pipeline(createReadStream(source, { start: after }), createWriteStream(target, { flags: "a" }));
}
