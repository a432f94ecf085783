import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Database } from "../../../store/database.js";
import { projectWithKey } from "../project-table.js";
import { readStaged, takeBack } from "./staged-folders.js";

/** Where archives are unpacked before they count; what a crash leaves there belongs to nobody. */
export const importsFolder = (stateFolder: string): string => join(stateFolder, "imports");

/** Where LoRA files and samples of imported runs lie. */
export const outputFolder = (stateFolder: string, key: string): string => join(stateFolder, "imported", key);

/** Takes away what imports that were cut off have left: unpacked files, and records of runs that are not here. */
export async function removeCutOff(database: Database, stateFolder: string): Promise<void> {
  const imports = importsFolder(stateFolder);
  if (!existsSync(imports)) return;
  takeStrayRuns(database, stateFolder);
  for (const name of readdirSync(imports)) {
    const work = join(imports, name);
    const staged = readStaged(work);
    // One that is here was whole; only its own folder was left to be taken away.
    if (staged !== null && projectWithKey(database, staged.key) === null) {
      takeBack(staged);
      takeOutput(stateFolder, staged.key, work);
    }
  }
  await rm(imports, { recursive: true, force: true });
}

/** Files of a project that is not here go to where they are taken away. */
export function takeOutput(stateFolder: string, key: string, work: string): void {
  const output = outputFolder(stateFolder, key);
  if (existsSync(output)) renameSync(output, join(work, `before-${randomUUID()}`));
}

/** Records of runs that are in no table go to where they are taken away. */
export function takeStrayRuns(database: Database, stateFolder: string): void {
  const imports = importsFolder(stateFolder);
  mkdirSync(imports, { recursive: true });
  const isHere = database.prepare("SELECT 1 FROM training_run WHERE id = ?");
  const runs = join(stateFolder, "runs");
  for (const name of existsSync(runs) ? readdirSync(runs) : []) {
    if (/^\d+$/.test(name) && isHere.get(Number(name)) === undefined) {
      renameSync(join(runs, name), join(imports, `run-${name}-${randomUUID()}`));
    }
  }
}
