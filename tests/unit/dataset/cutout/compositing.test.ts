import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { backgroundColour, composite } from "../../../../sidecar/dataset/cutout/composite.js";
import { finishMask } from "../../../../sidecar/dataset/cutout/finish-mask.js";
import { completeSettings } from "../../../../sidecar/dataset/cutout/settings.js";

const mask = { data: Uint8Array.of(0, 255, 128, 1), width: 2, height: 2 };
const rgb = Uint8Array.of(10, 20, 30, 40, 50, 60, 200, 100, 0, 255, 0, 7);

test("transparent: alpha is the mask, the subject's bytes stay, and nothing of the background is left", () => {
  expect([...composite(rgb, mask, null).data]).toEqual([
    255, 255, 255, 0, 40, 50, 60, 255, 200, 100, 0, 128, 255, 0, 7, 1,
  ]);
});

test("a colour: every byte is the rounded mixture", () => {
  const white = composite(rgb, mask, backgroundColour("white"));
  const green = composite(rgb, mask, backgroundColour("#00fF80"));
  expect(white.channels).toBe(3);
  expect([...white.data]).toEqual([255, 255, 255, 40, 50, 60, 227, 177, 127, 255, 254, 254]);
  expect([...green.data]).toEqual([0, 255, 128, 40, 50, 60, 100, 177, 64, 1, 254, 128]);
});

test("any mask and colour: within half a step of the true mixture", () => {
  const byte = fc.integer({ min: 0, max: 255 });
  fc.assert(
    fc.property(byte, byte, byte, (alpha, front, back) => {
      const [got = 0] = composite(
        Uint8Array.of(front, front, front),
        { data: Uint8Array.of(alpha), width: 1, height: 1 },
        [back, back, back],
      ).data;
      expect(Math.abs(got - (alpha * front + (255 - alpha) * back) / 255)).toBeLessThanOrEqual(0.5);
    }),
  );
});

test.each(["", "red", "#fff", "#12345g"])("%j is no background", (background) => {
  expect(() => backgroundColour(background)).toThrow(expect.objectContaining({ code: "badArguments" }));
});

test("what was transparent stays so, and without refinements the bytes are exactly the mask's", () => {
  const settings = completeSettings({ despeckle: 0, decontaminate: false });
  const alpha = Uint8Array.of(255, 100, 255, 255);
  const { picture } = finishMask({ rgb, alpha }, mask, settings);
  expect([3, 7, 11, 15].map((at) => picture.data[at])).toEqual([0, 100, 128, 1]);
});
