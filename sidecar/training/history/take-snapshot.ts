import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { TrainingPlan } from "../../planning/plan.js";
import { writeText } from "../../store/atomic-file.js";
import type { Database } from "../../store/database.js";
import { digestFile, type FileStamp, fileContents, fileStamp } from "../../store/file-content.js";
import { sameStamp } from "../../store/move-files.js";
import { listTrained } from "./list-trained.js";
import { type DatasetSnapshot, type SnapshotPicture, snapshotFile } from "./snapshot.js";

const FILES_A_TURN = 100;

interface Taking {
  database: Database;
  runFolder: string;
  /** True when the program ends: what is left is done by the next one. */
  stopped(): boolean;
}

type Contents = ReturnType<typeof fileContents>;

const stampOf = ({ bytes, modified }: SnapshotPicture): FileStamp => ({ size: bytes, modified });

const isAsRecorded = (path: string, picture: SnapshotPicture): boolean => {
  const now = fileStamp(path);
  return now !== null && sameStamp(now, stampOf(picture));
};

/** The hash of a picture as it was listed; null when it is that picture no more. */
async function hashOf(path: string, picture: SnapshotPicture, contents: Contents): Promise<string | null> {
  const stamp = stampOf(picture);
  const known = contents.known(path, stamp);
  if (known !== null) return known;
  if (!isAsRecorded(path, picture)) return null;
  const hash = await digestFile(path).catch(() => null);
  if (hash === null || !isAsRecorded(path, picture)) return null;
  contents.remember(path, stamp, hash);
  return hash;
}

const write = (runFolder: string, snapshot: DatasetSnapshot): Promise<void> =>
  writeText(snapshotFile(runFolder), JSON.stringify(snapshot));

/** Fills in the hashes of a snapshot and names what has changed since it was listed. */
export async function finishSnapshot(
  snapshot: DatasetSnapshot,
  { database, runFolder, stopped }: Taking,
): Promise<void> {
  const contents = fileContents(database);
  const all = snapshot.sets.flatMap(({ folder, pictures }) =>
    pictures.map((picture) => ({ picture, path: join(folder, picture.name) })),
  );
  for (const [index, { picture, path }] of all.entries()) {
    if (index % FILES_A_TURN === FILES_A_TURN - 1) await nextTurn();
    if (stopped()) return;
    picture.sha256 ??= await hashOf(path, picture, contents);
    if (stopped()) return;
    if (picture.sha256 === null) picture.changed = true;
  }
  // Once more: one that was read first may have changed while the last one was read.
  for (const [index, { picture, path }] of all.entries()) {
    if (index % FILES_A_TURN === FILES_A_TURN - 1) await nextTurn();
    if (!isAsRecorded(path, picture)) picture.changed = true;
  }
  await write(runFolder, { ...snapshot, complete: true });
}

/** Records what a run is trained on: names, sizes and captions at once, hashes as they come. */
export async function takeSnapshot(plan: TrainingPlan, taking: Taking): Promise<void> {
  const snapshot = await listTrained(plan);
  await write(taking.runFolder, snapshot);
  await finishSnapshot(snapshot, taking);
}
