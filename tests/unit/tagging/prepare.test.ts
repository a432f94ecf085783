import { readFile } from "node:fs/promises";
import { expect, test } from "@jest/globals";
import { prepareImage } from "../../../sidecar/tagging/prepare.js";

// Made with Pillow: random pixels, alpha_composite on white, pasted on a white square, resize with BICUBIC; RGB bytes.
const fixture = new URL("../../../../tests/fixtures/tagging/pillow-parity.json", import.meta.url);
const cases: unknown[] = JSON.parse(await readFile(fixture, "utf8"));

test.each(cases)("is Pillow's result to the byte, as BGR (case %#)", (entry: unknown) => {
  const { width, height, channels, size, pixels, expected } = Object(entry);
  const data = Buffer.from(pixels, "hex");

  const prepared = prepareImage({ data, width, height, channels }, size);

  const rgb = Buffer.from(expected, "hex");
  const bgr = Array.from(rgb, (_, index) => rgb[index - (index % 3) + 2 - (index % 3)]);
  expect(Array.from(prepared)).toEqual(bgr);
});
