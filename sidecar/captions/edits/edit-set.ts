import { createHash } from "node:crypto";
import type { CaptionEdit } from "../../../protocol/generated/methods.js";
import { type ErrorReport, reportError } from "../../host/studio-error.js";
import { encodeText, type TextEncoding } from "../../store/text-encoding.js";
import type { CaptionedPicture } from "../set/caption-set.js";
import { compileEdit } from "./compile-edit.js";
import type { TagMeasures } from "./sort-tags.js";

interface CaptionChange {
  picture: CaptionedPicture;
  before: string | null;
  after: string | null;
  /** How the file is written afterwards. */
  encoding: TextEncoding;
}

export interface EditedSet {
  changes: CaptionChange[];
  unchanged: number;
  /** Captions in sentences that an edit of tags left alone. */
  prose: number;
  /** Captions whose new text their encoding cannot hold; they stay as they are. */
  problems: (ErrorReport & { path: string })[];
  /** Stands for exactly these changes: their files, before and after. */
  digest: string;
}

function digestOf(changes: readonly CaptionChange[]): string {
  const hash = createHash("sha256");
  for (const { picture, before, after, encoding } of changes) {
    hash.update(JSON.stringify([picture.file, before, after, encoding]));
  }
  return hash.digest("hex");
}

/** What a function of each picture makes of its caption; `isProse` is told of those left alone. Nothing is written. */
export function changesTo(
  pictures: readonly CaptionedPicture[],
  edit: (picture: CaptionedPicture, leaveAlone: () => void) => string | null,
  wanted: TextEncoding | null = null,
): EditedSet {
  const changes: CaptionChange[] = [];
  const problems: EditedSet["problems"] = [];
  let sentences = 0;
  for (const picture of pictures) {
    let isProse = false;
    const text = edit(picture, () => {
      isProse = true;
    });
    const encoding = wanted ?? picture.encoding;
    if (text !== picture.text || (text !== null && encoding !== picture.encoding)) {
      try {
        if (text !== null) encodeText(text, encoding);
        changes.push({ picture, before: picture.text, after: text, encoding });
      } catch (error) {
        problems.push({ ...reportError(error), path: picture.file });
      }
    } else if (isProse) sentences += 1;
  }
  const unchanged = pictures.length - changes.length - problems.length - sentences;
  return { changes, unchanged, prose: sentences, problems, digest: digestOf(changes) };
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
  const wanted = edits.findLast((edit) => edit.kind === "encoding")?.to ?? null;
  const edited = ({ name, text: before }: CaptionedPicture, leaveAlone: () => void): string | null => {
    let text = before;
    for (const edit of compiled) {
      const after = edit({ name, text }, measures);
      if (after === "prose") leaveAlone();
      else text = after;
    }
    return text;
  };
  return changesTo(pictures, edited, wanted);
}
