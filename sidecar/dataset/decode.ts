import { open, readFile, stat } from "node:fs/promises";
import sharp, { type Sharp } from "sharp";
import { decodeBmp, type RawImage } from "./bmp.js";
import { MAX_PIXELS } from "./picture-limits.js";

// More than any picture of so many pixels needs; what is larger would only fill the memory.
const MAX_FILE_BYTES = 2 ** 30;

// By its first bytes, not its name: pictures are renamed without being converted.
async function isBmp(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read({ buffer: Buffer.alloc(2), length: 2, position: 0 });
    return buffer.toString("latin1") === "BM";
  } finally {
    await file.close();
  }
}

// Drawings in text are no pictures of the formats we read, and what renders them is a program of its own to be fooled.
sharp.block({ operation: ["VipsForeignLoadSvg", "VipsForeignLoadPdf", "VipsForeignLoadMagick"] });

// The colours as they are in the file, as the tagger's author reads them: no profile is applied.
const options = { failOn: "truncated", limitInputPixels: MAX_PIXELS, ignoreIcc: true } as const;

const upright = (picture: Sharp): Sharp => picture.autoOrient().toColourspace("srgb");

/** The first frame, upright (EXIF), as sRGB; nothing is decoded yet. @throws Error for a BMP that cannot be read */
export async function openPicture(path: string): Promise<Sharp> {
  if (await isBmp(path)) {
    const { data, width, height, channels } = decodeBmp(await readFile(path));
    return sharp(data, { raw: { width, height, channels } });
  }
  return upright(sharp(path, options));
}

/** A picture file's bytes as `openPicture` gives its file. @throws Error for a BMP that cannot be read */
export function openBytes(file: Buffer): Sharp {
  if (file.toString("latin1", 0, 2) !== "BM") return upright(sharp(file, options));
  const { data, width, height, channels } = decodeBmp(file);
  return sharp(data, { raw: { width, height, channels } });
}

async function toRaw(picture: Sharp): Promise<RawImage> {
  const { data, info } = await picture.raw({ depth: "uchar" }).toBuffer({ resolveWithObject: true });
  if (info.channels === 3 || info.channels === 4) {
    return { data, width: info.width, height: info.height, channels: info.channels };
  }
  throw new Error(`the picture has ${info.channels} channels; expected 3 or 4`);
}

/** A picture's file as it is. @throws Error for one that is empty, too large to be a picture, or no file */
export async function readPicture(path: string): Promise<Buffer> {
  const file = await stat(path);
  // Opening a named pipe would wait for ever.
  if (!file.isFile()) throw new Error("this is a folder or a device; expected a picture file");
  const { size } = file;
  if (size === 0) throw new Error("the file is empty");
  if (size > MAX_FILE_BYTES) throw new Error(`the file has ${size} bytes; at most ${MAX_FILE_BYTES} are read`);
  return readFile(path);
}

/** Decodes a picture file's bytes as 8-bit RGB or RGBA. @throws Error with the decoder's own words */
export async function decodeBytes(file: Buffer): Promise<RawImage> {
  return file.toString("latin1", 0, 2) === "BM" ? decodeBmp(file) : toRaw(upright(sharp(file, options)));
}
