import { relative, sep } from "node:path";
import { scanFolder } from "../dataset/scan.js";
import { type ErrorReport, StudioError } from "../host/studio-error.js";
import { say } from "../words/sentence.js";
import { captionFile } from "./caption-file.js";
import type { TagOptions } from "./options.js";

/** A picture and where its caption goes, absolute paths. */
export interface TagItem {
  image: string;
  caption: string;
}

export interface PlannedPicture {
  item: TagItem;
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

/** All pictures of the folder in natural order. @throws StudioError "notFound" when there are none */
export async function planItems(options: TagOptions): Promise<PlannedPicture[]> {
  const { folder, recursive } = options;
  const scan = await scanFolder(folder, { recursive });
  if (scan.images.length === 0) {
    throw new StudioError(
      "notFound",
      say("There are no pictures in {folder}.", { folder }),
      say("Expected .png, .jpg, .webp, .bmp, .gif, .avif or .tiff files, in the folder or in 10_name subfolders."),
    );
  }
  const wanted = options.names === null ? null : new Set(options.names);
  const isWanted = (path: string): boolean =>
    wanted === null || wanted.has(relative(scan.folder, path).split(sep).join("/"));
  const items = scan.images
    .filter(({ path }) => isWanted(path))
    .map(({ path: image }) => ({ image, caption: captionFile(image, options) }));
  const shared = sharedCaptions(items);
  return items.map((item) => ({ item, shared: shared.get(item.image) ?? null }));
}

/** True when `existing` leaves a caption alone. */
export function isLeftAlone(text: string | null, { existing }: Pick<TagOptions, "existing">): boolean {
  if (text === null || (existing !== "skip" && existing !== "only-empty")) return false;
  return existing === "skip" || text.trim() !== "";
}
