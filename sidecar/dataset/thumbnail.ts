import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { extname, join } from "node:path";
import PQueue from "p-queue";
import { reasonOf, StudioError, systemCode } from "../host/studio-error.js";
import { writeBytes } from "../store/atomic-file.js";
import { say } from "../words/sentence.js";

export interface Thumbnail {
  /** Changes when the picture changes. */
  key: string;
  /** WebP, at most `size` × `size` pixels, upright. */
  bytes: Buffer;
}

// What every browser shows by itself.
const browserSuffixes = new Set([".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif"]);

// As many as cores: a first look at a folder is what somebody waits for.
const making = new PQueue({ concurrency: availableParallelism() });

async function keyOf(path: string, variant: string): Promise<string> {
  const { size, mtimeMs } = await stat(path);
  return createHash("sha256").update(`${path}\0${size}\0${mtimeMs}\0${variant}`).digest("hex").slice(0, 40);
}

async function cached(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if (systemCode(error) === "ENOENT") return null;
    throw error;
  }
}

/** Loads the decoder only when a picture is wanted: the sidecar starts without it. */
async function render(path: string, size: number | null): Promise<Buffer> {
  const { openPicture } = await import("./decode.js");
  try {
    const picture = await openPicture(path);
    if (size !== null) picture.resize(size, size, { fit: "inside", withoutEnlargement: true });
    return await picture.webp({ quality: size === null ? 95 : 82 }).toBuffer();
  } catch (error) {
    const hint = say("Open the picture in a viewer; save it anew or take it out of the folder.");
    throw new StudioError("unreadableImage", say("{path}: {message}", { path, message: reasonOf(error) }), hint, error);
  }
}

interface Wish {
  /** Longest side in pixels, or null for the picture as it is. */
  size: number | null;
  cache: string;
  /** False once whoever asked is gone: a wall that scrolls past asks for many and waits for few. */
  isWanted(): boolean;
}

const notWanted = (): StudioError => new StudioError("interrupted", say("Nobody waits for this picture any more."), "");

async function rendered(path: string, { size, cache, isWanted }: Wish): Promise<Thumbnail> {
  const key = await keyOf(path, String(size));
  const file = join(cache, key.slice(0, 2), `${key}.webp`);
  const known = await cached(file);
  if (known) return { key, bytes: known };
  const bytes = await making.add(() => {
    if (!isWanted()) throw notWanted();
    return render(path, size);
  });
  await writeBytes(file, bytes);
  return { key, bytes };
}

/** The thumbnail of a picture, from the disk cache or made now. @throws StudioError "unreadableImage" | "interrupted" */
export const thumbnail = (path: string, wish: Wish): Promise<Thumbnail> => rendered(path, wish);

/** The picture as WebP where browsers cannot show its own type, else null: send the file itself. */
export async function asBrowserImage(path: string, wish: Wish): Promise<Buffer | null> {
  if (browserSuffixes.has(extname(path).toLowerCase())) return null;
  return (await rendered(path, wish)).bytes;
}
