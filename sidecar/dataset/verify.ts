import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { setImmediate as nextTurn } from "node:timers/promises";
import { reportError } from "../host/studio-error.js";
import type { ScannedImage } from "./scan.js";

// Files looked at before thumbnails and clients get their turn: well under a millisecond each on a local disk.
const FILES_A_TURN = 10;
// A JPEG may carry a few bytes of a camera's own after its end marker.
const TAIL_BYTES = 4096;

function bytesAt(file: number, position: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  return buffer.subarray(0, readSync(file, buffer, 0, length, position));
}

const signatures: { name: string; matches(head: Buffer): boolean; end?: Buffer }[] = [
  { name: "PNG", matches: (head) => head.readUInt32BE(0) === 0x89504e47, end: Buffer.from("IEND") },
  { name: "JPEG", matches: (head) => head.readUInt16BE(0) === 0xffd8, end: Buffer.from([0xff, 0xd9]) },
  {
    name: "WebP",
    matches: (head) => head.toString("latin1", 0, 4) === "RIFF" && head.toString("latin1", 8, 12) === "WEBP",
  },
  { name: "GIF", matches: (head) => head.toString("latin1", 0, 4) === "GIF8" },
  { name: "BMP", matches: (head) => head.toString("latin1", 0, 2) === "BM" },
  { name: "AVIF", matches: (head) => head.toString("latin1", 4, 8) === "ftyp" },
  { name: "TIFF", matches: (head) => ["II*\0", "MM\0*"].includes(head.toString("latin1", 0, 4)) },
];

/** What is plainly wrong with a picture file, by its first and last bytes only; null when nothing is. */
function problemOf(path: string): string | null {
  const file = openSync(path, "r");
  try {
    const { size } = fstatSync(file);
    if (size === 0) return "the file is empty";
    const head = bytesAt(file, 0, 12);
    if (head.length < 12) return "the file is too short to be a picture";
    const format = signatures.find(({ matches }) => matches(head));
    if (!format) return "the file is not a picture of a known format";
    if (!format.end) return null;
    const tail = bytesAt(file, Math.max(0, size - TAIL_BYTES), TAIL_BYTES);
    return tail.includes(format.end) ? null : `the ${format.name} file ends too early`;
  } finally {
    closeSync(file);
  }
}

export interface LongRequest {
  signal: AbortSignal;
  /** 0–1 */
  progress(part: number): void;
}

/** Pictures that are damaged or no pictures, in their order. Quick: no picture is decoded. */
export async function verifyImages(
  images: readonly ScannedImage[],
  { signal, progress }: LongRequest,
): Promise<{ path: string; message: string }[]> {
  const unreadable: { path: string; message: string }[] = [];
  for (const [index, { path }] of images.entries()) {
    if (index % FILES_A_TURN === FILES_A_TURN - 1) {
      progress(index / images.length);
      await nextTurn();
      signal.throwIfAborted();
    }
    try {
      const message = problemOf(path);
      if (message !== null) unreadable.push({ path, message });
    } catch (error) {
      unreadable.push({ path, message: reportError(error).message });
    }
  }
  return unreadable;
}
