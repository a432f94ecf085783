import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { drawScene } from "./draw-scene.js";
import { addGrain, type Pixels } from "./ruin.js";
import { SHEET } from "./svg/figure.js";
import { type TrainingPicture, trainingPictures } from "./training-set.js";

const GRAIN = 2.5;

/** A training picture's pixels. @param width of the picture; 600 × 900 as it lies in a training folder */
export async function drawTrainingPicture(
  { scene, blur }: TrainingPicture,
  grainSeed: number,
  width = SHEET.width,
  height = SHEET.height,
): Promise<Pixels> {
  const drawn = await drawScene(scene, width, height);
  if (blur > 0) {
    const sigma = Math.max(0.3, (blur * width) / SHEET.width);
    drawn.data = await sharp(drawn.data, { raw: { width, height, channels: 3 } })
      .blur(sigma)
      .raw()
      .toBuffer();
  }
  addGrain(drawn, GRAIN, grainSeed);
  return drawn;
}

interface WriteOptions {
  /** Writes `okara, tags…` beside each picture. */
  captions?: boolean;
  trigger?: string;
}

/** Writes the twenty pictures (600 × 900 PNG, "01.png" …) and answers their paths. Files that are there stay as they are. */
export async function writeTrainingSet(
  folder: string,
  { captions = false, trigger = "okara" }: WriteOptions = {},
): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const paths: string[] = [];
  const unlessThere = async (path: string, content: Buffer | string): Promise<void> => {
    await writeFile(path, content, { flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  };
  for (const [index, picture] of trainingPictures.entries()) {
    const { data, width, height } = await drawTrainingPicture(picture, index + 1);
    const stem = join(folder, String(index + 1).padStart(2, "0"));
    await unlessThere(
      `${stem}.png`,
      await sharp(data, { raw: { width, height, channels: 3 } })
        .png()
        .toBuffer(),
    );
    if (captions) await unlessThere(`${stem}.txt`, `${[trigger, "1girl", "solo", ...picture.tags].join(", ")}\n`);
    paths.push(`${stem}.png`);
  }
  return paths;
}
