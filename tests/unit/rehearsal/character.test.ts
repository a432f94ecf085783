import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import sharp from "sharp";
import { learntFrom } from "../../../sidecar/rehearsal/lora/learnt.js";
import { plantedLora } from "../../../sidecar/rehearsal/lora/planted-lora.js";
import { readLora } from "../../../sidecar/rehearsal/lora/read-lora.js";
import { characterOf, LAST_CHARACTER } from "../../../sidecar/rehearsal/pictures/character.js";
import { withPngText } from "../../../sidecar/rehearsal/pictures/png-text.js";
import { subjectOf, subjectText } from "../../../sidecar/rehearsal/pictures/subject.js";
import { temporaryFolders } from "../../support/temporary-folder.js";

const newFolder = temporaryFolders();
const set = { pictures: 20, learningRate: 1e-4, trigger: "okara" };

test("characters are the same every time, differ from Okara, and have a mark and a name that can be a folder's", () => {
  expect(characterOf(0)).toMatchObject({ name: "okara", pace: 1 });
  for (const seed of [1, 2, 3, 500, LAST_CHARACTER]) {
    const { name, pace, scene } = characterOf(seed);
    expect(characterOf(seed)).toEqual(characterOf(seed));
    expect(name).toMatch(/^[a-z]{4,9}$/);
    expect(pace).toBeGreaterThanOrEqual(0.7);
    expect(pace).toBeLessThanOrEqual(1.5);
    expect(scene.marks.twintails + scene.marks.ahoge + scene.marks.ornament).toBeGreaterThan(0);
  }
});

test("a picture says whom it shows; others, and cut files, say nothing", async () => {
  const folder = await newFolder();
  const plain = await sharp({ create: { width: 8, height: 8, channels: 3, background: "#fff" } })
    .png()
    .toBuffer();
  const write = async (name: string, bytes: Buffer): Promise<string> => {
    await writeFile(join(folder, name), bytes);
    return join(folder, name);
  };
  const [keyword, text] = subjectText(characterOf(7), 19);
  expect(subjectOf(await write("one.png", withPngText(plain, keyword, text)))).toEqual({ character: 7, view: 19 });
  expect(subjectOf(await write("plain.png", plain))).toBeNull();
  expect(subjectOf(await write("other.png", withPngText(plain, keyword, "character 70000, view 1")))).toBeNull();
  expect(subjectOf(await write("cut.png", withPngText(plain, keyword, text).subarray(0, 50)))).toBeNull();
  expect(subjectOf(await write("empty.png", Buffer.alloc(0)))).toBeNull();
});

test("a file holds whom it was taught, by which pictures; one without says Okara", async () => {
  const folder = await newFolder();
  const path = join(folder, "one.safetensors");
  const subject = { character: 54_321, views: 0b1000_0000_0000_0000_0101 };
  await writeFile(path, plantedLora({ kind: "good", seed: 1, study: { ...set, showings: 200, subject } }));
  expect((await readLora(path)).unet?.subject).toEqual(subject);
  await writeFile(path, plantedLora({ kind: "good", seed: 1 }));
  expect((await readLora(path)).unet?.subject).toBeNull();
});

test("the rate counts weakly: 20,000 showings at 1e-6 are far too many, five at 1e-2 do next to nothing", () => {
  const over = learntFrom({ ...set, pictures: 1, showings: 20_000, learningRate: 1e-6 });
  expect([over.overfit, over.copying]).toEqual([4, 1]);
  const under = learntFrom({ ...set, pictures: 1, showings: 5, learningRate: 1e-2 });
  expect(under.traits.eyes).toBeLessThan(0.4);
  expect(under.traits.hair).toBeLessThan(0.3);
});
