import type { RawImage } from "../../bmp.js";

/** What surrounds the subject. `unsure`: part of the frame has one colour. */
export type BackgroundKind = "transparent" | "white" | "black" | "plain" | "busy" | "unsure";

export interface Background {
  kind: BackgroundKind;
  /** `#rrggbb`, of a plain one. */
  colour: string;
  /** 1 for pixels that have the background's colour, or are transparent; all 0 where it is not plain. */
  mask: Uint8Array;
}

const SAME = 12;
// Of the pixels along the frame: a subject that is cut off by it leaves so much free.
const [MOST_OF_IT, TOO_LITTLE] = [0.7, 0.45];
const TRANSPARENT = 8;

/** The colours along the frame, as a ring two pixels wide. */
function* ring(width: number, height: number): Generator<number> {
  for (const row of [0, 1, height - 2, height - 1]) {
    for (let x = 0; x < width; x += 1) yield row * width + x;
  }
  for (const column of [0, 1, width - 2, width - 1]) {
    for (let y = 2; y < height - 2; y += 1) yield y * width + column;
  }
}

const hex = (values: readonly number[]): string =>
  `#${values.map((value) => value.toString(16).padStart(2, "0")).join("")}`;

function kindOf(colour: readonly number[], share: number): BackgroundKind {
  if (share < TOO_LITTLE) return "busy";
  if (share < MOST_OF_IT) return "unsure";
  if (Math.min(...colour) >= 244) return "white";
  return Math.max(...colour) <= 12 ? "black" : "plain";
}

/** What the frame of a picture shows of its background. */
export function backgroundOf({ data, width, height, channels }: RawImage): Background {
  const counts = new Map<number, number>();
  let [total, clear] = [0, 0];
  const pixels = [...ring(width, height)];
  for (const pixel of pixels) {
    const at = pixel * channels;
    total += 1;
    if (channels === 4 && (data[at + 3] ?? 0) <= TRANSPARENT) clear += 1;
    // Sixteen levels a channel: one colour may differ a little.
    const key = ((data[at] ?? 0) >> 4) * 256 + ((data[at + 1] ?? 0) >> 4) * 16 + ((data[at + 2] ?? 0) >> 4);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  if (clear / total >= MOST_OF_IT) {
    const mask = new Uint8Array(width * height);
    for (let pixel = 0; pixel < mask.length; pixel += 1)
      mask[pixel] = (data[pixel * 4 + 3] ?? 0) <= TRANSPARENT ? 1 : 0;
    return { kind: "transparent", colour: "", mask };
  }
  const [[commonest = 0] = []] = [...counts].sort((left, right) => right[1] - left[1]);
  const sums = [0, 0, 0];
  let of = 0;
  for (const pixel of pixels) {
    const at = pixel * channels;
    const rgb = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
    if (((rgb[0] ?? 0) >> 4) * 256 + ((rgb[1] ?? 0) >> 4) * 16 + ((rgb[2] ?? 0) >> 4) !== commonest) continue;
    of += 1;
    for (const [channel, value] of rgb.entries()) sums[channel] = (sums[channel] ?? 0) + value;
  }
  const colour = sums.map((sum) => Math.round(sum / Math.max(1, of)));
  const [r = 0, g = 0, b = 0] = colour;
  const holds = (pixel: number): boolean => {
    const at = pixel * channels;
    return (
      Math.abs((data[at] ?? 0) - r) <= SAME &&
      Math.abs((data[at + 1] ?? 0) - g) <= SAME &&
      Math.abs((data[at + 2] ?? 0) - b) <= SAME
    );
  };
  const share = pixels.filter(holds).length / total;
  const kind = kindOf(colour, share);
  const isPlain = kind === "white" || kind === "black" || kind === "plain";
  const mask = new Uint8Array(width * height);
  if (isPlain) for (let pixel = 0; pixel < mask.length; pixel += 1) mask[pixel] = holds(pixel) ? 1 : 0;
  return { kind, colour: isPlain ? hex(colour) : "", mask };
}
