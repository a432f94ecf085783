import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";

interface Subject {
  name: string;
  width?: number;
  height?: number;
  /** Red, green, blue. */
  background?: { r: number; g: number; b: number };
}

/** Draws a red disk in the middle of a plain background; its suffix says the format. */
export async function drawSubject(
  folder: string,
  { name, width = 120, height = 160, background = { r: 40, g: 90, b: 200 } }: Subject,
): Promise<string> {
  const disk = `<svg width="${width}" height="${height}"><circle cx="${width / 2}" cy="${height / 2}" r="${width / 4}" fill="rgb(230,60,40)"/></svg>`;
  const { data, info } = await sharp(Buffer.from(disk)).raw().toBuffer({ resolveWithObject: true });
  const path = join(folder, name);
  await mkdir(folder, { recursive: true });
  await sharp({ create: { width, height, channels: 3, background } })
    .composite([{ input: data, raw: { width: info.width, height: info.height, channels: 4 } }])
    .toFile(path);
  return path;
}
