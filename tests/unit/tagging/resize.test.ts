import { expect, test } from "@jest/globals";
import { resizeBicubic } from "../../../sidecar/tagging/resize/resize-plain.js";
import { bytesOf, fixtureCases } from "../../support/expected-bytes.js";

for (const { name, width, height, toWidth, toHeight, pixels, expected } of fixtureCases("resize")) {
  test(`bicubic ${name} gives Pillow's bytes`, () => {
    const size = { width: Number(width), height: Number(height), toWidth: Number(toWidth), toHeight: Number(toHeight) };

    const resized = resizeBicubic(bytesOf(pixels), size);

    expect(Buffer.from(resized).toString("hex")).toBe(expected);
  });
}
