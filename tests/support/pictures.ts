import { join } from "node:path";
import sharp from "sharp";

/** Writes `count` small PNGs of differing colours, `1.png` …; of another width they are other pictures. */
export async function drawPictures(folder: string, count: number, width = 60): Promise<void> {
  for (let index = 1; index <= count; index += 1) {
    const background = { r: (index * 37) % 256, g: (index * 91) % 256, b: (index * 53) % 256 };
    await sharp({ create: { width, height: 90, channels: 3, background } })
      .png()
      .toFile(join(folder, `${index}.png`));
  }
}
