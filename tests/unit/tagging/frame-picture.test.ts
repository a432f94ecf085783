import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { layOut } from "../../../sidecar/tagging/layouts/lay-out.js";
import { black, bytes, normalised, white } from "../../../sidecar/tagging/layouts/model-layout.js";
import { framePicture } from "../../../sidecar/tagging/resize/frame-picture.js";
import { framePlain } from "../../../sidecar/tagging/resize/frame-plain.js";

// Made with Pillow: random pixels, alpha_composite on white, pasted on a white square, resize with BICUBIC; RGB bytes.
const fixture = new URL("../../../../tests/fixtures/tagging/pillow-parity.json", import.meta.url);
const cases: unknown[] = JSON.parse(await readFile(fixture, "utf8"));

test.each(cases)("is Pillow's result to the byte, with SIMD and without (case %#)", (entry: unknown) => {
  const { width, height, channels, size, pixels, expected } = Object(entry);
  const image = { data: Buffer.from(pixels, "hex"), width, height, channels };

  expect(Buffer.from(framePicture(image, size)).toString("hex")).toBe(expected);
  expect(Buffer.from(framePlain(image, size)).toString("hex")).toBe(expected);
});

// SHA-256 of Pillow 13.0.0's alpha_composite on white of every grey value (rows) at every alpha (columns), as RGB bytes.
const pillowDigest = "065b1ca5635427a3b1199c4dd2f24c2c223cd3d39377388e1b9ac3c7d54f5535";

test("every value at every alpha over white rounds as Pillow does", () => {
  const side = 256;
  const data = new Uint8Array(side * side * 4);
  for (let index = 0; index < side * side; index += 1) {
    const value = Math.floor(index / side);
    data.set([value, value, value, index % side], index * 4);
  }

  const pixels = framePicture({ data, width: side, height: side, channels: 4 }, side);

  expect(createHash("sha256").update(pixels).digest("hex")).toBe(pillowDigest);
});

test("SIMD and plain agree on pictures of any shape, size and content", () => {
  const picture = fc
    .record({
      width: fc.integer({ min: 1, max: 90 }),
      height: fc.integer({ min: 1, max: 90 }),
      channels: fc.constantFrom(3 as const, 4 as const),
      size: fc.integer({ min: 1, max: 70 }),
      seed: fc.integer(),
    })
    .map(({ seed, width, height, channels, size }) => {
      let state = seed;
      const data = Uint8Array.from({ length: width * height * channels }, () => {
        // A linear congruential generator; the high bits are the random ones.
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
        return state >>> 24;
      });
      return { image: { data, width, height, channels }, size };
    });
  fc.assert(
    fc.property(picture, ({ image, size }) => {
      const fast = Buffer.from(framePicture(image, size));
      expect(fast.equals(Buffer.from(framePlain(image, size)))).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test("a picture larger than one strip of rows, far wider than high, or far higher than wide", () => {
  for (const [width, height] of [
    [1500, 700],
    [3, 4000],
    [4000, 3],
  ] as const) {
    const data = Uint8Array.from({ length: width * height * 3 }, (_, index) => (index * 7919) >>> 3);
    const image = { data, width, height, channels: 3 as const };

    expect(Buffer.from(framePicture(image, 64)).equals(Buffer.from(framePlain(image, 64)))).toBe(true);
  }
});

test("a WD tagger gets blue, green, red as floats from 0 to 255", () => {
  const pixels = Uint8Array.from([1, 2, 3, 253, 254, 255]);
  const target = new Float32Array(7);
  const layout = { size: 1, order: "NHWC", channels: "BGR", ...bytes, fit: "pad", ground: white } as const;
  layOut(pixels, layout, { target, at: 1 });
  const planes = new Float32Array(6);
  const half = [0.5, 0.5, 0.5] as const;
  layOut(pixels, { ...layout, order: "NCHW", channels: "RGB", ...normalised(half, half) }, { target: planes, at: 0 });

  expect([...target]).toEqual([0, 3, 2, 1, 255, 254, 253]);
  expect([...planes].map((value) => Math.round((value + 1) * 127.5))).toEqual([1, 253, 2, 254, 3, 255]);
});

test("other grounds and stretched pictures, with SIMD and without", () => {
  const data = Uint8Array.from({ length: 60 * 25 * 3 }, (_, index) => (index * 7919) >>> 3);
  const image = { data, width: 60, height: 25, channels: 3 as const };

  const stretched = { fit: "stretch", ground: white } as const;
  const onBlack = framePicture(image, 32, { fit: "pad", ground: black });

  expect(framePicture(image, 32, stretched)).toEqual(framePlain(image, 32, stretched));
  expect([...onBlack.subarray(0, 3)]).toEqual([0, 0, 0]);
  expect([...framePicture(image, 32).subarray(0, 3)]).toEqual([255, 255, 255]);
});
