import { expect, test } from "@jest/globals";
import type { RawImage } from "../../../../sidecar/dataset/bmp.js";
import { opaqueColours } from "../../../../sidecar/dataset/cutout/finish-mask.js";
import { stealthInfotext, withoutStealth } from "../../../../sidecar/dataset/cutout/stealth-infotext.js";

const [WIDTH, HEIGHT] = [24, 40];

/** A picture with infotext hidden as the WebUI's extension writes it. */
function marked(signature: string, text: string, place: "alpha" | "colours", opaque = 255): RawImage {
  const channels = place === "alpha" ? 4 : 3;
  const data = new Uint8Array(WIDTH * HEIGHT * channels).fill(100);
  if (place === "alpha") for (let at = 3; at < data.length; at += 4) data[at] = opaque;
  const body = Buffer.from(text);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length * 8);
  const bits = [...Buffer.concat([Buffer.from(signature), length, body])].flatMap((byte) =>
    Array.from({ length: 8 }, (_, bit) => (byte >> (7 - bit)) & 1),
  );
  for (const [index, bit] of bits.entries()) {
    const pixel = place === "alpha" ? index : Math.floor(index / 3);
    const at = ((pixel % HEIGHT) * WIDTH + Math.floor(pixel / HEIGHT)) * channels;
    const byte = at + (place === "alpha" ? 3 : index % 3);
    data[byte] = ((data[byte] ?? 0) & 0xfe) | bit;
  }
  return { data, width: WIDTH, height: HEIGHT, channels };
}

test.each([
  ["stealth_pnginfo", "alpha"],
  ["stealth_pngcomp", "alpha"],
  ["stealth_rgbinfo", "colours"],
  ["stealth_rgbcomp", "colours"],
] as const)("%s is recognised, and cleaned away", (signature, place) => {
  const image = marked(signature, "steps: 20", place);

  expect(stealthInfotext(image)).toMatchObject({ signature, in: place });
  expect(stealthInfotext(withoutStealth(image))).toBeNull();
  expect(opaqueColours(image).alpha).toBeNull();
});

test("a true cut-out that carries infotext keeps its transparency", () => {
  const image = marked("stealth_pnginfo", "x", "alpha", 0);
  expect(
    withoutStealth(image)
      .data.filter((_, at) => at % 4 === 3)
      .every((value) => value === 0),
  ).toBe(true);
});

test("a picture without stays the same object, and a damaged length reads nothing beyond the picture", () => {
  const plain: RawImage = {
    data: new Uint8Array(WIDTH * HEIGHT * 4).fill(255),
    width: WIDTH,
    height: HEIGHT,
    channels: 4,
  };
  expect(withoutStealth(plain)).toBe(plain);
  const long = marked("stealth_rgbinfo", "ab", "colours");
  for (let index = 120; index < 152; index += 1) {
    const pixel = Math.floor(index / 3);
    const at = ((pixel % HEIGHT) * WIDTH + Math.floor(pixel / HEIGHT)) * 3 + (index % 3);
    long.data[at] = (long.data[at] ?? 0) | 1;
  }
  expect(stealthInfotext(long)?.pixels).toBe(WIDTH * HEIGHT);
});
