import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { Tinypool } from "tinypool";
import { judgePicture } from "../../../../sidecar/dataset/check/judge-picture.js";
import { findDuplicates } from "../../../../sidecar/dataset/check/look/find-duplicates.js";
import { type Look, unpackLook } from "../../../../sidecar/dataset/check/look/look.js";
import type { Measured, MeasureRequest } from "../../../../sidecar/dataset/check/measure-worker.js";
import { parseFacts } from "../../../../sidecar/dataset/check/picture-facts.js";
import { drawScene, plantedDefects, plantedRelations } from "../../../support/planted-defects.js";
import { realPictures } from "../../../support/real-pictures.js";
import { temporaryFolders } from "../../../support/temporary-folder.js";

const newFolder = temporaryFolders();

// The threads that measure in the studio.
const pool = new Tinypool({
  filename: new URL("../../../../sidecar/dataset/check/measure-worker.js", import.meta.url).href,
  maxThreads: 2,
});
afterAll(() => pool.destroy());

async function measured(picture: Buffer, lookOnly = false): Promise<Measured> {
  const path = join(await newFolder(), "picture");
  await writeFile(path, picture);
  const request: MeasureRequest = { path, lookOnly };
  return pool.run(request);
}

async function lookOf(picture: Buffer): Promise<Look> {
  const { look } = await measured(picture, true);
  if (!look) throw new Error("no look");
  return unpackLook(look);
}

/** Kinds of quality problems of a picture; facts such as its size or missing colours are not what is planted. */
async function qualityOf(picture: Buffer): Promise<string[]> {
  const { facts } = await measured(picture);
  // As the state keeps them.
  const kept = parseFacts(JSON.parse(JSON.stringify(facts)));
  const told = judgePicture("x.png", kept, 4096).map(({ kind }) => kind);
  return told.filter((kind) => !["small", "grey", "wrongSuffix", "text", "long", "transparent"].includes(kind));
}

test("what was planted in a drawing is found, and nothing in the drawing itself", async () => {
  const clean = await drawScene(1);
  expect(await qualityOf(clean)).toEqual([]);
  for (const [kind, plant] of Object.entries(plantedDefects)) {
    expect([kind, await qualityOf(await plant(clean))]).toEqual([kind, expect.arrayContaining([kind])]);
  }
});

test("copies that are smaller, mirrored or cropped are found among other drawings", async () => {
  const scenes = await Promise.all([1, 2, 3, 4, 5, 6].map(drawScene));
  const [first = Buffer.alloc(0)] = scenes;
  const planted = await Promise.all(Object.values(plantedRelations).map((plant) => plant(first)));
  const pictures = await Promise.all(
    [...scenes, ...planted, first].map(async (picture, place) => ({
      content: picture === first ? "first" : String(place),
      look: await lookOf(picture),
    })),
  );

  const found = findDuplicates(pictures).filter(({ other }) => other === 0);

  expect(found.map(({ one, kind }) => [one, kind])).toEqual([
    [6, "near"],
    [7, "mirrored"],
    [8, "crop"],
    [9, "exact"],
  ]);
  expect(found[2]?.share).toBeCloseTo(0.75 ** 2, 1);
  // The planted ones are parts of each other too; the other drawings of nothing.
  const others = findDuplicates(pictures).filter(({ one, other }) => one < 6 || (other > 0 && other < 6));
  expect(others).toEqual([]);
});

const real = await realPictures();
const withPictures = real.length === 0 ? test.skip : test;

withPictures("of 20 real pictures at most one is flagged, and what is planted in them is found", async () => {
  expect(real).toHaveLength(20);
  const flagged: string[] = [];
  for (const { name, bytes } of real) {
    const problems = await qualityOf(bytes);
    if (problems.length > 0) flagged.push(`${name}: ${problems.join(", ")}`);
  }
  expect(flagged.length > 1 ? flagged : []).toEqual([]);

  const looks = await Promise.all(real.map(async ({ name, bytes }) => ({ content: name, look: await lookOf(bytes) })));
  expect(findDuplicates(looks)).toEqual([]);

  const missed: string[] = [];
  for (const { name, bytes } of real.filter(({ planted }) => planted)) {
    for (const [kind, plant] of Object.entries(plantedDefects)) {
      const found = await qualityOf(await plant(bytes));
      if (!found.includes(kind)) missed.push(`${name}: ${kind} (found ${found.join(", ") || "nothing"})`);
    }
    for (const [kind, plant] of Object.entries(plantedRelations)) {
      const copy = { content: "copy", look: await lookOf(await plant(bytes)) };
      const pairs = findDuplicates([...looks, copy]).map((pair) => `${looks[pair.other]?.content} ${pair.kind}`);
      if (!pairs.includes(`${name} ${kind}`)) missed.push(`${name}: ${kind} (found ${pairs.join(", ") || "nothing"})`);
    }
  }
  expect(missed).toEqual([]);
});
