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
  // Four times as large, so that shrinking makes its edge smooth.
  const [columns, rows, radius] = [width * 4, height * 4, width];
  const disk = new Uint8Array(columns * rows * 4);
  for (let pixel = 0; pixel < columns * rows; pixel += 1) {
    const [dx, dy] = [(pixel % columns) - columns / 2, (pixel - (pixel % columns)) / columns - rows / 2];
    disk.set([230, 60, 40, dx * dx + dy * dy <= radius * radius ? 255 : 0], pixel * 4);
  }
  const input = await sharp(disk, { raw: { width: columns, height: rows, channels: 4 } })
    .resize(width, height)
    .png()
    .toBuffer();
  const path = join(folder, name);
  await mkdir(folder, { recursive: true });
  await sharp({ create: { width, height, channels: 3, background } })
    .composite([{ input }])
    .toFile(path);
  return path;
}
