import { rm } from "node:fs/promises";
import { previewFolder } from "../dataset/cutout/previews.js";
import { uploadsFolder } from "../dataset/import/uploads.js";
import { removeUnrecorded } from "../dataset/new-set/staging.js";
import { removeCutOff } from "../journey/projects/archive/cut-off.js";
import type { Database } from "../store/database.js";
import { exportingFolder } from "../sweep/export/files/work-folder.js";
import { givenPictures } from "../tagging/interrogate-methods.js";

/** Takes away what a crash has left of work that came to nothing, and of pictures that came as bytes. */
export async function removeLeft(database: Database, stateFolder: string): Promise<void> {
  await removeUnrecorded(database, stateFolder);
  await removeCutOff(database, stateFolder);
  for (const folderOf of [givenPictures, uploadsFolder, previewFolder, exportingFolder])
    await rm(folderOf(stateFolder), { recursive: true, force: true });
}
