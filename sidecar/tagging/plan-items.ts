import { join, relative } from "node:path";
import PQueue from "p-queue";
import { captionPath, scanFolder } from "../dataset/scan.js";
import { type ErrorReport, StudioError } from "../host/studio-error.js";
import { readText } from "../store/atomic-file.js";
import type { TagOptions } from "./options.js";

// Far below any system's limit of open files.
const FILES_AT_ONCE = 32;

/** A picture and where its caption goes, absolute paths. */
export interface TagItem {
  image: string;
  caption: string;
}

export interface PlannedPicture {
  item: TagItem;
  /** The caption that is left alone, null when the picture is to be tagged. */
  left: string | null;
  /** Why the picture cannot be tagged: an earlier one has its caption file. */
  shared: ErrorReport | null;
}

/** `a.png` and `a.jpg` would both be captioned by `a.txt`: the first one keeps it. */
function sharedCaptions(items: TagItem[]): Map<string, ErrorReport> {
  const owner = new Map<string, string>();
  const shared = new Map<string, ErrorReport>();
  for (const { image, caption } of items) {
    const other = owner.get(caption);
    if (other === undefined) owner.set(caption, image);
    else {
      const message = `${image} has the same name as ${other}: both would be captioned by ${caption}.`;
      shared.set(image, { code: "badArguments", message, hint: "Rename one of the two pictures, then tag again." });
    }
  }
  return shared;
}

/** The caption that `existing` leaves alone, or null when the picture is to be tagged. */
async function captionLeftAlone(caption: string, { existing }: TagOptions): Promise<string | null> {
  if (existing !== "skip" && existing !== "only-empty") return null;
  const text = await readText(caption);
  if (text === null) return null;
  return existing === "skip" || text.trim() !== "" ? text : null;
}

/** All pictures of the folder in natural order. @throws StudioError "notFound" when there are none */
export async function planItems(options: TagOptions): Promise<PlannedPicture[]> {
  const { folder, recursive, output } = options;
  const scan = await scanFolder(folder, { recursive });
  if (scan.images.length === 0) {
    throw new StudioError(
      "notFound",
      `There are no pictures in ${folder}.`,
      "Expected .png, .jpg, .webp, .bmp, .gif, .avif or .tiff files, in the folder or in 10_name subfolders.",
    );
  }
  const items = scan.images.map(({ path: image }) => {
    const beside = captionPath(image);
    return { image, caption: output === null ? beside : join(output, relative(folder, beside)) };
  });
  const shared = sharedCaptions(items);
  const planned = async (item: TagItem): Promise<PlannedPicture> => ({
    item,
    left: await captionLeftAlone(item.caption, options),
    shared: shared.get(item.image) ?? null,
  });
  const queue = new PQueue({ concurrency: FILES_AT_ONCE });
  return Promise.all(items.map((item) => queue.add(() => planned(item))));
}
