import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";

/**
 * True when a file's content has the checksum that the hub names: 64 digits are SHA-256 of the content (Git LFS),
 * 40 are git's own, SHA-1 of `blob <size>\0` and the content.
 */
export async function hasChecksum(path: string, etag: string, signal: AbortSignal): Promise<boolean> {
  const hash = createHash(etag.length === 64 ? "sha256" : "sha1");
  if (etag.length !== 64) hash.update(`blob ${(await stat(path)).size}\0`);
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash, { signal });
  return hash.digest("hex") === etag;
}
