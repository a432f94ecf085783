import { readFile, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { execa } from "execa";
import sharp from "sharp";
import { decodeBmp } from "../../../sidecar/dataset/bmp.js";
import { decodeBytes, readPicture } from "../../../sidecar/dataset/decode.js";
import { bytesOf, fixtureCases } from "../../support/expected-bytes.js";
import { temporaryFolders } from "../../support/temporary-folder.js";

const newFolder = temporaryFolders();
const decodeFile = async (path: string | undefined) => decodeBytes(await readPicture(String(path)));

for (const { name, width, height, file, expected } of fixtureCases("bmp")) {
  test(`BMP, ${name}: Pillow's pixels`, () => {
    const image = decodeBmp(bytesOf(file));

    expect([image.width, image.height, image.channels]).toEqual([width, height, 3]);
    expect(Buffer.from(image.data).toString("hex")).toBe(expected);
  });

  test(`BMP, ${name}: cut off by a byte is refused`, () => {
    expect(() => decodeBmp(bytesOf(file).slice(0, -1))).toThrow("truncated");
  });
}

test("a BMP from the top row down is not upside down; a compressed one is refused", () => {
  const file = bytesOf(fixtureCases("bmp")[0]?.file);
  const [down, compressed] = [file.slice(), file.slice()];
  new DataView(down.buffer).setInt32(22, -5, true);
  new DataView(compressed.buffer).setUint32(30, 1, true);

  const [upright, flipped] = [decodeBmp(file), decodeBmp(down)];

  expect([...flipped.data.slice(0, 21)]).toEqual([...upright.data.slice(-21)]);
  expect(() => decodeBmp(compressed)).toThrow("compressed");
});

const twoColours = { create: { width: 2, height: 1, channels: 3, background: "#ff0000" } } as const;

test("a photo turned by EXIF comes upright, a grey picture as RGB, 16 bits as 8", async () => {
  const folder = await newFolder();
  const [turned, grey, deep] = ["turned.jpg", "grey.png", "deep.png"].map((name) => join(folder, name));
  await sharp(twoColours).withMetadata({ orientation: 6 }).jpeg().toFile(String(turned));
  await sharp(Buffer.from([10, 200]), { raw: { width: 2, height: 1, channels: 1 } })
    .toColourspace("b-w")
    .png()
    .toFile(String(grey));
  const words = Uint16Array.from([0x1234, 0x8080, 0xffff]);
  await sharp(words, { raw: { width: 1, height: 1, channels: 3 } })
    .toColourspace("rgb16")
    .png()
    .toFile(String(deep));
  expect((await sharp(String(deep)).metadata()).depth).toBe("ushort");

  const images = [await decodeFile(turned), await decodeFile(grey), await decodeFile(deep)];

  expect([images[0]?.width, images[0]?.height]).toEqual([1, 2]);
  expect([...(images[1]?.data ?? [])]).toEqual([10, 10, 10, 200, 200, 200]);
  expect([...(images[2]?.data ?? [])]).toEqual([0x12, 0x80, 0xff]);
});

test("truncated and foreign files throw", async () => {
  const folder = await newFolder();
  const noise = {
    create: { ...twoColours.create, width: 64, height: 64, noise: { type: "gaussian", mean: 128, sigma: 50 } },
  } as const;
  for (const name of ["cut.png", "cut.jpg"]) {
    const path = join(folder, name);
    await sharp(noise).toFile(path);
    await writeFile(path, (await readFile(path)).subarray(0, 900));
    await expect(decodeFile(path)).rejects.toThrow(Error);
  }
  await writeFile(join(folder, "text.png"), "not a picture");

  await expect(decodeFile(join(folder, "text.png"))).rejects.toThrow("unsupported image format");
});

test("what is too large to be a picture is refused before it is read", async () => {
  const large = join(await newFolder(), "large.png");
  await writeFile(large, "");
  await truncate(large, 2 ** 30 + 1);

  await expect(readPicture(large)).rejects.toThrow("1073741825 bytes");
});

test("a drawing in SVG that is named as a picture is not rendered", async () => {
  const path = join(await newFolder(), "drawing.png");
  await writeFile(
    path,
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
  );

  await expect(decodeFile(path)).rejects.toThrow("unsupported image format");
});

const posixTest = process.platform === "win32" ? test.skip : test;

posixTest("a named pipe is not waited for", async () => {
  const pipe = join(await newFolder(), "pipe.png");
  await execa("mkfifo", [pipe]);

  await expect(readPicture(pipe)).rejects.toThrow("expected a picture file");
});
