import { rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { placeFile } from "../../../training/results/place-file.js";
import { requireSpace } from "../files/work-folder.js";
import { writeWithText } from "../files/write-with-text.js";
import type { SheetFormat } from "./choose-format.js";
import { composeTiff } from "./compose.js";
import { encodeSheet } from "./encode-sheet.js";
import type { PreparedSheet } from "./prepare-sheet.js";

export interface Work {
  /** Folder for files in between. */
  folder: string;
  signal: AbortSignal;
  progress(part: number): void;
}

const RGB = 3;
// Of a sheet's time, about so much is spent before it is packed.
const COMPOSING = 0.8;

/** Composes a sheet in the work folder. @returns the path of the TIFF */
export async function composeSheet(sheet: PreparedSheet, { folder, signal, progress }: Work): Promise<string> {
  await requireSpace(folder, sheet.width * sheet.height * RGB * 1.2);
  const tiff = join(folder, `${sheet.width}x${sheet.height}-${sheet.cells}.tif`);
  await composeTiff(tiff, sheet, { signal, progress: (part) => progress(part * COMPOSING) });
  return tiff;
}

/** Writes a sheet under a name that is free. @returns its bytes @throws StudioError "fileExists" | "diskFull" */
export async function writeSheet(
  sheet: PreparedSheet,
  { path, format, infotext }: { path: string; format: SheetFormat; infotext: string },
  work: Work,
): Promise<number> {
  const tiff = await composeSheet(sheet, work);
  const [packed, told] = [join(work.folder, "packed"), join(work.folder, "told")];
  await encodeSheet(tiff, packed, format);
  await rm(tiff);
  await writeWithText(packed, told, infotext, { format, width: sheet.width, height: sheet.height });
  await placeFile(told, path);
  work.progress(1);
  return (await stat(path)).size;
}
