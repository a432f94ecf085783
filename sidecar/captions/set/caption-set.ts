import { relative, sep } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { captionPath, scanFolder } from "../../dataset/scan.js";
import { type ErrorReport, reportError } from "../../host/studio-error.js";
import { committedTexts } from "../../store/committed-text.js";
import type { Database } from "../../store/database.js";
import type { TextEncoding } from "../../store/text-encoding.js";

/** A picture with its caption as it is committed; the file may have yet to follow. */
export interface CaptionedPicture {
  path: string;
  /** Path below the folder, `/` between parts. */
  name: string;
  repeats: number;
  /** The caption file, and its text or null. */
  file: string;
  text: string | null;
  /** How the file's bytes are written. */
  encoding: TextEncoding;
}

export interface CaptionSet {
  folder: string;
  pictures: CaptionedPicture[];
  /** Captions that cannot be read; their pictures are not among the others. */
  problems: (ErrorReport & { path: string })[];
}

// Captions read before the event loop gets its turn: a few milliseconds on a local disk.
const CAPTIONS_A_TURN = 200;

/**
 * The pictures of a folder with their captions. A picture that shares its caption file with an earlier one is left out:
 * one edit must not be done twice.
 */
export async function captionSet(
  database: Database,
  folder: string,
  { recursive }: { recursive: boolean },
): Promise<CaptionSet> {
  const scan = await scanFolder(folder, { recursive });
  const textOf = committedTexts(database);
  const set: CaptionSet = { folder: scan.folder, pictures: [], problems: [] };
  const files = new Set<string>();
  for (const [index, { path, repeats }] of scan.images.entries()) {
    if (index % CAPTIONS_A_TURN === CAPTIONS_A_TURN - 1) await nextTurn();
    const file = captionPath(path);
    if (files.has(file)) continue;
    files.add(file);
    try {
      const name = relative(scan.folder, path).split(sep).join("/");
      set.pictures.push({ path, name, repeats, file, text: textOf(file), encoding: textOf.encodingOf(file) });
    } catch (error) {
      set.problems.push({ ...reportError(error), path: file });
    }
  }
  return set;
}
