// A worker thread that reads, hashes and measures one picture after the other.
import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import sharp from "sharp";
import { reportError } from "../../host/studio-error.js";
import { openBytes, readPicture } from "../decode.js";
import { packLook } from "./look/look.js";
import { takeLook } from "./look/take-look.js";
import { measurePicture } from "./measure-picture.js";
import type { PictureFacts } from "./picture-facts.js";

// Each worker has its own thread already, and no picture comes twice.
sharp.concurrency(1);
sharp.cache(false);

export interface MeasureRequest {
  path: string;
  /** Only what tells duplicates. */
  lookOnly: boolean;
}

export interface Measured {
  /** SHA-256 of the file, hex. */
  content: string;
  facts: PictureFacts | null;
  look: Uint8Array | null;
  /** The decoder's words for a picture that cannot be read, else null. */
  unreadable: string | null;
}

/** @throws Error when there is no file to read */
export default async function measureFile({ path, lookOnly }: MeasureRequest): Promise<Measured> {
  // An empty file has a content of its own: it is told with the broken ones.
  const file = (await stat(path)).size === 0 ? Buffer.alloc(0) : await readPicture(path);
  const content = createHash("sha256").update(file).digest("hex");
  try {
    if (file.length === 0) throw new Error("the file is empty");
    const look = packLook(await takeLook(openBytes(file)));
    return { content, facts: lookOnly ? null : await measurePicture(file), look, unreadable: null };
  } catch (error) {
    return { content, facts: null, look: null, unreadable: reportError(error).message };
  }
}
