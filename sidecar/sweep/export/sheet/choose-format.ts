export type SheetFormat = "png" | "webp" | "jpeg";

export interface Size {
  width: number;
  height: number;
}

/** Longest side a format can have: JPEG counts in 16 bits, WebP in 14. */
const JPEG_SIDE = 65_535;
const WEBP_SIDE = 16_383;
// PNG's own is 2³¹−1; viewers and sites give up long before, and so does libpng by default at a million.
const PNG_SIDE = 1_000_000;
const PNG_MEGAPIXELS = 30;
// A WebP is packed whole in memory, at seven bytes a pixel; with 40 million the sidecar stays under 300 MB (measured).
const WEBP_MEGAPIXELS = 40;

export type FormatChange =
  | { code: "largePng" | "jpegForSize" | "webpTooLarge"; megapixels: number }
  | { code: "tooLarge"; megapixels: number };

export interface FormatChoice {
  /** Null: no format holds it in one file. */
  format: SheetFormat | null;
  /** Why it is not what was asked for, or what to think of. */
  change: FormatChange | null;
}

export const megapixels = ({ width, height }: Size): number => (width * height) / 1e6;

const fits = ({ width, height }: Size, side: number): boolean => Math.max(width, height) <= side;

/** The format of a sheet: the wish where the format can hold it, else PNG up to 30 MP, WebP, JPEG. */
export function chooseFormat(size: Size, wish?: SheetFormat): FormatChoice {
  const amount = megapixels(size);
  const told = (code: FormatChange["code"]): FormatChange => ({ code, megapixels: amount });
  if (wish === "png" && fits(size, PNG_SIDE)) {
    return { format: "png", change: amount > PNG_MEGAPIXELS ? told("largePng") : null };
  }
  const webp = fits(size, WEBP_SIDE) && amount <= WEBP_MEGAPIXELS;
  if (wish === "webp" && webp) return { format: "webp", change: null };
  if (wish === undefined && amount <= PNG_MEGAPIXELS && fits(size, JPEG_SIDE)) return { format: "png", change: null };
  if (wish === undefined && webp) return { format: "webp", change: null };
  if (!fits(size, JPEG_SIDE)) return { format: null, change: told("tooLarge") };
  if (wish === "webp") return { format: "jpeg", change: told("webpTooLarge") };
  return { format: "jpeg", change: wish === undefined ? told("jpegForSize") : null };
}

const suffixes: Readonly<Record<string, SheetFormat>> = {
  ".png": "png",
  ".webp": "webp",
  ".jpg": "jpeg",
  ".jpeg": "jpeg",
};

/** The format that a file's suffix names (".png"); undefined for none. */
export const formatOfSuffix = (suffix: string): SheetFormat | undefined => suffixes[suffix.toLowerCase()];

export const suffixOf: Readonly<Record<SheetFormat, string>> = { png: ".png", webp: ".webp", jpeg: ".jpg" };
