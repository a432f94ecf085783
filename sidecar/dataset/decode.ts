import { open, readFile, stat } from "node:fs/promises";
import sharp, { type Sharp } from "sharp";
import { decodeBmp, type RawImage } from "./bmp.js";

// 16k × 16k: larger pictures are damaged headers or decompression bombs, and would take gigabytes.
const MAX_PIXELS = 2 ** 28;
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

async function toRaw(picture: Sharp): Promise<RawImage> {
  const { data, info } = await picture.raw({ depth: "uchar" }).toBuffer({ resolveWithObject: true });
  if (info.channels === 3 || info.channels === 4) {
    return { data, width: info.width, height: info.height, channels: info.channels };
  }
  throw new Error(`the picture has ${info.channels} channels; expected 3 or 4`);
}

/** Decodes a picture as 8-bit RGB or RGBA. @throws Error with the decoder's own words */
export const decodeImage = async (path: string): Promise<RawImage> => toRaw(await openPicture(path));

/** A picture's file as it is. @throws Error for one that is too large to be a picture, or no file */
export async function readPicture(path: string): Promise<Buffer> {
  const { size } = await stat(path);
  if (size > MAX_FILE_BYTES) throw new Error(`the file has ${size} bytes; at most ${MAX_FILE_BYTES} are read`);
  return readFile(path);
}

/** The same as `decodeImage`, from the bytes of the file. */
export async function decodeBytes(file: Buffer): Promise<RawImage> {
  return file.toString("latin1", 0, 2) === "BM" ? decodeBmp(file) : toRaw(upright(sharp(file, options)));
}
