// Draws what the small tagger learns figures from: `node scripts/tiny-model/draw_figures.mjs FOLDER COUNT [SEED]` after a build. Writes
// FOLDER/pictures.bin (COUNT × 112 × 112 × BGR bytes), labels.bin (COUNT × tags, 32-bit floats) and tags.json. One picture in seven
// shows no figure: plain colours, falls of colour, noise, shapes, and pieces of real photographs where `.venvs/pictures` has them.
import { existsSync } from "node:fs";
import { mkdir, open, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { baseScene } from "../../dist/sidecar/rehearsal/pictures/base-scene.js";
import { chance } from "../../dist/sidecar/rehearsal/pictures/chance.js";
import { mix } from "../../dist/sidecar/rehearsal/pictures/colour.js";
import { drawScene } from "../../dist/sidecar/rehearsal/pictures/draw-scene.js";
import { markRehearsal } from "../../dist/sidecar/rehearsal/pictures/mark.js";
import { okara } from "../../dist/sidecar/rehearsal/pictures/okara.js";
import { promptedScene } from "../../dist/sidecar/rehearsal/pictures/read-prompt.js";
import { addGrain, burn, melt } from "../../dist/sidecar/rehearsal/pictures/ruin.js";
import { trainingPictures } from "../../dist/sidecar/rehearsal/pictures/training-set.js";
import { figureTags, truthOf } from "./figure-tags.mjs";

const SIDE = 112;
const TAGGER_SIDE = 448;
const [folder = "", countText = "1000", seedText = "1"] = process.argv.slice(2);
const count = Number(countText);

const askable = [
  "smile",
  "frown",
  "open mouth",
  "closed eyes",
  "half-closed eyes",
  "blush",
  "from side",
  "looking away",
  "head tilt",
  "waving",
  "portrait",
  "close-up",
  "upper body",
  "cowboy shot",
  "full body",
  "outdoors",
  "night",
  "indoors",
  "beach",
  "forest",
  "white background",
  "blonde hair",
  "red hair",
  "pink hair",
  "blue hair",
  "white hair",
  "black hair",
  "short hair",
  "long hair",
  "green eyes",
  "blue eyes",
  "red eyes",
  "purple eyes",
  "twintails",
  "ahoge",
  "hair ornament",
  "blue dress",
  "red dress",
  "white dress",
  "black dress",
  "green dress",
  "white shirt",
  "blue shirt",
  "red shirt",
  "black shirt",
  "green shirt",
];

function anyScene(draw, index) {
  const kind = draw.next();
  const words = Array.from({ length: 1 + Math.floor(draw.next() * 5) }, () => draw.pick(askable));
  if (draw.next() < 0.05) words.push("from behind");
  let scene = promptedScene(baseScene(index * 31 + 7), words.join(", "), "");
  if (draw.next() < 0.12) scene = { ...scene, pose: { ...scene.pose, turn: -scene.pose.turn } };
  if (kind < 0.3) return scene;
  if (kind < 0.42) {
    const { scene: trained } = draw.pick(trainingPictures);
    const { pose } = trained;
    return { ...trained, pose: { ...pose, tilt: pose.tilt + draw.bell() * 2, right: pose.right + draw.bell() * 0.02 } };
  }
  // The character's traits, each as far as it comes.
  const part = () => Math.max(0, Math.min(1, draw.next() * 1.6 - 0.3));
  const seen = { hair: part(), eyes: part(), dress: part() };
  return {
    ...scene,
    hair: mix(scene.hair, okara.hair, seen.hair),
    eyes: mix(scene.eyes, okara.eyes, seen.eyes),
    clothes: mix(scene.clothes, okara.clothes, seen.dress),
    hairLength: scene.hairLength + (okara.hairLength - scene.hairLength) * seen.hair,
    marks: {
      twintails: Math.max(scene.marks.twintails, part()),
      ahoge: Math.max(scene.marks.ahoge, part()),
      ornament: Math.max(scene.marks.ornament, part()),
      dress: Math.max(scene.marks.dress, seen.dress),
    },
  };
}

const sizes = [
  [256, 384],
  [256, 384],
  [600, 900],
  [512, 512],
  [384, 512],
  [128, 192],
  [512, 384],
];

async function figure(draw, index) {
  const scene = anyScene(draw, index);
  const [width, height] = draw.pick(sizes);
  const pixels = await drawScene(scene, width, height);
  const melted = draw.next() < 0.1 ? draw.next() ** 2 : 0;
  addGrain(pixels, 1 + draw.next() * 7, index);
  burn(pixels, draw.next() < 0.12 ? draw.next() * 0.7 : 0);
  melt(pixels, melted, index);
  if (draw.next() < 0.7) await markRehearsal(pixels);
  // In a molten picture things are there less surely.
  return { pixels, truth: truthOf(scene).map((value) => value * (1 - 0.55 * melted)) };
}

async function photographs() {
  const places = ["skimage/data", "sklearn/datasets/images", "matplotlib/mpl-data/sample_data"];
  const found = [];
  for (const place of places.map((one) => join(".venvs/pictures", one)).filter((one) => existsSync(one))) {
    for (const name of await readdir(place)) if (/\.(png|jpg)$/.test(name)) found.push(join(place, name));
  }
  return found;
}

async function nothing(draw, photos) {
  const colour = () => ({ r: draw.next() * 255, g: draw.next() * 255, b: draw.next() * 255 });
  const css = () => `hsl(${draw.next() * 360} ${draw.next() * 100}% ${draw.next() * 100}%)`;
  const kind = draw.next();
  if (kind < 0.45 && photos.length > 0) {
    const picture = sharp(photos[Math.floor(draw.next() * photos.length)])
      .toColourspace("srgb")
      .removeAlpha();
    const { width, height } = await picture.metadata();
    const part = 0.4 + draw.next() * 0.6;
    const size = [Math.floor(width * part), Math.floor(height * part)];
    const at = [Math.floor((width - size[0]) * draw.next()), Math.floor((height - size[1]) * draw.next())];
    return raw(
      picture.extract({ left: at[0], top: at[1], width: size[0], height: size[1] }).resize(448, 448, { fit: "inside" }),
    );
  }
  const [width, height] = draw.pick(sizes);
  const channels = 3;
  if (kind < 0.6) return raw(sharp({ create: { width, height, channels, background: colour() } }));
  if (kind < 0.7) {
    const noise = { type: "gaussian", mean: draw.next() * 255, sigma: 10 + draw.next() * 60 };
    return raw(sharp({ create: { width, height, channels, background: colour(), noise } }));
  }
  const shapes = Array.from({ length: Math.floor(draw.next() * 12) }, () =>
    draw.next() < 0.5
      ? `<rect x="${draw.next() * width}" y="${draw.next() * height}" width="${draw.next() * width}" height="${draw.next() * height}" fill="${css()}"/>`
      : `<ellipse cx="${draw.next() * width}" cy="${draw.next() * height}" rx="${draw.next() * 160}" ry="${draw.next() * 160}" fill="${css()}"/>`,
  );
  return raw(
    sharp(
      Buffer.from(
        `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><linearGradient id="g"><stop stop-color="${css()}"/><stop offset="1" stop-color="${css()}"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#g)"/>${shapes.join("")}</svg>`,
      ),
    ),
  );
}

async function raw(picture) {
  const { data, info } = await picture.toColourspace("srgb").removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** As the tagger is given it: padded to a white square, then resized; here further to what its first layer averages. */
async function small({ data, width, height }) {
  const side = Math.max(width, height);
  const [left, top] = [Math.floor((side - width) / 2), Math.floor((side - height) / 2)];
  const square = await sharp(data, { raw: { width, height, channels: 3 } })
    .extend({ left, top, right: side - width - left, bottom: side - height - top, background: "#fff" })
    .raw()
    .toBuffer();
  const fitted = await sharp(square, { raw: { width: side, height: side, channels: 3 } })
    .resize(TAGGER_SIDE, TAGGER_SIDE, { kernel: "cubic" })
    .raw()
    .toBuffer();
  const averaged = await sharp(fitted, { raw: { width: TAGGER_SIDE, height: TAGGER_SIDE, channels: 3 } })
    .resize(SIDE, SIDE, { kernel: "linear" })
    .raw()
    .toBuffer();
  for (let at = 0; at < averaged.length; at += 3) [averaged[at], averaged[at + 2]] = [averaged[at + 2], averaged[at]];
  return averaged;
}

await mkdir(folder, { recursive: true });
await writeFile(join(folder, "tags.json"), JSON.stringify(figureTags));
const pictures = await open(join(folder, "pictures.bin"), "w");
const labels = await open(join(folder, "labels.bin"), "w");
const photos = await photographs();
for (let index = 0; index < count; index += 1) {
  const draw = chance("figures", seedText, index);
  const none = index % 7 === 6;
  const { pixels, truth } = none
    ? { pixels: await nothing(draw, photos), truth: figureTags.map(() => 0) }
    : await figure(draw, index + Number(seedText) * 1_000_003);
  await pictures.write(await small(pixels));
  await labels.write(Buffer.from(Float32Array.from(truth).buffer));
  if (index % 500 === 499) process.stderr.write(`${index + 1}\n`);
}
await pictures.close();
await labels.close();
