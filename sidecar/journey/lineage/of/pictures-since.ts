import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Result } from "../../../../protocol/validate.js";
import type { Database } from "../../../store/database.js";
import { digestFile, fileStamp } from "../../../store/file-content.js";
import { contentOf } from "../../../sweep/draw/place-loras.js";
import type { DatasetSnapshot, SnapshotPicture } from "../../../training/history/snapshot.js";
import { captionState, pictureState } from "./picture-since.js";

type Pictures = NonNullable<Result<"lineage/of">["runs"][number]["pictures"]>;
type Picture = Pictures["sets"][number]["pictures"][number];

const FILES_A_TURN = 100;

/** Where a file with these bytes lies, as far as this program has seen one that is still as it was. */
function placeOf(database: Database, content: string): string | null {
  const rows = database.prepare("SELECT path, size, modified FROM file_content WHERE content = ?").all(content);
  for (const row of rows) {
    const { path, size, modified } = Object(row);
    const stamp = fileStamp(String(path));
    if (stamp && stamp.size === Number(size) && stamp.modified === Number(modified)) return String(path);
  }
  return null;
}

async function pictureSince(database: Database, folder: string, trained: SnapshotPicture): Promise<Picture> {
  const path = join(folder, trained.name);
  const stamp = fileStamp(path);
  const isUntouched = stamp !== null && stamp.size === trained.bytes && stamp.modified === trained.modified;
  // Only what was touched is read again.
  const content = stamp === null || isUntouched ? null : await contentOf(database, path);
  const now = stamp && { bytes: stamp.size, modified: stamp.modified, content };
  const { sha256, caption } = trained;
  const isHere = isUntouched || (content !== null && content === sha256);
  const elsewhere = isHere || sha256 === null ? null : placeOf(database, sha256);
  const place = isHere ? path : elsewhere;
  const shown = place === null ? null : fileStamp(place);
  const captionNow = caption === null ? null : await digestFile(join(folder, caption.name)).catch(() => null);
  return {
    name: trained.name,
    path,
    content: sha256,
    state: pictureState(trained, now, elsewhere),
    now: place,
    version: shown ? `${shown.size}-${shown.modified}` : "",
    caption: caption?.text ?? null,
    captionState: captionState(caption, captionNow),
  };
}

/** A snapshot of what was trained, beside what lies there now. Counts are of all pictures, lists end at the limit. */
export async function picturesSince(database: Database, snapshot: DatasetSnapshot, limit: number): Promise<Pictures> {
  const counts = { same: 0, changed: 0, moved: 0, gone: 0, uncertain: 0 };
  const captionCounts = { same: 0, changed: 0, gone: 0, none: 0 };
  const sets: Pictures["sets"] = [];
  let total = 0;
  for (const { folder, repeats, trigger, regularisation, pictures } of snapshot.sets) {
    const listed: Picture[] = [];
    for (const trained of pictures) {
      total += 1;
      if (total % FILES_A_TURN === 0) await nextTurn();
      const picture = await pictureSince(database, folder, trained);
      counts[picture.state] += 1;
      captionCounts[picture.captionState] += 1;
      if (listed.length < limit) listed.push(picture);
    }
    const more = pictures.length - listed.length;
    sets.push({ folder, repeats: Math.max(1, repeats), trigger, regularisation, pictures: listed, more });
  }
  const captions = total - captionCounts.none;
  return { taken: snapshot.taken, complete: snapshot.complete, total, captions, counts, captionCounts, sets };
}
