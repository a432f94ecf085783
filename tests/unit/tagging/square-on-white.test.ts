import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { layOut } from "../../../sidecar/tagging/input-layout.js";
import { squareOnWhite } from "../../../sidecar/tagging/resize/square-on-white.js";
import { squareOnWhitePlain } from "../../../sidecar/tagging/resize/square-plain.js";

// Made with Pillow: random pixels, alpha_composite on white, pasted on a white square, resize with BICUBIC; RGB bytes.
const fixture = new URL("../../../../tests/fixtures/tagging/pillow-parity.json", import.meta.url);
const cases: unknown[] = JSON.parse(await readFile(fixture, "utf8"));

test.each(cases)("is Pillow's result to the byte, with SIMD and without (case %#)", (entry: unknown) => {
  const { width, height, channels, size, pixels, expected } = Object(entry);
  const image = { data: Buffer.from(pixels, "hex"), width, height, channels };

  expect(Buffer.from(squareOnWhite(image, size)).toString("hex")).toBe(expected);
  expect(Buffer.from(squareOnWhitePlain(image, size)).toString("hex")).toBe(expected);
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

  const pixels = squareOnWhite({ data, width: side, height: side, channels: 4 }, side);

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
      const fast = Buffer.from(squareOnWhite(image, size));
      expect(fast.equals(Buffer.from(squareOnWhitePlain(image, size)))).toBe(true);
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

    expect(Buffer.from(squareOnWhite(image, 64)).equals(Buffer.from(squareOnWhitePlain(image, 64)))).toBe(true);
  }
});

test("a WD tagger gets blue, green, red as floats from 0 to 255", () => {
  expect([...layOut(Uint8Array.from([1, 2, 3, 253, 254, 255]))]).toEqual([3, 2, 1, 255, 254, 253]);
});
