import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import type { PlannedItem } from "../../host/jobs/job-kind.js";
import { StudioError } from "../../host/studio-error.js";
import type { Database } from "../../store/database.js";
import { createdFiles } from "../../store/file-moves.js";
import { say } from "../../words/sentence.js";
import { type NewSetTarget, newSetTargets, withoutCutouts } from "../new-set/targets.js";
import { captionPath, scanFolder } from "../scan.js";
import type { CutoutItem, CutoutOptions } from "./cutout-options.js";

const inTheWay = (path: string) => ({
  code: "fileExists",
  message: `${path} exists already, was not made by a cut-out, and was left as it is.`,
  hint: "Choose another output folder, or move that file away.",
});

/** One item a picture. Earlier cut-outs at the same places are replaced, files of the user's never. */
export async function planCutout(database: Database, options: CutoutOptions): Promise<PlannedItem<CutoutItem>[]> {
  const { images } = await scanFolder(options.folder, { recursive: options.recursive });
  const all = withoutCutouts(images.map(({ path }) => path));
  const targets = newSetTargets(all, options);
  const wanted = options.pictures === null ? null : new Set(options.pictures);
  const missing = [...(wanted ?? [])].find((path) => !all.includes(path));
  if (missing !== undefined) {
    throw new StudioError(
      "notFound",
      say("{missing} is no picture of {folder}.", { missing, folder: options.folder }),
      say("Look at the folder anew."),
    );
  }
  const ours = createdFiles(database);
  const itemOf = ({ picture, target, mask, caption }: NewSetTarget): PlannedItem<CutoutItem> => {
    const standing = [target, ...(mask === null ? [] : [mask])].filter((path) => existsSync(path));
    const from = captionPath(picture);
    const hasCaption = caption !== null && existsSync(from) && !existsSync(caption);
    const item: CutoutItem = {
      picture,
      target,
      mask,
      caption: hasCaption ? { from, to: caption } : null,
      staged: `${randomUUID()}.png`,
      stagedMask: `${randomUUID()}.png`,
      replaced: standing.map((path) => ({ path, to: `${randomUUID()}.png` })),
    };
    const strange = standing.find((path) => !ours.has(path));
    return strange === undefined ? { item } : { item, failed: inTheWay(strange) };
  };
  return targets.filter(({ picture }) => wanted === null || wanted.has(picture)).map(itemOf);
}
