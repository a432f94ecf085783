import { closeSync, openSync, readSync } from "node:fs";
import { crc32 } from "node:zlib";

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** Pillow's rule: `tEXt` where Latin-1 can say it, else `iTXt` (PNG specification 1.2, 4.2.3). */
function textChunk(keyword: string, text: string): Buffer {
  const isLatin = [...text].every((letter) => (letter.codePointAt(0) ?? 0) < 256);
  return isLatin
    ? chunk("tEXt", Buffer.concat([Buffer.from(`${keyword}\0`, "latin1"), Buffer.from(text, "latin1")]))
    : chunk("iTXt", Buffer.concat([Buffer.from(`${keyword}\0\0\0\0\0`, "latin1"), Buffer.from(text, "utf8")]));
}

// Signature (8) and header chunk (25).
const BEGINNING = 33;

/** The PNG with a text before its pixels. @param keyword 1–79 letters of Latin-1 */
export const withPngText = (png: Buffer, keyword: string, text: string): Buffer =>
  Buffer.concat([png.subarray(0, BEGINNING), textChunk(keyword, text), png.subarray(BEGINNING)]);

/** A short text that `withPngText` wrote first, from the file's front; null where there is none. */
export function frontPngText(path: string, keyword: string): string | null {
  const front = Buffer.alloc(512);
  const file = openSync(path, "r");
  try {
    readSync(file, front, 0, front.length, 0);
  } finally {
    closeSync(file);
  }
  const length = front.readUInt32BE(BEGINNING);
  const content = front.subarray(BEGINNING + 8, BEGINNING + 8 + length);
  const start = `${keyword}\0`;
  if (front.toString("latin1", BEGINNING + 4, BEGINNING + 8) !== "tEXt" || content.length < length) return null;
  const text = content.toString("latin1");
  return text.startsWith(start) ? text.slice(start.length) : null;
}
