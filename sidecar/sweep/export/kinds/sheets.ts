import { basename, join } from "node:path";
import type { Sentence } from "../../../words/sentence.js";
import { writeNewFolder } from "../files/new-folder.js";
import { fileNamePart } from "../files/target.js";
import { fitSheets, formatWarnings } from "../sheet/fit-sheets.js";
import { valueLabel, wordsFor } from "../sheet/sheet-words.js";
import { shownAxes } from "../sheet/shown-axes.js";
import { type SheetPart, sheetPerValue } from "../sheet/split-shown.js";
import type { ExportKind, ExportOutcome, ExportWish } from "./export-kind.js";
import { type NamedSheet, nameSheets, writeSheets } from "./sheet.js";

/** "seed-1001_prompt-2": values by their labels, long ones by their number. */
function partName({ sweep, look }: ExportWish, { told }: SheetPart): string {
  const words = wordsFor(look.language);
  const parts = told.flatMap(({ axis, value }) => {
    const named = sweep.resolved.axes[axis];
    if (!named) return [];
    const label = valueLabel(named, value, words);
    return [`${named.id}-${label.length > 24 || label === "" ? value + 1 : label}`];
  });
  return fileNamePart(parts.join("_")) || "sheet";
}

/** Names of several sheets in a folder; the same name is never taken twice. */
async function namedSheets(wish: ExportWish, folder: string): Promise<{ named: NamedSheet[]; warnings: Sentence[] }> {
  const { sweep, look, format } = wish;
  const { axes } = sweep.resolved;
  const taken = new Set<string>();
  const named: NamedSheet[] = [];
  const warnings: Sentence[] = [];
  for (const [index, part] of sheetPerValue(axes, shownAxes(axes, look), look).entries()) {
    const wanted = part.told.length === 0 ? "sheet" : partName(wish, part);
    // Names that differ by case are one file on some systems.
    const name = taken.has(wanted.toLowerCase()) ? `${wanted}-${index + 1}` : wanted;
    taken.add(name.toLowerCase());
    const fitting = await fitSheets(sweep, part.shown, look, format);
    named.push(...nameSheets(join(folder, name), fitting));
    warnings.push(...formatWarnings(fitting));
  }
  return { named, warnings };
}

/** A folder with a sheet for each value of the axes that are neither across nor down. */
export const sheetsKind: ExportKind = {
  proposedName: ({ name }) => `${fileNamePart(name)}-sheets`,
  async run(wish) {
    const { target } = wish;
    const outcome: ExportOutcome = { files: [], warnings: [], megapixels: 0 };
    const fill = async (folder: string): Promise<void> => {
      const { named, warnings } = await namedSheets(wish, folder);
      const written = await writeSheets(wish, named);
      outcome.files = written.files.map((file) => ({ ...file, path: join(target, basename(file.path)) }));
      outcome.warnings = [...warnings, ...written.warnings];
      outcome.megapixels = written.megapixels;
    };
    if (wish.dryRun) await fill(target);
    else await writeNewFolder(target, fill);
    return outcome;
  },
};
