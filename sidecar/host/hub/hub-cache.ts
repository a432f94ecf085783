import { mkdir, statfs } from "node:fs/promises";
import { join } from "node:path";
import { say } from "../../words/sentence.js";
import { reasonOf, StudioError } from "../studio-error.js";
import { diskFull } from "./fetch-blob.js";
import type { HubFile } from "./hub-files.js";
import { cacheEntry, hubCaches, type Surroundings } from "./model-places.js";
import type { RepositoryModel } from "./repository-model.js";

// Left for everything else on the disk.
const SPARE_BYTES = 64 * 1024 ** 2;

/** Where a repository's things lie in the cache; huggingface_hub's layout. */
export interface HubCache {
  entry: string;
  locks: string;
  blob(file: HubFile): string;
  place(file: HubFile): string;
}

/** The cache in force, for one commit of a model's repository. */
export function cacheOf(model: RepositoryModel, commit: string, around: Surroundings): HubCache {
  const [cache] = hubCaches(around);
  const entry = join(cache, cacheEntry(model.repository));
  return {
    entry,
    locks: join(cache, ".locks", cacheEntry(model.repository)),
    blob: ({ etag }) => join(entry, "blobs", etag),
    place: ({ path }) => join(entry, "snapshots", commit, ...path.split("/")),
  };
}

export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    const hint = say("Make the folder writable, or set HF_HOME to one that is.");
    throw new StudioError(
      "fileNotWritten",
      say("{folder} could not be made: {message}", { folder, message: reasonOf(error) }),
      hint,
      error,
    );
  }
}

/** @throws StudioError "diskFull" when the disk of a folder has not so many bytes left, and some to spare */
export async function requireSpace(folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < bytes + SPARE_BYTES) throw diskFull(folder);
}
