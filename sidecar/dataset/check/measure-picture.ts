import sharp, { type Metadata, type Sharp } from "sharp";
import type { RawImage } from "../bmp.js";
import { decodeBytes } from "../decode.js";
import { backgroundOf } from "./measures/background.js";
import { type Box, detailOf } from "./measures/bands.js";
import { blockingOf } from "./measures/blocking.js";
import { contentBox } from "./measures/borders.js";
import { exposureOf } from "./measures/exposure.js";
import { jpegQuality } from "./measures/jpeg-quality.js";
import { noiseOf } from "./measures/noise.js";
import { pixelRepeats } from "./measures/pixel-repeats.js";
import { brightness, type Plane } from "./measures/plane.js";
import { enlargementOf } from "./measures/resampling.js";
import { subjectOf } from "./measures/subject.js";
import { textLines } from "./measures/text-lines.js";
import { transparencyOf } from "./measures/transparency.js";
import type { PictureFacts } from "./picture-facts.js";

// Pixels to which a larger picture is brought before its sharpness is looked at: what trainers show SDXL.
const TRAINING_AREA = 1024 ** 2;

const asSharp = ({ data, width, height, channels }: RawImage): Sharp =>
  sharp(data, { raw: { width, height, channels } });

/** The picture as it is trained: shrunk to the area, never enlarged; what is transparent lies on white. */
async function atTrainingSize(picture: RawImage): Promise<RawImage> {
  const ratio = Math.sqrt(TRAINING_AREA / (picture.width * picture.height));
  if (ratio >= 1) return picture;
  const { data, info } = await asSharp(picture)
    .resize(Math.round(picture.width * ratio), Math.round(picture.height * ratio), { fit: "fill" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: picture.channels };
}

function colours({ space, depth }: Metadata, { data, channels }: RawImage): PictureFacts["colours"] {
  if (space === "cmyk") return "cmyk";
  if (depth === "ushort" || depth === "short") return "16-bit";
  for (let at = 0; at < data.length; at += channels) {
    const [r, g, b] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
    // Compression tints what is grey by a level or two.
    if (Math.max(r, g, b) - Math.min(r, g, b) > 3) return "rgb";
  }
  return "grey";
}

function contrastOf({ data }: Plane): number {
  let [sum, squares] = [0, 0];
  for (let at = 0; at < data.length; at += 1) {
    const value = data[at] ?? 0;
    sum += value;
    squares += value * value;
  }
  return Math.sqrt(Math.max(0, squares / data.length - (sum / data.length) ** 2));
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/** Everything that is measured of a picture, from its file's bytes. @throws Error with the decoder's own words */
export async function measurePicture(file: Buffer): Promise<PictureFacts> {
  const isBmp = file.toString("latin1", 0, 2) === "BM";
  const header = isBmp ? null : await sharp(file).metadata();
  const picture = await decodeBytes(file);
  const plane = brightness(picture);
  const transparency = transparencyOf(picture);
  const whole: Box = { left: 0, top: 0, right: picture.width, bottom: picture.height };
  const box = transparency.share > 0 ? whole : contentBox(picture);
  const trained = await atTrainingSize(picture);
  const trainedPlane = trained === picture ? plane : brightness(trained);
  const ratio = trained.width / picture.width;
  const inside: Box = {
    left: Math.ceil(box.left * ratio),
    top: Math.ceil(box.top * ratio),
    right: Math.floor(box.right * ratio),
    bottom: Math.floor(box.bottom * ratio),
  };
  const background = backgroundOf(trained);
  const detail = detailOf(trainedPlane, inside);
  const noise = noiseOf(trainedPlane);
  const exposure = exposureOf(trained, background.mask);
  const enlarged = enlargementOf(plane);
  return {
    width: header?.width ?? picture.width,
    height: header?.height ?? picture.height,
    format: header?.format ?? "bmp",
    orientation: header?.orientation ?? 1,
    frames: header?.pages ?? 1,
    colours: header ? colours(header, picture) : "rgb",
    transparent: rounded(transparency.share),
    hiddenColour: transparency.hiddenColour,
    jpegQuality: jpegQuality(file),
    detail: detail && { fine: rounded(detail.fine), top: rounded(detail.top), tiles: detail.tiles },
    noise: noise === null ? null : rounded(noise),
    exposure: exposure && { ...exposure, white: rounded(exposure.white), black: rounded(exposure.black) },
    contrast: rounded(contrastOf(trainedPlane)),
    textLines: textLines(trainedPlane, inside).length,
    blocking: rounded(blockingOf(plane)),
    repeats: pixelRepeats(picture),
    enlarged: enlarged === null ? null : rounded(enlarged),
    border: [box.left, box.top, picture.width - box.right, picture.height - box.bottom],
    subject: subjectOf(trained, background),
    background: background.kind,
    backgroundColour: background.colour,
  };
}
