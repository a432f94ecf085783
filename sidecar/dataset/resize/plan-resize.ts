import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { extname, join, relative } from "node:path";
import type { PlannedItem } from "../../host/jobs/job-kind.js";
import type { ErrorReport } from "../../host/studio-error.js";
import type { Database } from "../../store/database.js";
import { createdFiles } from "../../store/file-moves.js";
import { type NewSetTarget, newSetTargets } from "../new-set/targets.js";
import { captionPath, scanFolder } from "../scan.js";
import { knownSubjects } from "../subject/known-subjects.js";
import type { ResizeItem, ResizeOptions } from "./resize-options.js";

const inTheWay = (path: string): ErrorReport => ({
  code: "fileExists",
  message: `${path} exists already, was not made here, and was left as it is.`,
  hint: "Choose another output folder, or move that file away.",
});

const sharedName = (picture: string): ErrorReport => ({
  code: "fileExists",
  message: `${picture} shares its name with another picture, so that it cannot become a PNG in its place.`,
  hint: "Rename the pictures serially first, or make a new set.",
});

/** One item a picture. Files that were made here are replaced; the user's only where originals are kept. */
export async function planResize(database: Database, options: ResizeOptions): Promise<PlannedItem<ResizeItem>[]> {
  const { folder, recursive, output, originals, settings } = options;
  const { images } = await scanFolder(folder, { recursive });
  const targets = newSetTargets(
    images.map(({ path }) => path),
    { folder, output, masks: null },
  );
  const known = knownSubjects(database);
  const subjects = new Map(
    await Promise.all(
      images.map(async ({ path }): Promise<[string, number[] | null]> => {
        const subject = settings.followSubject ? await known.find(path) : null;
        return [path, subject && [...subject.box]];
      }),
    ),
  );
  const ours = createdFiles(database);
  const aside = ({ picture, target }: NewSetTarget): PlannedItem<ResizeItem> => {
    const kept = join(originals ?? "", relative(folder, picture));
    const item: ResizeItem = {
      picture,
      subject: subjects.get(picture) ?? null,
      target,
      mask: null,
      caption: null,
      staged: `${randomUUID()}.png`,
      stagedMask: "",
      replaced: [{ path: picture, to: kept }],
    };
    const stem = target.slice(0, -extname(target).length);
    if (stem !== picture.slice(0, -extname(picture).length)) return { item, failed: sharedName(picture) };
    if (target !== picture && existsSync(target)) return { item, failed: inTheWay(target) };
    return existsSync(kept) ? { item, failed: inTheWay(kept) } : { item };
  };
  const beside = ({ picture, target, caption }: NewSetTarget): PlannedItem<ResizeItem> => {
    const from = captionPath(picture);
    const hasCaption = caption !== null && existsSync(from) && !existsSync(caption);
    const isThere = existsSync(target);
    const item: ResizeItem = {
      picture,
      subject: subjects.get(picture) ?? null,
      target,
      mask: null,
      caption: hasCaption ? { from, to: caption } : null,
      staged: `${randomUUID()}.png`,
      stagedMask: "",
      replaced: isThere ? [{ path: target, to: `${randomUUID()}.png` }] : [],
    };
    return isThere && !ours.has(target) ? { item, failed: inTheWay(target) } : { item };
  };
  return targets.map(originals === null ? beside : aside);
}
