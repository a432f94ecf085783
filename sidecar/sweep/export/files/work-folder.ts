import { randomUUID } from "node:crypto";
import { mkdir, rm, statfs } from "node:fs/promises";
import { join } from "node:path";
import { StudioError } from "../../../host/studio-error.js";
import { say } from "../../../words/sentence.js";

/** Where sheets are put together; what a crash left there is removed when the studio starts. */
export const exportingFolder = (stateFolder: string): string => join(stateFolder, "sweeps", "exporting");

/** A new folder for the time of one export. */
export async function withWorkFolder<T>(stateFolder: string, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = join(exportingFolder(stateFolder), randomUUID());
  await mkdir(folder, { recursive: true });
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @throws StudioError "diskFull" when a file of this size would not fit beside what is there */
export async function requireSpace(folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (bytes < free) return;
  throw new StudioError(
    "diskFull",
    say("The sheet needs {needed} GB in {folder} while it is put together; {free} GB are free.", {
      needed: gigabytes(bytes),
      folder,
      free: gigabytes(free),
    }),
    say("Make room there, choose smaller cells, or hide some values."),
  );
}

const gigabytes = (bytes: number): string => (bytes / 1e9).toFixed(1);
