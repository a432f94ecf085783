import { closeSync, openSync, readSync } from "node:fs";
import type { Size } from "./buckets.js";

// Signature, length and name of the first chunk, then the sides (PNG specification, 11.2.2).
const PNG_FRONT = 24;
const pngSignature = "89504e470d0a1a0a";

/** A picture's sides from its front; null when it is none. Most sets are PNGs: only others take the time to load sharp. */
export async function pictureSize(path: string): Promise<Size | null> {
  const front = Buffer.alloc(PNG_FRONT);
  const file = openSync(path, "r");
  try {
    readSync(file, front, 0, PNG_FRONT, 0);
  } finally {
    closeSync(file);
  }
  if (front.toString("hex", 0, 8) === pngSignature) return [front.readUInt32BE(16), front.readUInt32BE(20)];
  const { default: sharp } = await import("sharp");
  const found = await sharp(path, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  return found && [found.width, found.height];
}
