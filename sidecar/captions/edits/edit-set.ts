import { createHash } from "node:crypto";
import type { CaptionEdit } from "../../../protocol/generated/methods.js";
import type { CaptionedPicture } from "../set/caption-set.js";
import { compileEdit } from "./compile-edit.js";
import type { TagMeasures } from "./sort-tags.js";

export interface CaptionChange {
  picture: CaptionedPicture;
  before: string | null;
  after: string | null;
}

export interface EditedSet {
  changes: CaptionChange[];
  unchanged: number;
  /** Captions in sentences that an edit of tags left alone. */
  prose: number;
  /** Stands for exactly these changes: their files, before and after. */
  digest: string;
}

function digestOf(changes: readonly CaptionChange[]): string {
  const hash = createHash("sha256");
  for (const { picture, before, after } of changes) hash.update(JSON.stringify([picture.file, before, after]));
  return hash.digest("hex");
}

/**
 * What edits, one after the other, make of these pictures' captions; nothing is written.
 * @throws StudioError "badArguments" for an edit that cannot be done
 */
export function editSet(
  pictures: readonly CaptionedPicture[],
  edits: readonly CaptionEdit[],
  { prose, measures }: { prose: boolean; measures: TagMeasures },
): EditedSet {
  const compiled = edits.map((edit) => compileEdit(edit, { prose }));
  const changes: CaptionChange[] = [];
  let sentences = 0;
  for (const picture of pictures) {
    let text = picture.text;
    let isProse = false;
    for (const edit of compiled) {
      const edited = edit({ name: picture.name, text }, measures);
      if (edited === "prose") isProse = true;
      else text = edited;
    }
    if (text !== picture.text) changes.push({ picture, before: picture.text, after: text });
    else if (isProse) sentences += 1;
  }
  const unchanged = pictures.length - changes.length - sentences;
  return { changes, unchanged, prose: sentences, digest: digestOf(changes) };
}
