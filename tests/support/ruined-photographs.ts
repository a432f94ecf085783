import sharp from "sharp";
import { addGrain, burn, type Pixels } from "../../sidecar/rehearsal/pictures/ruin.js";
import { collapseOf, normalRanges } from "../../sidecar/sweep/scores/collapse.js";
import type { PixelStatistics } from "../../sidecar/sweep/scores/evidence.js";
import { seePixels } from "../../sidecar/sweep/scores/take-evidence.js";
import { thresholds } from "../../sidecar/sweep/verdict/thresholds.js";
import { realPictures } from "./real-pictures.js";

const BLOCK = 16;

const ruins: Record<string, (pixels: Pixels) => void> = {
  sound: () => {},
  burnt: (pixels) => burn(pixels, 1),
  noise: (pixels) => addGrain(pixels, 400, 7),
  blocks({ data, width }) {
    for (let at = 0; at < data.length; at += 1) {
      const pixel = Math.floor(at / 3);
      const [x, y] = [pixel % width, Math.floor(pixel / width)];
      data[at] = data[((y - (y % BLOCK)) * width + x - (x % BLOCK)) * 3 + (at % 3)] ?? 0;
    }
  },
  flat: ({ data }) => void data.fill(128),
};

async function see(bytes: Buffer, ruin: (pixels: Pixels) => void): Promise<PixelStatistics> {
  const small = sharp(bytes).removeAlpha().resize(384, 384, { fit: "inside" }).raw();
  const { data, info } = await small.toBuffer({ resolveWithObject: true });
  ruin({ data, width: info.width, height: info.height });
  const raw = { width: info.width, height: info.height, channels: 3 as const };
  return (await seePixels(sharp(data, { raw }))).statistics;
}

/** How many real photographs count as collapsed, each seen among the others; by what was done to them. */
export default async function ruinedPhotographs(): Promise<Record<string, { collapsed: number; of: number }>> {
  const photographs = (await realPictures()).filter(({ planted }) => planted);
  const sound: PixelStatistics[] = [];
  for (const { bytes } of photographs) sound.push(await see(bytes, () => {}));
  const found: Record<string, { collapsed: number; of: number }> = {};
  for (const [name, ruin] of photographs.length === 0 ? [] : Object.entries(ruins)) {
    let collapsed = 0;
    for (const [place, { bytes }] of photographs.entries()) {
      const ranges = normalRanges(sound.filter((_, other) => other !== place));
      if (ranges && collapseOf(await see(bytes, ruin), ranges).excess >= thresholds.collapsed) collapsed += 1;
    }
    found[name] = { collapsed, of: photographs.length };
  }
  return found;
}
