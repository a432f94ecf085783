import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import sharp from "sharp";

const folder = fileURLToPath(new URL("../../../.venvs/pictures", import.meta.url));

interface RealPicture {
  name: string;
  /** PNG of at most 1024 × 1024 pixels of area; photographs have been large before. */
  bytes: Buffer;
  /** True for those in which defects are planted: colour photographs of things. */
  planted: boolean;
}

// What scientific Python packages carry as examples: photographs, a painting, scans, a drawing.
const skimage = "skimage/data";
const files: readonly [string, boolean][] = [
  [`${skimage}/astronaut.png`, true],
  [`${skimage}/brick.png`, false],
  [`${skimage}/camera.png`, false],
  [`${skimage}/chelsea.png`, true],
  [`${skimage}/coffee.png`, true],
  [`${skimage}/coins.png`, false],
  [`${skimage}/grass.png`, false],
  [`${skimage}/gravel.png`, false],
  [`${skimage}/cell.png`, false],
  [`${skimage}/hubble_deep_field.jpg`, false],
  [`${skimage}/ihc.png`, false],
  [`${skimage}/moon.png`, false],
  [`${skimage}/motorcycle_left.png`, true],
  [`${skimage}/page.png`, false],
  [`${skimage}/retina.jpg`, false],
  [`${skimage}/rocket.jpg`, true],
  [`${skimage}/text.png`, false],
  ["sklearn/datasets/images/china.jpg", true],
  ["sklearn/datasets/images/flower.jpg", true],
  ["matplotlib/mpl-data/sample_data/grace_hopper.jpg", true],
];

/** Twenty real pictures; none where they could not be had (`npm test` says so). */
export async function realPictures(): Promise<RealPicture[]> {
  if (!files.every(([file]) => existsSync(join(folder, file)))) return [];
  return Promise.all(
    files.map(async ([file, planted]) => {
      const picture = sharp(join(folder, file)).toColourspace("srgb");
      const bytes = await picture.resize(1024, 1024, { fit: "inside", withoutEnlargement: true }).png().toBuffer();
      return { name: file.split("/").at(-1) ?? file, bytes, planted };
    }),
  );
}
