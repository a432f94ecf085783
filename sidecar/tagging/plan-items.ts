import { join, relative } from "node:path";
import { captionPath, scanFolder } from "../dataset/scan.js";
import { StudioError } from "../host/studio-error.js";
import { readText } from "../store/atomic-file.js";
import type { TagOptions } from "./options.js";

/** A picture and where its caption goes, absolute paths. */
export interface TagItem {
  image: string;
  caption: string;
}

function refuseSharedCaptions(items: TagItem[]): void {
  const owner = new Map<string, string>();
  for (const { image, caption } of items) {
    const other = owner.get(caption);
    if (other !== undefined) {
      throw new StudioError(
        "badArguments",
        `${other} and ${image} would share the caption ${caption}.`,
        "Rename one of the two pictures, then run the same command again.",
      );
    }
    owner.set(caption, image);
  }
}

/** The caption that `existing` leaves alone, or null when the picture is to be tagged. */
async function captionLeftAlone(caption: string, { existing }: TagOptions): Promise<string | null> {
  if (existing !== "skip" && existing !== "only-empty") return null;
  const text = await readText(caption);
  if (text === null) return null;
  return existing === "skip" || text.trim() !== "" ? text : null;
}

/** All pictures of the folder in natural order. @throws StudioError when there are none, or two share a caption */
export async function planItems(options: TagOptions): Promise<{ item: TagItem; left: string | null }[]> {
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
  refuseSharedCaptions(items);
  return Promise.all(items.map(async (item) => ({ item, left: await captionLeftAlone(item.caption, options) })));
}
