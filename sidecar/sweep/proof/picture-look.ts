import { createHash } from "node:crypto";
import { reasonOf, StudioError } from "../../host/studio-error.js";
import { say } from "../../words/sentence.js";

/** A picture's pixels, as far as the proof compares them. */
export interface PictureLook {
  /** Pixels. */
  width: number;
  height: number;
  /** RGB, 8 bits, row by row. */
  pixels: Buffer;
  /** Of the pixels alone: two files with other texts may show the same. */
  hash: string;
  /** The widest standard deviation of a channel, 0–128: 0 is one colour. */
  spread: number;
}

/** Decodes on a thread of its own; the decoder is loaded when the first picture comes. @throws StudioError "unreadableImage" */
export async function lookAt(png: Buffer): Promise<PictureLook> {
  const { default: sharp } = await import("sharp");
  try {
    const { data, info } = await sharp(png, { failOn: "error" })
      .removeAlpha()
      .toColourspace("srgb")
      .raw({ depth: "uchar" })
      .toBuffer({ resolveWithObject: true });
    const hash = createHash("sha1").update(data).digest("hex");
    return { width: info.width, height: info.height, pixels: data, hash, spread: spreadOf(data) };
  } catch (error) {
    const hint = say("The WebUI sent something that is no whole picture; it is drawn again.");
    throw new StudioError(
      "unreadableImage",
      say("A picture could not be read: {message}", { message: reasonOf(error) }),
      hint,
      error,
    );
  }
}

// Every such pixel is enough to tell one colour from a picture.
const SPREAD_STRIDE = 7;

function spreadOf(pixels: Buffer): number {
  const spreads = [0, 1, 2].map((channel) => {
    let [count, sum, squares] = [0, 0, 0];
    for (let at = channel; at < pixels.length; at += 3 * SPREAD_STRIDE) {
      const value = pixels[at] ?? 0;
      count += 1;
      sum += value;
      squares += value * value;
    }
    return Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2));
  });
  return Math.max(...spreads);
}

// A mean over this many values is as good as over millions, and takes a millisecond.
const COMPARED_VALUES = 400_000;

/** Mean difference of a channel's value, 0–255, of large pictures over a part of the pixels; null for different sizes. */
export function differenceBetween(one: PictureLook, other: PictureLook): number | null {
  if (one.width !== other.width || one.height !== other.height) return null;
  if (one.hash === other.hash) return 0;
  const [a, b] = [one.pixels, other.pixels];
  // Not a multiple of 3, so that all channels take part.
  const stride = Math.max(1, 3 * Math.floor(a.length / COMPARED_VALUES / 3) + 1);
  let [sum, count] = [0, 0];
  for (let at = 0; at < a.length; at += stride) {
    sum += Math.abs((a[at] ?? 0) - (b[at] ?? 0));
    count += 1;
  }
  return sum / count;
}
