import { open, readFile } from "node:fs/promises";
import sharp, { type Sharp } from "sharp";
import { decodeBmp, type RawImage } from "./bmp.js";

// 16k × 16k: larger pictures are damaged headers or decompression bombs, and would take gigabytes.
const MAX_PIXELS = 2 ** 28;

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

/** The first frame, upright (EXIF), as sRGB; nothing is decoded yet. @throws Error for a BMP that cannot be read */
export async function openPicture(path: string): Promise<Sharp> {
  if (await isBmp(path)) {
    const { data, width, height, channels } = decodeBmp(await readFile(path));
    return sharp(data, { raw: { width, height, channels } });
  }
  const picture = sharp(path, { failOn: "truncated", limitInputPixels: MAX_PIXELS, ignoreIcc: true });
  return picture.autoOrient().toColourspace("srgb");
}

/** Decodes a picture as 8-bit RGB or RGBA. @throws Error with the decoder's own words */
export async function decodeImage(path: string): Promise<RawImage> {
  const picture = await openPicture(path);
  const { data, info } = await picture.raw({ depth: "uchar" }).toBuffer({ resolveWithObject: true });
  if (info.channels === 3 || info.channels === 4) {
    return { data, width: info.width, height: info.height, channels: info.channels };
  }
  throw new Error(`the picture has ${info.channels} channels; expected 3 or 4`);
}
