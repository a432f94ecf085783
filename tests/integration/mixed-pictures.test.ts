import { copyFile, readFile, stat, truncate, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { expect, test } from "@jest/globals";
import sharp from "sharp";
import { atelier } from "../support/command.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();

/** A red tall picture on a transparent ground, so that a wrong colour order, rotation or alpha changes its tags. */
const red = () =>
  sharp({ create: { width: 90, height: 160, channels: 4, background: { r: 250, g: 20, b: 20, alpha: 1 } } });

/** A 24-bit BMP, rows from the bottom, as every paint program writes it. */
async function bmp(): Promise<Buffer> {
  const { data } = await red().removeAlpha().flip().raw().toBuffer({ resolveWithObject: true });
  const stride = Math.ceil((90 * 3) / 4) * 4;
  const file = Buffer.alloc(54 + stride * 160);
  file.write("BM");
  file.writeUInt32LE(54, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(90, 18);
  file.writeInt32LE(160, 22);
  file.writeUInt16LE(24, 28);
  for (let pixel = 0; pixel < 90 * 160; pixel += 1) {
    const to = 54 + Math.floor(pixel / 90) * stride + (pixel % 90) * 3;
    for (let channel = 0; channel < 3; channel += 1) file[to + channel] = data[pixel * 3 + 2 - channel] ?? 0;
  }
  return file;
}

async function writeMixed(folder: string): Promise<void> {
  const at = (name: string): string => join(folder, name);
  await red().png().toFile(at("alpha.png"));
  await red().removeAlpha().toColourspace("rgb16").png().toFile(at("sixteen bits.png"));
  await red().removeAlpha().toColourspace("cmyk").jpeg().toFile(at("cmyk.jpg"));
  await red().removeAlpha().rotate(90).withMetadata({ orientation: 8 }).jpeg().toFile(at("rotated.JPEG"));
  await red().webp({ lossless: true }).toFile(at("日本語 の 名前.webp"));
  await sharp([await red().png().toBuffer(), await red().negate({ alpha: false }).png().toBuffer()], {
    join: { animated: true },
  })
    .gif()
    .toFile(at("animated.gif"));
  await red().removeAlpha().tiff().toFile(at("picture.tiff"));
  await red().removeAlpha().avif().toFile(at("picture2.avif"));
  await writeFile(at("paint.bmp"), await bmp());
  await copyFile(at("alpha.png"), at("truncated.png"));
  await truncate(at("truncated.png"), (await stat(at("truncated.png"))).size - 40);
  await writeFile(at("text.jpg"), "this is no picture");
  await writeFile(at("empty.png"), "");
}

test("one picture in every format gets the same tags; what is broken is reported and stops nothing", async () => {
  const [folder, home] = [await newFolder(), await newFolder()];
  await writeMixed(folder);

  const { code, stdout } = await atelier(home, ["tag", folder, "--json"]);

  const { images }: { images: { path: string; status: string; caption: string }[] } = JSON.parse(stdout);
  const failed = images.filter(({ status }) => status === "failed").map(({ path }) => basename(path));
  const written = images.filter(({ status }) => status === "written");
  expect(code).toBe(3);
  expect(failed.sort()).toEqual(["empty.png", "text.jpg", "truncated.png"]);
  expect(written).toHaveLength(9);
  for (const { path, caption } of written) {
    expect([basename(path), caption]).toEqual([basename(path), expect.stringMatching(/tall image/)]);
    expect([basename(path), caption]).toEqual([basename(path), expect.stringMatching(/red theme/)]);
    expect(await readFile(path.replace(/\.\w+$/, ".txt"), "utf8")).toBe(caption);
  }
});
