import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";
import sharp from "sharp";
import type { RawImage } from "../../bmp.js";
import { decodeBytes, readPicture } from "../../decode.js";
import { finishMask, opaqueColours } from "../finish-mask.js";
import { resizeLanczos } from "../lanczos.js";
import type { Mask } from "../mask.js";
import type { CutoutDone, CutoutRequest } from "./messages.js";
import type { SegmentationSession } from "./session.js";

// Who tries settings on one picture waits for the settings only.
const KEPT = 3;

interface Segmented {
  rgb: Uint8Array;
  alpha: Uint8Array | null;
  raw: Mask;
}

async function writePicture(path: string, { data, width, height }: RawImage | Mask, channels: 1 | 3 | 4) {
  await mkdir(dirname(path), { recursive: true });
  const picture = sharp(data, { raw: { width, height, channels } });
  await (channels === 1 ? picture.toColourspace("b-w") : picture).png().toFile(path);
}

/** Cuts pictures out and writes what comes of them; the last few masks are kept. */
export function pictureCutter({ size, segment }: SegmentationSession) {
  const kept = new Map<string, Promise<Segmented>>();

  const segmentPicture = async (path: string): Promise<Segmented> => {
    const image = await decodeBytes(await readPicture(path));
    const { width, height } = image;
    const { rgb, alpha } = opaqueColours(image);
    const mask = await segment(resizeLanczos(rgb, image, { width: size, height: size }, 3));
    const data = resizeLanczos(mask.data, mask, image, 1);
    return { rgb, alpha, raw: { data, width, height } };
  };
  const segmented = async (path: string): Promise<Segmented> => {
    const found = await stat(path);
    const key = `${path}\0${found.size}\0${found.mtimeMs}`;
    const known = kept.get(key);
    if (known) return known;
    const fresh = segmentPicture(path);
    kept.set(key, fresh);
    fresh.catch(() => kept.delete(key));
    for (const old of kept.keys()) if (kept.size > KEPT) kept.delete(old);
    return fresh;
  };
  /** @throws Error with what is wrong with the picture */
  return async ({ picture: path, settings, output, mask: maskFile }: CutoutRequest): Promise<CutoutDone> => {
    const { raw, ...colours } = await segmented(path);
    const { picture, mask, doubt, reasons } = finishMask(colours, raw, settings);
    await writePicture(output, picture, picture.channels);
    if (maskFile !== null) await writePicture(maskFile, mask, 1);
    return { width: picture.width, height: picture.height, doubt, reasons };
  };
}
