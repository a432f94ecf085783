import { StudioError } from "../../../host/studio-error.js";
import { type Sentence, say } from "../../../words/sentence.js";
import type { ExportedSweep } from "../read/exported-sweep.js";
import { chooseFormat, type FormatChange, megapixels, type SheetFormat } from "./choose-format.js";
import { type PreparedSheet, prepareSheet } from "./prepare-sheet.js";
import type { SheetLook, ShownAxes } from "./shown-axes.js";
import { splitShown } from "./split-shown.js";

export interface FittingSheet {
  sheet: PreparedSheet;
  format: SheetFormat;
  change: FormatChange | null;
}

// The highest band of a sheet lies in memory.
const BAND_BYTES = 240_000_000;

const largestBand = ({ width, bands }: PreparedSheet): number =>
  bands.reduce((most, { height }) => Math.max(most, width * height * 3), 0);

export const bandFits = (sheet: PreparedSheet): boolean => largestBand(sheet) <= BAND_BYTES;

/** A grid as one sheet, or as several where no format can hold it: split by its outermost direction. */
export async function fitSheets(
  sweep: ExportedSweep,
  shown: ShownAxes,
  look: SheetLook,
  wish: SheetFormat | undefined,
): Promise<FittingSheet[]> {
  const sheet = await prepareSheet(sweep, shown, look);
  const { format, change } = chooseFormat(sheet, wish);
  if (format !== null && bandFits(sheet)) return [{ sheet, format, change }];
  const parts = splitShown(shown);
  if (parts === null) {
    throw new StudioError(
      "badArguments",
      say("One picture is {width} × {height} pixels: no picture format can hold it.", {
        width: sheet.width,
        height: sheet.height,
      }),
      say("Choose a smaller cell width."),
    );
  }
  const fitting: FittingSheet[] = [];
  for (const part of parts) fitting.push(...(await fitSheets(sweep, part, look, wish)));
  return fitting;
}

const rounded = (amount: number): string => amount.toFixed(amount < 10 ? 1 : 0);

/** What is to be told of a choice. */
export function formatWarnings(sheets: readonly FittingSheet[]): Sentence[] {
  const told = sheets.flatMap(({ change }) => {
    if (change === null) return [];
    const amount = rounded(change.megapixels);
    if (change.code === "largePng")
      return [say("A PNG of {amount} megapixels is large; JPEG or WebP take a fraction of it.", { amount })];
    if (change.code === "jpegForSize")
      return [say("JPEG, since the sheet has {amount} megapixels: too many for PNG and WebP.", { amount })];
    if (change.code === "webpTooLarge")
      return [say("JPEG instead of WebP, which cannot hold {amount} megapixels at this shape.", { amount })];
    return [];
  });
  const split =
    sheets.length > 1
      ? [say("{count} sheets, since no picture format holds all of it.", { count: sheets.length })]
      : [];
  return [...split, ...told];
}

// Bytes a pixel of drawn pictures, by what our own sheets came to.
const bytesPerPixel: Readonly<Record<SheetFormat, number>> = { png: 1.5, webp: 0.25, jpeg: 0.45 };

export const estimatedBytes = (size: { width: number; height: number }, format: SheetFormat): number =>
  Math.round(megapixels(size) * 1e6 * bytesPerPixel[format]);
