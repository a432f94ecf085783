import { copyFile, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { StudioError } from "../../../host/studio-error.js";
import { say } from "../../../words/sentence.js";
import { folderBytes, writeNewFolder } from "../files/new-folder.js";
import { fileNamePart } from "../files/target.js";
import { withWorkFolder } from "../files/work-folder.js";
import { sheetInfotext } from "../infotext/sheet-infotext.js";
import { megapixels } from "../sheet/choose-format.js";
import { bandFits, estimatedBytes } from "../sheet/fit-sheets.js";
import { type PreparedSheet, prepareSheet } from "../sheet/prepare-sheet.js";
import { wordsFor } from "../sheet/sheet-words.js";
import { shownAxes } from "../sheet/shown-axes.js";
import { composeSheet } from "../sheet/write-sheet.js";
import { deepZoomPage } from "./deep-zoom-page.js";
import type { ExportedFile, ExportKind, ExportWish } from "./export-kind.js";

const TILE = { size: 512, overlap: 1 };

/** The viewer's program and its licence, copied beside the pictures so that nothing is asked from a network. */
async function copyViewer(folder: string): Promise<void> {
  const program = createRequire(import.meta.url).resolve("openseadragon");
  const minified = join(dirname(program), "openseadragon.min.js");
  await copyFile(minified, join(folder, "openseadragon.min.js"));
  const licence = join(dirname(program), "..", "..", "LICENSE.txt");
  await copyFile(licence, join(folder, "openseadragon-LICENSE.txt"));
}

async function writeTiles(tiff: string, folder: string): Promise<void> {
  const { default: sharp } = await import("sharp");
  await sharp(tiff, { sequentialRead: true, limitInputPixels: false, unlimited: true })
    .jpeg({ quality: 90, chromaSubsampling: "4:4:4" })
    .tile({ ...TILE, layout: "dz" })
    .toFile(join(folder, "sheet.dz"));
}

async function fill(folder: string, wish: ExportWish, sheet: PreparedSheet): Promise<void> {
  const { sweep, look, signal, progress, stateFolder } = wish;
  await withWorkFolder(stateFolder, async (work) => {
    const tiff = await composeSheet(sheet, { folder: work, signal, progress });
    await writeTiles(tiff, folder);
  });
  await copyViewer(folder);
  const { width, height } = sheet;
  const language = look.language ?? "en";
  const rehearsal = sweep.rehearsal ? wordsFor(language).rehearsal : "";
  const page = deepZoomPage({ title: sweep.name, language, rehearsal, width, height, tile: TILE });
  await writeFile(join(folder, "index.html"), page);
  await writeFile(join(folder, "parameters.txt"), `${sheetInfotext(sweep, sheet.shown)}\n`);
  progress(1);
}

/** What lies in the folder; the thousands of tiles are told as one. */
async function filesOf(folder: string, sheet: PreparedSheet): Promise<ExportedFile[]> {
  const size = { width: sheet.width, height: sheet.height };
  const plain = { width: null, height: null };
  const tiles = join(folder, "sheet_files");
  const text = async (name: string): Promise<ExportedFile> => {
    const path = join(folder, name);
    return { path, bytes: (await readFile(path)).length, ...plain, format: name.split(".").at(-1) ?? "" };
  };
  return [
    await text("index.html"),
    {
      path: join(folder, "sheet.dzi"),
      bytes: (await readFile(join(folder, "sheet.dzi"))).length,
      ...size,
      format: "dzi",
    },
    { path: tiles, bytes: await folderBytes(tiles), ...plain, format: "jpeg" },
    await text("openseadragon.min.js"),
    await text("parameters.txt"),
  ];
}

/** A folder with one sheet of any size cut into tiles, and a page that zooms into it. */
export const deepZoomKind: ExportKind = {
  proposedName: ({ name }) => `${fileNamePart(name)}-deep-zoom`,
  async run(wish) {
    const { sweep, look, target, dryRun } = wish;
    const sheet = await prepareSheet(sweep, shownAxes(sweep.resolved.axes, look), look);
    if (!bandFits(sheet)) {
      throw new StudioError(
        "badArguments",
        say("The sheet would be {width} pixels wide: a row of it does not fit into memory.", { width: sheet.width }),
        say("Swap rows and columns, move an axis to the super rows, or choose smaller cells."),
      );
    }
    const amount = megapixels(sheet);
    if (dryRun) {
      const bytes = Math.round(estimatedBytes(sheet, "jpeg") * 1.35);
      const { width, height } = sheet;
      return { files: [{ path: target, bytes, width, height, format: "dzi" }], warnings: [], megapixels: amount };
    }
    await writeNewFolder(target, (folder) => fill(folder, wish, sheet));
    return { files: await filesOf(target, sheet), warnings: sheet.problems, megapixels: amount };
  },
};
