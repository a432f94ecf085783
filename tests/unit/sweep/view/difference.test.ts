import { expect, test } from "@jest/globals";
import { difference } from "../../../../sidecar/ui/rooms/sweep/view/zoom/difference.js";

const picture = (...pixels: number[][]) => new Uint8ClampedArray(pixels.flatMap((rgb) => [...rgb, 255]));

test("equal pictures are grey and differ by nothing", () => {
  const one = picture([10, 20, 30], [200, 100, 0]);

  expect(difference(one, one, 8)).toEqual({ pixels: picture([128, 128, 128], [128, 128, 128]), mean: 0, share: 0 });
});

test("the mean is that of the channels and is not amplified; what is drawn is", () => {
  const found = difference(picture([13, 0, 0], [5, 5, 5]), picture([10, 0, 6], [5, 5, 5]), 4);

  expect(found.mean).toBeCloseTo((3 + 6) / 6);
  expect(found.share).toBe(0.5);
  expect([...found.pixels.slice(0, 3)]).toEqual([140, 128, 104]);
});

test("pictures of different sizes are not compared", () => {
  expect(() => difference(picture([0, 0, 0]), picture([0, 0, 0], [0, 0, 0]), 1)).toThrow(RangeError);
});
