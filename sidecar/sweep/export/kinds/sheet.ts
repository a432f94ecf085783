import { existsSync } from "node:fs";
import { extname } from "node:path";
import type { Sentence } from "../../../words/sentence.js";
import { fileExists, fileNamePart } from "../files/target.js";
import { withWorkFolder } from "../files/work-folder.js";
import { sheetInfotext } from "../infotext/sheet-infotext.js";
import { formatOfSuffix, megapixels, suffixOf } from "../sheet/choose-format.js";
import { estimatedBytes, type FittingSheet, fitSheets, formatWarnings } from "../sheet/fit-sheets.js";
import { shownAxes } from "../sheet/shown-axes.js";
import { writeSheet } from "../sheet/write-sheet.js";
import { type ExportKind, type ExportOutcome, type ExportWish, partOf } from "./export-kind.js";

export interface NamedSheet extends FittingSheet {
  path: string;
}

/** Path without the suffix of a picture format; other points are part of a name. */
const stemOf = (path: string): string =>
  formatOfSuffix(extname(path)) === undefined ? path : path.slice(0, -extname(path).length);

/** Names `STEM.png`, or `STEM-1.png` … for several. @throws StudioError "fileExists" */
export function nameSheets(stem: string, sheets: readonly FittingSheet[]): NamedSheet[] {
  return sheets.map((sheet, index) => {
    const path = `${stem}${sheets.length > 1 ? `-${index + 1}` : ""}${suffixOf[sheet.format]}`;
    if (existsSync(path)) throw fileExists(path);
    return { ...sheet, path };
  });
}

/** Writes sheets, or only tells of them. */
export async function writeSheets(
  { sweep, dryRun, stateFolder, signal, progress }: ExportWish,
  sheets: readonly NamedSheet[],
): Promise<ExportOutcome> {
  const files: ExportOutcome["files"] = [];
  const problems: Sentence[] = [];
  await withWorkFolder(stateFolder, async (folder) => {
    for (const [index, { sheet, format, path }] of sheets.entries()) {
      const { width, height, shown } = sheet;
      const work = { folder, signal, progress: partOf(progress, index, sheets.length) };
      const infotext = sheetInfotext(sweep, shown);
      const bytes = dryRun ? estimatedBytes(sheet, format) : await writeSheet(sheet, { path, format, infotext }, work);
      files.push({ path, bytes, width, height, format });
      problems.push(...sheet.problems);
    }
  });
  const total = sheets.reduce((sum, { sheet }) => sum + megapixels(sheet), 0);
  return { files, warnings: problems, megapixels: total };
}

/** One sheet; several where no format holds it. */
export const sheetKind: ExportKind = {
  proposedName: ({ name }, { format }) => `${fileNamePart(name)}-sheet${format ? suffixOf[format] : ""}`,
  async run(wish) {
    const { sweep, look, target } = wish;
    const format = wish.format ?? formatOfSuffix(extname(target));
    const fitting = await fitSheets(sweep, shownAxes(sweep.resolved.axes, look), look, format);
    const written = await writeSheets(wish, nameSheets(stemOf(target), fitting));
    return { ...written, warnings: [...formatWarnings(fitting), ...written.warnings] };
  },
};
