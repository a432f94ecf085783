import sharp, { type Sharp } from "sharp";
import { writeBytes } from "../../store/atomic-file.js";
import type { RawImage } from "../bmp.js";
import { contentBox } from "../check/measures/borders.js";
import { transparencyOf } from "../check/measures/transparency.js";
import { decodeBytes, readPicture } from "../decode.js";
import { type Frame, focusOn, frameOf, type ResizeSettings } from "./frame.js";

/** What became of a picture. */
export type Resized = Pick<Frame, "size" | "lost" | "enlarged">;

/** Enlarges a PNG by a factor; another program's way to do better than Lanczos. */
export type Upscale = (png: Buffer, factor: number) => Promise<Buffer>;

const asSharp = ({ data, width, height, channels }: RawImage): Sharp =>
  sharp(data, { raw: { width, height, channels } });

/** A picture upright, cropped and resized, written as PNG. @throws Error with the decoder's or the upscaler's words */
export async function resizePicture(
  picture: string,
  settings: ResizeSettings,
  { subject, output, upscale }: { subject: readonly number[] | null; output: string; upscale: Upscale | null },
): Promise<Resized> {
  const raw = await decodeBytes(await readPicture(picture));
  const whole = { left: 0, top: 0, right: raw.width, bottom: raw.height };
  const content = settings.trim && transparencyOf(raw).share === 0 ? contentBox(raw) : whole;
  const upright = [raw.width, raw.height] as const;
  const focus = subject ? focusOn(subject, upright, settings.trim ? content : whole) : settings.focus;
  const { keep, size, lost, enlarged } = frameOf(upright, content, { ...settings, focus });
  const [width, height] = [keep.right - keep.left, keep.bottom - keep.top];
  const kept = asSharp(raw).extract({ left: keep.left, top: keep.top, width, height });
  const source =
    enlarged && upscale
      ? sharp(await upscale(await kept.png().toBuffer(), Math.max(size[0] / width, size[1] / height)))
      : kept;
  const resized = source.resize(size[0], size[1], { fit: "fill", kernel: "lanczos3" });
  await writeBytes(output, await resized.png().toBuffer());
  return { size, lost, enlarged };
}
