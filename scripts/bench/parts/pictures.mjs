import { join } from "node:path";
import sharp from "sharp";

/** Noise over a gradient: as hard to decode as a photograph. */
async function draw(path, width, height, seed) {
  const data = Buffer.alloc(width * height * 3);
  let state = seed + 1;
  for (let index = 0; index < data.length; index += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    data[index] = ((index / 3) % width) / 8 + (state >>> 27);
  }
  const picture = sharp(data, { raw: { width, height, channels: 3 } });
  await (path.endsWith(".jpg") ? picture.jpeg({ quality: 92 }) : picture.png()).toFile(path);
}

/** Draws `count` pictures of these sizes in turn, JPEG and PNG. */
export async function drawPictures(folder, { count, sizes }) {
  for (let index = 0; index < count; index += 1) {
    const [width, height] = sizes[index % sizes.length];
    const suffix = Math.floor(index / sizes.length) % 2 === 0 ? "jpg" : "png";
    await draw(join(folder, `${String(index).padStart(5, "0")}.${suffix}`), width, height, index);
  }
}
