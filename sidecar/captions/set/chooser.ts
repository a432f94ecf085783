import type { Roots } from "../../host/roots.js";
import type { Database } from "../../store/database.js";
import { clipTokens } from "../assist/tokens.js";
import { type CaptionedPicture, type CaptionSet, captionSet } from "./caption-set.js";
import { pictureSizes } from "./facts.js";
import { selectPictures } from "./select.js";

/** As every request of this room names its captions. */
export interface Chosen {
  folder: string;
  recursive?: boolean;
  filter?: string;
  names?: string[];
}

/** Reads a folder's captions and those of them that a filter and a selection mean. */
export function captionChooser({ database, roots }: { database: Database; roots: Roots }) {
  const sizes = pictureSizes();
  return async (given: Chosen): Promise<{ set: CaptionSet; chosen: CaptionedPicture[] }> => {
    const { filter = "", names = null } = given;
    const set = await captionSet(database, await roots.open(given.folder), { recursive: given.recursive ?? false });
    const chosen = await selectPictures(set.pictures, { filter, names }, { database, sizes, tokens: clipTokens });
    return { set, chosen };
  };
}
