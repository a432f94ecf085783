import { type FileHandle, open } from "node:fs/promises";
import PQueue from "p-queue";
import { reportError } from "../host/studio-error.js";
import type { ScannedImage } from "./scan.js";

// Files open at a time: enough to hide a slow disk, far below any system's limit.
const OPEN_FILES = 16;
// A JPEG may carry a few bytes of a camera's own after its end marker.
const TAIL_BYTES = 4096;

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(length), length, position });
  return buffer.subarray(0, bytesRead);
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
async function problemOf(path: string): Promise<string | null> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size === 0) return "the file is empty";
    const head = await bytesAt(file, 0, 12);
    if (head.length < 12) return "the file is too short to be a picture";
    const format = signatures.find(({ matches }) => matches(head));
    if (!format) return "the file is not a picture of a known format";
    if (!format.end) return null;
    const tail = await bytesAt(file, Math.max(0, size - TAIL_BYTES), TAIL_BYTES);
    return tail.includes(format.end) ? null : `the ${format.name} file ends too early`;
  } finally {
    await file.close();
  }
}

/** Pictures that are damaged or no pictures, in their order. Quick: no picture is decoded. */
export async function verifyImages(images: readonly ScannedImage[]): Promise<{ path: string; message: string }[]> {
  const queue = new PQueue({ concurrency: OPEN_FILES });
  const check = async ({ path }: ScannedImage): Promise<{ path: string; message: string | null }> => {
    try {
      return { path, message: await problemOf(path) };
    } catch (error) {
      return { path, message: reportError(error).message };
    }
  };
  const results = await Promise.all(images.map((image) => queue.add(() => check(image))));
  return results.flatMap(({ path, message }) => (message === null ? [] : [{ path, message }]));
}
