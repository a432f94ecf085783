import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import sharp from "sharp";
import { decodeBytes } from "../../sidecar/dataset/decode.js";
import { framePicture } from "../../sidecar/tagging/resize/frame-picture.js";
import { atelier } from "../support/command.js";
import { hasReference, runReference } from "../support/reference-python.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const size = 448;
const tiny = fileURLToPath(new URL("../../../models/atelier-tiny-tagger", import.meta.url));

/** What is not equal to the byte; docs/tagging-parity.md says why. */
const known: Record<string, string> = {
  "cmyk.jpg": "different",
  "sixteen-bit-grey.png": "different",
  "half-colour.avif": "different",
  "full-colour.avif": "close",
  "alpha.avif": "close",
};
// Mean difference of a byte.
const CLOSE = 0.5;

const withReference = hasReference ? test : test.skip;

function meanDifference(left: Uint8Array, right: Uint8Array): number {
  let sum = 0;
  for (const [index, value] of left.entries()) sum += Math.abs(value - (right[index] ?? 0));
  return sum / left.length;
}

withReference("what a tagger sees of every odd kind of picture is what Pillow makes of it", async () => {
  const folder = await newFolder();
  const names: string[] = JSON.parse(await runReference("odd_pictures.py", [folder, String(size)]));

  const found: Record<string, string> = {};
  for (const name of names) {
    const ours = framePicture(await decodeBytes(await readFile(join(folder, name))), size);
    const theirs = await readFile(join(folder, `${name}.rgb`));
    const isEqual = theirs.equals(ours);
    found[name] = isEqual ? "equal" : meanDifference(ours, theirs) > CLOSE ? "different" : "close";
  }

  const expected = names.map((name) => [name, known[name] ?? "equal"]);
  expect(names.length).toBeGreaterThan(70);
  expect(found).toEqual(Object.fromEntries(expected));
});

withReference("captions of 100 pictures are those of a plain Python loop", async () => {
  const folder = await newFolder();
  const paths = Array.from({ length: 100 }, (_, index) => join(folder, `${String(index).padStart(3, "0")}.png`));
  for (const [index, path] of paths.entries()) {
    const [width, height] = [60 + ((index * 37) % 400), 60 + ((index * 91) % 500)];
    const spot = {
      create: {
        width: 20 + (index % 30),
        height: 30,
        channels: 4 as const,
        background: { r: 255 - index, g: index * 2, b: (index * 53) % 256, alpha: 0.7 },
      },
    };
    const background = {
      r: (index * 37) % 256,
      g: (index * 91) % 256,
      b: (index * 53) % 256,
      alpha: index % 3 === 0 ? 0 : 1,
    };
    await sharp({ create: { width, height, channels: 4, background } })
      .composite([{ input: await sharp(spot).png().toBuffer() }])
      .png()
      .toFile(path);
  }

  const { stdout } = await atelier(await newFolder(), ["tag", folder, "--json"]);
  const reference = JSON.parse(await runReference("tag_loop.py", [tiny, ...paths]));

  const ours = JSON.parse(stdout).images.map(({ path, caption }: { path: string; caption: string }) => [path, caption]);
  expect(Object.fromEntries(ours)).toEqual(reference);
  expect(new Set(Object.values(reference)).size).toBeGreaterThan(20);
});
