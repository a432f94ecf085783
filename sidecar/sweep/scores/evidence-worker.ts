// A worker thread that reads one picture after the other and looks at its pixels.
import { createHash } from "node:crypto";
import sharp from "sharp";
import { openBytes, readPicture } from "../../dataset/decode.js";
import { type SeenPixels, seePixels } from "./take-evidence.js";

// Each worker has its own thread already, and no picture comes twice.
sharp.concurrency(1);
sharp.cache(false);

export interface SeenFile extends SeenPixels {
  /** SHA-256 of the file, hex. */
  content: string;
}

/** @throws Error when the file cannot be read as a picture */
export default async function seeFile(path: string): Promise<SeenFile> {
  const file = await readPicture(path);
  const content = createHash("sha256").update(file).digest("hex");
  return { content, ...(await seePixels(openBytes(file))) };
}
