import { access, mkdir } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { writeBytes } from "../../store/atomic-file.js";
import { type Character, characterOf } from "./character.js";
import { drawScene } from "./draw-scene.js";
import { withPngText } from "./png-text.js";
import { addGrain, type Pixels } from "./ruin.js";
import { subjectText } from "./subject.js";
import { SHEET } from "./svg/figure.js";
import { type TrainingPicture, trainingPicturesOf } from "./training-set.js";

const GRAIN = 2.5;

/** A training picture's pixels. @param width of the picture; 600 × 900 as it lies in a training folder */
export async function drawTrainingPicture(
  { scene, blur }: TrainingPicture,
  grainSeed: number,
  width = SHEET.width,
  height = SHEET.height,
): Promise<Pixels> {
  const drawn = await drawScene(scene, width, height);
  // What blurs a picture takes its grain as well.
  addGrain(drawn, GRAIN, grainSeed);
  if (blur > 0) {
    const sigma = Math.max(0.3, (blur * width) / SHEET.width);
    drawn.data = await sharp(drawn.data, { raw: { width, height, channels: 3 } })
      .blur(sigma)
      .raw()
      .toBuffer();
  }
  return drawn;
}

interface WriteOptions {
  /** Writes `okara, tags…` beside each picture. */
  captions?: boolean;
  trigger?: string;
  character?: Character;
  /** How many of the twenty, from the first on. */
  pictures?: number;
}

/** Writes the twenty pictures (600 × 900 PNG, "01.png" …) and answers their paths. Files that are there stay as they are. */
export async function writeTrainingSet(
  folder: string,
  { captions = false, character = characterOf(0), trigger = character.name, pictures }: WriteOptions = {},
): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const unlessThere = async (path: string, content: () => Promise<Buffer>): Promise<void> => {
    const isThere = await access(path).then(
      () => true,
      () => false,
    );
    // Whole or not at all: one that was interrupted is gone on with.
    if (!isThere) await writeBytes(path, await content());
  };
  const chosen = trainingPicturesOf(character).slice(0, pictures);
  const write = async (picture: TrainingPicture, index: number): Promise<string> => {
    const stem = join(folder, String(index + 1).padStart(2, "0"));
    await unlessThere(`${stem}.png`, async () => {
      const { data, width, height } = await drawTrainingPicture(picture, index + 1);
      const raw = sharp(data, { raw: { width, height, channels: 3 } });
      return withPngText(await raw.png().toBuffer(), ...subjectText(character, index));
    });
    const caption = `${[trigger, "1girl", "solo", ...picture.tags].join(", ")}\n`;
    if (captions) await unlessThere(`${stem}.txt`, async () => Buffer.from(caption));
    return `${stem}.png`;
  };
  return Promise.all(chosen.map(write));
}
