import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Result } from "../../../../protocol/validate.js";
import { writeBytes } from "../../../store/atomic-file.js";
import { withWorkFolder } from "../files/work-folder.js";
import type { ExportedSweep } from "../read/exported-sweep.js";
import { chooseFormat } from "./choose-format.js";
import { places } from "./measure-cells.js";
import { prepareSheet } from "./prepare-sheet.js";
import { coordinatesAt, type SheetLook, type ShownAxes, shownAxes } from "./shown-axes.js";
import { composeSheet } from "./write-sheet.js";

/** Where small sheets are kept to be looked at. */
export const sheetPreviews = (stateFolder: string): string => join(stateFolder, "sweeps", "sheets");

/** Whether text can name one of them. */
export const isSheetPreview = (key: string): boolean => /^[0-9a-f]{40}$/.test(key);

const KEPT = 40;
// More would take longer to draw than somebody waits who only chooses an axis.
const MOST_CELLS = 400;
const LONGEST_SIDE = 1400;

/** The same pictures at the same places give the same key. */
function keyOf(sweep: ExportedSweep, shown: ShownAxes, look: SheetLook): string {
  const hash = createHash("sha256").update(JSON.stringify([sweep.id, sweep.name, look]));
  for (const place of places(shown)) {
    const { state, problem, picture } = sweep.cell(sweep.resolved.indexOf(coordinatesAt(shown, place)));
    hash.update(`${state} ${problem} ${picture?.content}\n`);
  }
  return hash.digest("hex").slice(0, 40);
}

async function forgetOldest(folder: string): Promise<void> {
  const names = await readdir(folder);
  const aged = await Promise.all(names.map(async (name) => ({ name, time: (await stat(join(folder, name))).mtimeMs })));
  const old = aged.sort((one, other) => other.time - one.time).slice(KEPT);
  for (const { name } of old) await rm(join(folder, name), { force: true });
}

/** Size of the sheet that an export would write, and a small one to look at; none of more than 400 cells. */
export async function sheetPreview(
  sweep: ExportedSweep,
  look: SheetLook,
  { stateFolder, signal }: { stateFolder: string; signal: AbortSignal },
): Promise<Result<"sweep/sheet">> {
  const shown = shownAxes(sweep.resolved.axes, look);
  const { width, height, cells } = await prepareSheet(sweep, shown, look);
  const answer = { width, height, cells, format: chooseFormat({ width, height }).format ?? "sheets" };
  if (cells > MOST_CELLS) return { ...answer, picture: null };
  const key = keyOf(sweep, shown, look);
  const path = join(sheetPreviews(stateFolder), `${key}.webp`);
  if (existsSync(path)) return { ...answer, picture: key };
  const widest = look.cellWidth ?? Math.max(...[...places(shown)].map((place) => cellWidthAt(sweep, shown, place)));
  const part = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  const small = { ...look, cellWidth: Math.max(32, Math.round(widest * part)) };
  await withWorkFolder(stateFolder, async (folder) => {
    const { default: sharp } = await import("sharp");
    const tiff = await composeSheet(await prepareSheet(sweep, shown, small), { folder, signal, progress: () => {} });
    const picture = sharp(tiff, { sequentialRead: true, limitInputPixels: false });
    picture.resize(LONGEST_SIDE, LONGEST_SIDE, { fit: "inside", withoutEnlargement: true });
    await writeBytes(path, await picture.webp({ quality: 85 }).toBuffer());
  });
  await forgetOldest(sheetPreviews(stateFolder));
  return { ...answer, picture: key };
}

function cellWidthAt(sweep: ExportedSweep, shown: ShownAxes, place: Parameters<typeof coordinatesAt>[1]): number {
  const { picture } = sweep.cell(sweep.resolved.indexOf(coordinatesAt(shown, place)));
  return picture?.width ?? sweep.resolved.settings.width;
}
