import type { RawImage } from "../../bmp.js";
import type { Box } from "./bands.js";

// Levels by which compression may change one colour.
const SAME = 14;
// A frame ends on a straight line: nearly all of the next row is another colour.
const STRAIGHT = 0.6;
// Less than this share of a side is no frame but a line.
const LEAST = 0.008;

type Colour = [number, number, number];

const near = (one: Colour, other: Colour, levels: number): boolean =>
  one.every((value, channel) => Math.abs(value - (other[channel] ?? 0)) <= levels);

/** Reads lines of a picture from one of its sides. */
function lines({ data, width, height, channels }: RawImage, side: number) {
  const [along, across] = side < 2 ? [width, height] : [height, width];
  const at = (line: number, place: number): number => {
    const depth = side % 2 === 0 ? line : across - 1 - line;
    return (side < 2 ? depth * width + place : place * width + depth) * channels;
  };
  const colour = (line: number, place: number): Colour => {
    const from = at(line, place);
    return [data[from] ?? 0, data[from + 1] ?? 0, data[from + 2] ?? 0];
  };
  /** Share of a line that has a colour. */
  const share = (line: number, wanted: Colour, levels: number): number => {
    let same = 0;
    const step = Math.max(1, Math.floor(along / 400));
    let looked = 0;
    for (let place = 0; place < along; place += step) {
      looked += 1;
      if (near(colour(line, place), wanted, levels)) same += 1;
    }
    return same / looked;
  };
  return { along, across, colour, share };
}

/** Width of the frame at one side: 0 top, 1 bottom, 2 left, 3 right. */
function depthOf(picture: RawImage, side: number): number {
  const { along, across, colour, share } = lines(picture, side);
  const middle = colour(0, along >> 1);
  if (share(0, middle, SAME) < 0.995) return 0;
  const most = Math.floor(across * 0.45);
  let depth = 1;
  while (depth < most && share(depth, middle, SAME) >= 0.995) depth += 1;
  if (depth >= most || depth < Math.max(3, across * LEAST)) return 0;
  // Compression smears the line over a few rows.
  return share(Math.min(across - 1, depth + 2), middle, 3 * SAME) <= 1 - STRAIGHT ? depth : 0;
}

/** Bars or a frame around a picture; all of it when there are none. */
export function contentBox(picture: RawImage): Box {
  const [top = 0, bottom = 0, left = 0, right = 0] = [0, 1, 2, 3].map((side) => depthOf(picture, side));
  return { left, top, right: picture.width - right, bottom: picture.height - bottom };
}
