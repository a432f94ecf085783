/** Red, green, blue, opacity of each pixel, 0–255, in rows. */
type Pixels = Uint8ClampedArray<ArrayBuffer>;

export interface PictureDifference {
  /** Grey where nothing differs; each channel's difference, amplified, away from it. */
  pixels: Pixels;
  /** Mean difference of a channel, 0–255, as the proof of a cell names it. */
  mean: number;
  /** Share of pixels that differ at all, 0–1. */
  share: number;
}

const CHANNELS = 4;
const GREY = 128;

/** How one picture differs from another of the same size. @throws RangeError when sizes differ */
export function difference(picture: Pixels, reference: Pixels, amplification: number): PictureDifference {
  if (picture.length !== reference.length) throw new RangeError("Both pictures must have the same size.");
  const pixels: Pixels = new Uint8ClampedArray(picture.length);
  let sum = 0;
  let changed = 0;
  for (let at = 0; at < picture.length; at += CHANNELS) {
    let here = 0;
    for (let channel = at; channel < at + 3; channel += 1) {
      const by = (picture[channel] ?? 0) - (reference[channel] ?? 0);
      pixels[channel] = GREY + by * amplification;
      here += Math.abs(by);
    }
    pixels[at + 3] = 255;
    sum += here;
    if (here > 0) changed += 1;
  }
  const count = Math.max(picture.length / CHANNELS, 1);
  return { pixels, mean: sum / (count * 3), share: changed / count };
}
