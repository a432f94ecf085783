import type { SheetFormat } from "./choose-format.js";

const PHOTO_QUALITY = 92;

/** A composed sheet as a picture file. Read from top to bottom, so that memory does not depend on its size (WebP's does). */
export async function encodeSheet(tiff: string, path: string, format: SheetFormat): Promise<void> {
  const { default: sharp } = await import("sharp");
  const picture = sharp(tiff, { sequentialRead: true, limitInputPixels: false, unlimited: true });
  if (format === "png") await picture.png({ compressionLevel: 6 }).toFile(path);
  else if (format === "webp") await picture.webp({ quality: PHOTO_QUALITY, smartSubsample: true }).toFile(path);
  // Tables made for the picture would need all of it in memory.
  else {
    const options = { quality: PHOTO_QUALITY, chromaSubsampling: "4:4:4", optimiseCoding: false };
    await picture.jpeg(options).toFile(path);
  }
}
