import { deflateSync } from "node:zlib";
import { expect, test } from "@jest/globals";
import sharp from "sharp";
import { exifWithComment } from "../../../../sidecar/sweep/export/infotext/user-comment.js";
import { pictureText } from "../../../../sidecar/sweep/send/picture-text.js";
import { readUserComment } from "../../../../sidecar/sweep/send/read-user-comment.js";
import { withParameters } from "../../../../sidecar/webui/png-parameters.js";

const blank = () => sharp({ create: { width: 4, height: 4, channels: 3, background: "#fff" } });

test.each(["plain ASCII", "少女, café 🐟"])("a PNG's text comes back as it was written: %s", async (text) => {
  const png = await blank().png().toBuffer();

  expect(await pictureText(png)).toBeNull();
  expect(await pictureText(withParameters(png, text))).toBe(text);
});

/** A chunk as another program writes it; its checksum is not looked at. */
const chunk = (type: string, data: Buffer): Buffer => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length);
  head.write(type, 4, "latin1");
  return Buffer.concat([head, data, Buffer.alloc(4)]);
};

test("Latin-1 and packed texts are read; a bomb and a broken one are none", async () => {
  const png = await blank().png().toBuffer();
  const withChunk = (type: string, rest: Buffer): Buffer =>
    Buffer.concat([
      png.subarray(0, 33),
      chunk(type, Buffer.concat([Buffer.from("parameters\0"), rest])),
      png.subarray(33),
    ]);
  const packed = (text: string): Buffer => deflateSync(Buffer.from(text));
  const international = (text: string): Buffer =>
    Buffer.concat([Buffer.from([1, 0]), Buffer.from("ja\0パラメータ\0"), packed(text)]);

  expect(await pictureText(withChunk("tEXt", Buffer.from("café", "latin1")))).toBe("café");
  expect(await pictureText(withChunk("zTXt", Buffer.concat([Buffer.from([0]), packed("cat")])))).toBe("cat");
  expect(await pictureText(withChunk("iTXt", international("少女")))).toBe("少女");
  expect(await pictureText(withChunk("zTXt", Buffer.from([0, 1, 2, 3])))).toBeNull();
  expect(await pictureText(withChunk("iTXt", international("0".repeat(5_000_000))))).toBeNull();
});

test("a JPEG's and a WebP's comment is read; what is no picture has none", async () => {
  const text = "少女, smile\nSteps: 2, Sampler: Euler a, Seed: 1";
  // As libjpeg and libwebp write blocks that they are given.
  const withExif = blank().withExif({ IFD2: { UserComment: "ascii" } });
  const jpeg = await withExif.clone().jpeg().toBuffer();
  const webp = await withExif.clone().webp().toBuffer();

  expect(readUserComment(exifWithComment(text))).toBe(text);
  expect(await pictureText(jpeg)).toContain("ascii");
  expect(await pictureText(webp)).toContain("ascii");
  expect(await pictureText(Buffer.from("no picture"))).toBeNull();
  expect(readUserComment(exifWithComment(text).subarray(0, 40))).toBeNull();
  expect(readUserComment(Buffer.from("Exif\0\0MM\0*\xff\xff\xff\xff", "latin1"))).toBeNull();
});
