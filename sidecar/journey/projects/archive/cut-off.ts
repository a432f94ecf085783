import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from "node:fs";
import { rm } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Database } from "../../../store/database.js";

/** Where archives are unpacked before they count; what a crash leaves there belongs to nobody. */
export const importsFolder = (stateFolder: string): string => join(stateFolder, "imports");

/** Begins the name of a folder that is filled beside its place. */
export const STAGE = ".import-";
/** In an import's own folder: which folders are being filled. */
export const STAGED = "staged.json";

/** Takes away what imports that were cut off have left: unpacked files, and records of runs that are not here. */
export async function removeCutOff(database: Database, stateFolder: string): Promise<void> {
  const imports = importsFolder(stateFolder);
  if (!existsSync(imports)) return;
  takeStrayRuns(database, stateFolder);
  for (const name of readdirSync(imports)) {
    const stages = readJson(join(imports, name, STAGED));
    for (const stage of Array.isArray(stages) ? stages.map(String) : []) {
      if (basename(stage).startsWith(STAGE)) await rm(stage, { recursive: true, force: true });
    }
  }
  await rm(imports, { recursive: true, force: true });
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
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
