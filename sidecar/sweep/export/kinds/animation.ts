import { rm, stat, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { StudioError } from "../../../host/studio-error.js";
import { placeFile } from "../../../training/results/place-file.js";
import { say } from "../../../words/sentence.js";
import { fileNamePart } from "../files/target.js";
import { withWorkFolder } from "../files/work-folder.js";
import { webpWithText } from "../infotext/embed-text.js";
import { sheetInfotext } from "../infotext/sheet-infotext.js";
import type { ExportedSweep } from "../read/exported-sweep.js";
import { type PreparedSheet, prepareSheet } from "../sheet/prepare-sheet.js";
import { type SheetLook, shownAxes, shownValues } from "../sheet/shown-axes.js";
import { composeSheet } from "../sheet/write-sheet.js";
import { type ExportKind, type ExportWish, partOf } from "./export-kind.js";

const SECONDS_PER_FRAME = 0.8;
// All frames lie in memory while they are packed, three bytes a pixel.
const MOST_MEGAPIXELS = 60;
const WEBP_SIDE = 16_383;

/** The grid of each value of one axis. Without a wish each frame is one picture. */
async function framesAlong(sweep: ExportedSweep, look: SheetLook, along: string): Promise<PreparedSheet[]> {
  const axis = sweep.resolved.axes.find(({ id }) => id === along);
  if (!axis) {
    throw new StudioError(
      "badArguments",
      say('This sweep has no axis "{along}".', { along }),
      say("It has: {axes}.", { axes: sweep.resolved.axes.map(({ id }) => id).join(", ") }),
    );
  }
  // What changes from frame to frame cannot lie in one too.
  const inside = (id: string | null | undefined): string => (id === along ? "" : (id ?? ""));
  const grid = {
    columns: inside(look.columns),
    rows: inside(look.rows),
    superColumns: inside(look.superColumns),
    superRows: inside(look.superRows),
  };
  const frames: PreparedSheet[] = [];
  for (const value of shownValues(axis, look.hidden)) {
    const at = { ...look.at, [along]: value };
    const frameLook = { ...look, ...grid, at };
    frames.push(await prepareSheet(sweep, shownAxes(sweep.resolved.axes, frameLook), frameLook));
  }
  return frames;
}

/** Frames made small enough to be packed, all of one size. */
async function fittingFrames(sweep: ExportedSweep, look: SheetLook, along: string): Promise<PreparedSheet[]> {
  let frames = await framesAlong(sweep, look, along);
  let { cellWidth = sweep.resolved.settings.width } = look;
  for (;;) {
    const width = Math.max(...frames.map((frame) => frame.width));
    const height = Math.max(...frames.map((frame) => frame.height));
    const amount = (width * height * frames.length) / 1e6;
    if (amount <= MOST_MEGAPIXELS && Math.max(width, height) <= WEBP_SIDE) return frames;
    const part = Math.min(0.9, Math.sqrt(MOST_MEGAPIXELS / amount), WEBP_SIDE / Math.max(width, height));
    const smaller = Math.floor(cellWidth * part);
    if (smaller < 32) {
      throw new StudioError(
        "badArguments",
        say("These frames are too many for one animation."),
        say("Hide some values."),
      );
    }
    cellWidth = smaller;
    frames = await framesAlong(sweep, { ...look, cellWidth }, along);
  }
}

async function packFrames(frames: readonly PreparedSheet[], wish: ExportWish, folder: string): Promise<Buffer> {
  const { default: sharp } = await import("sharp");
  const width = Math.max(...frames.map((frame) => frame.width));
  const height = Math.max(...frames.map((frame) => frame.height));
  const pictures: Buffer[] = [];
  for (const [index, frame] of frames.entries()) {
    const progress = partOf(wish.progress, index, frames.length);
    const tiff = await composeSheet(frame, { folder, signal: wish.signal, progress });
    const padding = { right: width - frame.width, bottom: height - frame.height, background: frame.background };
    pictures.push(await sharp(tiff).extend(padding).png({ compressionLevel: 1 }).toBuffer());
    await rm(tiff);
  }
  const delay = Math.round((wish.secondsPerFrame ?? SECONDS_PER_FRAME) * 1000);
  return sharp(pictures, { join: { animated: true } })
    .webp({ quality: 85, loop: 0, delay: frames.map(() => delay) })
    .toBuffer();
}

/** An animated WebP that goes along one axis, the strength without a wish; each frame says where it is. */
export const animationKind: ExportKind = {
  proposedName: ({ name }) => `${fileNamePart(name)}-animation.webp`,
  async run(wish) {
    const { sweep, look, dryRun, stateFolder } = wish;
    const target = extname(wish.target).toLowerCase() === ".webp" ? wish.target : `${wish.target}.webp`;
    const frames = await fittingFrames(sweep, look, wish.along ?? "strength");
    const [first] = frames;
    if (!first) throw new StudioError("badArguments", say("There is no frame."), say("Show at least one value."));
    const { width, height } = first;
    const file = { path: target, width, height, format: "webp" };
    const amount = (width * height * frames.length) / 1e6;
    const bytes = Math.round(amount * 1e6 * 0.12);
    if (dryRun) return { files: [{ ...file, bytes }], warnings: [], megapixels: amount };
    await withWorkFolder(stateFolder, async (folder) => {
      const packed = await packFrames(frames, wish, folder);
      const path = join(folder, "animation.webp");
      await writeFile(path, webpWithText(packed, sheetInfotext(sweep, first.shown), { width, height }));
      await placeFile(path, target);
    });
    const warnings = frames.flatMap(({ problems }) => problems);
    return { files: [{ ...file, bytes: (await stat(target)).size }], warnings, megapixels: amount };
  },
};
