import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import sharp from "sharp";
import { atelier } from "../support/command.js";
import { hasReference, runReference } from "../support/reference-python.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const u2netShaped = fileURLToPath(new URL("../../../tests/fixtures/segmenters/u2net-random.onnx", import.meta.url));

/** A picture with lines, waves and flat parts, by a formula. */
async function drawn(path: string, width: number, height: number): Promise<void> {
  const data = new Uint8Array(width * height * 3);
  for (let at = 0; at < data.length; at += 1) {
    const [channel, pixel] = [at % 3, Math.floor(at / 3)];
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    const wave = 60 * Math.sin(x / (17 + channel * 9)) * Math.cos(y / 23);
    data[at] = Math.max(0, Math.min(240, 110 + wave + (x % 64 < 3 ? 70 : 0) + (y > height / 2 ? 25 : 0)));
  }
  await sharp(data, { raw: { width, height, channels: 3 } })
    .png()
    .toFile(path);
}

const reference = hasReference ? test : test.skip;

reference.each([
  [1000, 700],
  [200, 260],
])("a mask of %i × %i pixels comes out as rembg's own steps make it", async (width, height) => {
  const [home, parent] = [await newFolder(), await newFolder()];
  const folder = join(parent, "set");
  await mkdir(folder);
  await drawn(join(folder, "1.png"), width, height);
  const output = join(parent, "rembg.png");

  const { code } = await atelier(home, [
    "dataset",
    "cutout",
    folder,
    "--model",
    u2netShaped,
    "--despeckle",
    "0",
    "--masks",
  ]);
  const numbers = ["0.485,0.456,0.406", "0.229,0.224,0.225"];
  await runReference("masks.py", [u2netShaped, join(folder, "1.png"), "320", ...numbers, output]);

  const grey = (path: string) => sharp(path).toColourspace("b-w").raw().toBuffer();
  const [ours, theirs] = [await grey(join(`${folder}-cutout-masks`, "1.png")), await grey(output)];
  const differences = [...ours].map((value, index) => Math.abs(value - (theirs[index] ?? 0)));
  const mean = differences.reduce((sum, value) => sum + value, 0) / differences.length;
  expect([code, ours.length]).toEqual([0, theirs.length]);
  expect(mean).toBeLessThan(0.01);
});
