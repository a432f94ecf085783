import { createHash } from "node:crypto";
import { copyFile, link, mkdir, open, rename, rm, stat, utimes } from "node:fs/promises";
import { dirname, join } from "node:path";
import { StudioError, systemCode } from "../../host/studio-error.js";
import { say } from "../../words/sentence.js";
import { hashOfFile } from "../hash-of-file.js";
import type { FileReference } from "../references.js";
import type { StudioClient } from "./studio-client.js";
import { tidyCache } from "./tidy-cache.js";

/** Files of the studio on this machine, by content. */
export interface FileCache {
  /** A file's path here, fetched if need be, whole and right. @throws StudioError "notFound" | "offline" | "checksumMismatch" */
  file(reference: FileReference, signal: AbortSignal): Promise<string>;
  /** A folder that holds these files under these names. */
  folder(files: ReadonlyMap<string, FileReference>, signal: AbortSignal): Promise<string>;
  /** Bytes fetched since it was opened. */
  fetched(): number;
}

interface CacheOptions {
  folder: string;
  client: StudioClient;
  /** Where this machine sees the studio's folders itself: the studio's path → this machine's. */
  mapped(path: string): string | null;
  /** Bytes; what was used longest ago goes first. */
  most: number;
}

const TRIES = 5;
// Looking at all of it takes a while.
const TIDY_EVERY_MS = 60_000;
// Of files that this machine sees by itself.
const MOST_STAMPS = 20_000;

/** Used now: what was used longest ago goes first. */
async function touch(path: string): Promise<void> {
  const now = new Date();
  await utimes(path, now, now).catch(() => {});
}

const sizeOf = async (path: string): Promise<number | null> => (await stat(path).catch(() => null))?.size ?? null;

export function createFileCache({ folder, client, mapped, most }: CacheOptions): FileCache {
  // By their places here.
  const coming = new Map<string, Promise<string>>();
  const filling = new Map<string, Promise<void>>();
  // Files that this machine sees by itself, found right once: by path, size and time of change.
  const right = new Map<string, string>();
  let fetched = 0;
  let tidiedAt = Number.NEGATIVE_INFINITY;
  const placeOf = ({ hash, name }: FileReference): string => join(folder, "files", hash.slice(0, 2), hash, name);

  const seen = async ({ path, hash, size }: FileReference): Promise<string | null> => {
    const own = mapped(path);
    const found = own === null ? null : await stat(own).catch(() => null);
    if (own === null || !found?.isFile() || found.size !== size) return null;
    const stamp = `${own}\0${found.size}\0${found.mtimeMs}`;
    const known = right.get(stamp) ?? (await hashOfFile(own));
    // Again at the end, so that the first is the one asked for longest ago.
    right.delete(stamp);
    right.set(stamp, known);
    for (const oldest of right.keys()) {
      if (right.size <= MOST_STAMPS) break;
      right.delete(oldest);
    }
    return known === hash ? own : null;
  };

  /** One try; what a broken one left is gone on with. */
  const fetchOnce = async ({ hash, size }: FileReference, target: string, signal: AbortSignal): Promise<void> => {
    const part = `${target}.part`;
    const from = (await sizeOf(part)) ?? 0;
    if (from < size) {
      const handle = await open(part, "a");
      try {
        for await (const bytes of await client.file(hash, from, signal)) {
          await handle.appendFile(bytes);
          fetched += bytes.length;
        }
      } finally {
        await handle.close();
      }
    }
    if ((await sizeOf(part)) === size && (await hashOfFile(part)) === hash) {
      await rename(part, target);
      return;
    }
    await rm(part, { force: true });
    throw new StudioError(
      "checksumMismatch",
      say("A file did not come as the studio has it."),
      say("It is fetched again; is a proxy between the two that changes files?"),
    );
  };

  const fetchFile = async (reference: FileReference, signal: AbortSignal): Promise<string> => {
    const target = placeOf(reference);
    if ((await sizeOf(target)) === reference.size) {
      await touch(dirname(target));
      return target;
    }
    await mkdir(dirname(target), { recursive: true });
    for (let left = TRIES; ; left -= 1) {
      try {
        await fetchOnce(reference, target, signal);
        break;
      } catch (error) {
        const code = error instanceof StudioError ? error.code : systemCode(error);
        if (left === 1 || signal.aborted || code === "notFound" || code === "ENOSPC" || code === "accessRefused")
          throw error;
        await new Promise((resolve) => setTimeout(resolve, 500 * (TRIES - left + 1)));
      }
    }
    await tidy(dirname(target));
    return target;
  };

  const tidy = async (keep: string): Promise<void> => {
    if (performance.now() - tidiedAt < TIDY_EVERY_MS) return;
    tidiedAt = performance.now();
    const isInUse = (path: string): boolean =>
      path === keep || filling.has(path) || [...coming.keys()].some((target) => dirname(target) === path);
    await tidyCache({ folder, most, isInUse });
  };

  const file = async (reference: FileReference, signal: AbortSignal): Promise<string> => {
    const own = await seen(reference);
    if (own !== null) return own;
    const target = placeOf(reference);
    const before = coming.get(target);
    if (before)
      return before.catch(() => {
        // Whose it was may have been told to stop; this one was not.
        signal.throwIfAborted();
        return file(reference, signal);
      });
    const now = fetchFile(reference, signal).finally(() => coming.delete(target));
    coming.set(target, now);
    return now;
  };

  const fillFolder = async (
    place: string,
    files: ReadonlyMap<string, FileReference>,
    signal: AbortSignal,
  ): Promise<void> => {
    await mkdir(place, { recursive: true });
    for (const [name, reference] of files) {
      const target = join(place, name);
      if ((await sizeOf(target)) === reference.size) continue;
      const source = await file(reference, signal);
      // Beside it first: a folder that was half made by a process that ended is made whole.
      const beside = `${target}.part`;
      await rm(beside, { force: true });
      await link(source, beside).catch(() => copyFile(source, beside));
      await rename(beside, target);
    }
    await touch(place);
  };

  return {
    file,
    async folder(files, signal) {
      const listing = [...files].map(([name, { hash }]) => `${name}\0${hash}`).sort();
      const place = join(folder, "folders", createHash("sha256").update(listing.join("\n")).digest("hex"));
      // Two shards at a time want the same model.
      const before = filling.get(place);
      const fill = () => {
        const now = fillFolder(place, files, signal).finally(() => filling.delete(place));
        filling.set(place, now);
        return now;
      };
      await (before?.catch(() => {
        signal.throwIfAborted();
        return filling.get(place) ?? fill();
      }) ?? fill());
      return place;
    },
    fetched: () => fetched,
  };
}
