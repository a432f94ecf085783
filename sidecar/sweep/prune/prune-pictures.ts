import { readdir, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { systemCode } from "../../host/studio-error.js";
import { type Database, transaction } from "../../store/database.js";
import { forgetPictures } from "../cells/picture-table.js";
import { isPictureContent, picturePath } from "../draw/picture-files.js";
import { emptyHolds, moved, newHold, writeManifest } from "./held-pictures.js";
import { neededPictures, neededSince } from "./needed-pictures.js";
import { knownPictures, rowsOf } from "./picture-rows.js";
import { type PictureFile, type PrunePlan, planPrune } from "./plan-prune.js";

const DAY_MS = 86_400_000;
// A picture whose row is about to be written has its file already.
const LEAST_AGE_MS = 3_600_000;

/** Every picture's file. */
async function pictureFiles(stateFolder: string): Promise<PictureFile[]> {
  const folder = dirname(dirname(picturePath(stateFolder, "0".repeat(64))));
  const files: PictureFile[] = [];
  const names = await readdir(folder, { recursive: true }).catch((error: unknown) => {
    if (systemCode(error) === "ENOENT") return [];
    throw error;
  });
  for (const name of names) {
    const content = basename(name, ".png");
    if (!isPictureContent(content)) continue;
    const found = await stat(join(folder, name)).catch(() => null);
    if (found) files.push({ content, bytes: found.size, modified: found.mtimeMs });
  }
  return files;
}

interface Place {
  database: Database;
  stateFolder: string;
}

interface Wish {
  /** What is younger stays, in days. */
  olderDays: number;
  /** Names what would go, and moves nothing. */
  dryRun: boolean;
  now: number;
}

/** Puts pictures aside that no sweep needs. Killed at any moment, what has moved can come back. */
export async function prunePictures(
  { database, stateFolder }: Place,
  { olderDays, dryRun, now }: Wish,
): Promise<PrunePlan> {
  const before = now - Math.max(LEAST_AGE_MS, olderDays * DAY_MS);
  const needed = await neededPictures(database, before);
  const plan = planPrune({ known: knownPictures(database), files: await pictureFiles(stateFolder), needed, before });
  if (dryRun) return plan;
  await emptyHolds(stateFolder, now);
  if (plan.keys.length + plan.files.length === 0) return plan;
  const { folder, pruned } = newHold(stateFolder, now);
  const bytes = plan.files.reduce((sum, file) => sum + file.bytes, 0);
  const contents = plan.files.map(({ content }) => content);
  await writeManifest(folder, { pruned, contents, bytes, rows: rowsOf(database, plan.keys) });
  const kept = transaction(database, () => {
    const since = neededSince(database, needed);
    const goes = plan.keys.filter((key) => !since.has(key));
    forgetPictures(database, goes);
    return new Set(knownPictures(database).flatMap(({ content }) => content ?? []));
  });
  for (const content of contents) {
    if (!kept.has(content)) await moved(picturePath(stateFolder, content), join(folder, `${content}.png`));
  }
  return plan;
}
