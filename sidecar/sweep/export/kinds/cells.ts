import { stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { placeFile } from "../../../training/results/place-file.js";
import { fileNamePart } from "../files/target.js";
import { withWorkFolder } from "../files/work-folder.js";
import type { ExportedSweep } from "../read/exported-sweep.js";
import { type CellRow, cellRows, scoreNames } from "./cell-rows.js";
import type { ExportKind, ExportOutcome, ExportWish } from "./export-kind.js";

type Scores = Awaited<ReturnType<ExportWish["scores"]>>;

// What a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection); numbers stay numbers.
const safe = (text: string): string => (/^[=+@\t\r]|^-(?![\d.])/.test(text) ? `'${text}` : text);

/** A header row and one row a cell; UTF-8 with a mark, which spreadsheets need to see that it is. */
export function cellsCsv(sweep: ExportedSweep, scores: Scores): string {
  const { axes } = sweep.resolved;
  const columns: (readonly [title: string, of: (row: CellRow) => string | number | null])[] = [
    ["index", ({ index }) => index],
    ["state", ({ state }) => state],
    ["problem", ({ problem }) => problem],
    ...axes.map(({ id }) => [`axis ${id}`, ({ values }: CellRow) => safe(values[id] ?? "")] as const),
    ["lora", ({ loraName }) => safe(loraName)],
    ["lora hash", ({ loraHash }) => loraHash],
    ["lora sha256", ({ loraContent }) => loraContent],
    ["strength", ({ strength }) => strength],
    ["text encoder strength", ({ textEncoderStrength }) => textEncoderStrength],
    ["seed", ({ seed }) => seed],
    ["prompt", ({ prompt }) => safe(prompt)],
    ["negative prompt", ({ negativePrompt }) => safe(negativePrompt)],
    ["width", ({ width }) => width],
    ["height", ({ height }) => height],
    ["picture sha256", ({ picture }) => picture],
    ...scoreNames.map((name) => [`score ${name}`, ({ scores: own }: CellRow) => own[name]] as const),
    ["drawn by", ({ drawnBy }) => safe(drawnBy)],
    ["infotext", ({ infotext }) => safe(infotext)],
    ["rehearsal", () => String(sweep.rehearsal)],
  ];
  const rows = cellRows(sweep, scores).map((row) => columns.map(([, of]) => of(row)));
  return stringify([columns.map(([title]) => title), ...rows], { bom: true, quoted_string: true });
}

/** Axes and cells; the same names as in the protocol where there are any. */
export function cellsJson(sweep: ExportedSweep, scores: Scores): string {
  const { id, name, rehearsal, resolved } = sweep;
  const axes = resolved.axes.map(({ id, title, values }) => ({ id, title, values: values.map(({ label }) => label) }));
  const document = {
    sweep: id,
    name,
    rehearsal,
    checkpoint: resolved.facts.checkpoint,
    axes,
    cells: cellRows(sweep, scores),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

const cellsKind = (suffix: ".csv" | ".json", textOf: (sweep: ExportedSweep, scores: Scores) => string): ExportKind => ({
  proposedName: ({ name }) => `${fileNamePart(name)}-cells${suffix}`,
  async run({ sweep, target, dryRun, stateFolder, scores }: ExportWish): Promise<ExportOutcome> {
    const text = textOf(sweep, await scores());
    const told = { path: target, width: null, height: null, format: suffix.slice(1) };
    if (dryRun) return { files: [{ ...told, bytes: Buffer.byteLength(text) }], warnings: [], megapixels: 0 };
    await withWorkFolder(stateFolder, async (folder) => {
      const path = join(folder, `cells${suffix}`);
      await writeFile(path, text);
      await placeFile(path, target);
    });
    return { files: [{ ...told, bytes: (await stat(target)).size }], warnings: [], megapixels: 0 };
  },
});

export const cellsCsvKind = cellsKind(".csv", cellsCsv);
export const cellsJsonKind = cellsKind(".json", cellsJson);
