import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "@jest/globals";
import sharp from "sharp";
import { completeExecution } from "../../sidecar/host/inference/execution.js";
import { openModel } from "../../sidecar/tagging/model.js";
import { startTagger, type Tagger } from "../../sidecar/tagging/tagger.js";
import { inEnglish } from "../../sidecar/words/sentence.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const models = fileURLToPath(new URL("../../../tests/fixtures/models", import.meta.url));
const open: Tagger[] = [];
afterEach(async () => {
  for (const tagger of open.splice(0)) await tagger.close();
});

async function tagger(name: string, batchSize: number | null = null): Promise<Tagger> {
  const model = await openModel(join(models, name), models);
  const started = await startTagger(model, completeExecution({ provider: "cpu", batchSize }));
  open.push(started);
  return started;
}

type Colour = [number, number, number];

/** Left and right half in two colours. */
async function picture(folder: string, { width, height }: { width: number; height: number }, halves: [Colour, Colour]) {
  const pixels = Uint8Array.from({ length: width * height * 3 }, (_, index) => {
    const column = Math.floor(index / 3) % width;
    return halves[column < width / 2 ? 0 : 1][index % 3] ?? 0;
  });
  const path = join(folder, `${width}x${height}-${halves.flat().join("-")}.png`);
  await sharp(pixels, { raw: { width, height, channels: 3 } })
    .png()
    .toFile(path);
  return path;
}

const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit));

/** What the tiny models say by their own formula (scripts/tiny-model/make_tiny_layouts.py), from bytes. */
function expected([red, green, blue]: Colour, leftness: number): number[] {
  const [r, g, b] = [red / 255, green / 255, blue / 255];
  const logits = [2, -4, 8 * r - 4, 8 * g - 4, 8 * b - 4, 8 * r - 8 * g - 2, 8 * b - 8 * g - 2, 3, leftness - 3];
  return logits.map(sigmoid);
}

const kinds = [
  { name: "tiny-wd", kind: "SmilingWolf", ground: [255, 255, 255] },
  { name: "tiny-cl-tagger", kind: "cl_tagger", ground: [255, 255, 255] },
  { name: "tiny-camie-v1", kind: "Camie Tagger v1", ground: [0, 0, 0] },
  { name: "tiny-camie-v2", kind: "Camie Tagger v2", ground: [124, 116, 104] },
  { name: "tiny-pixai", kind: "deepghs", ground: null },
  { name: "tiny-deepdanbooru", kind: "DeepDanbooru", ground: [0, 0, 0] },
] as const;

test.each(kinds)(
  "$name is known by its files, and gets pixels in its own order, colours, scale and ground",
  async ({ name, kind, ground }) => {
    const folder = await newFolder();
    const [left, right]: [Colour, Colour] = [
      [250, 40, 10],
      [110, 60, 130],
    ];
    const square = await picture(folder, { width: 64, height: 64 }, [left, right]);
    const grey = await picture(folder, { width: 64, height: 64 }, [
      [200, 200, 200],
      [50, 50, 50],
    ]);
    const wide = await picture(folder, { width: 64, height: 32 }, [left, right]);
    const mean: Colour = [180, 50, 70];
    const half = mean.map((value, index) => (value + (ground?.[index] ?? value)) / 2);

    const model = await openModel(join(models, name), models);
    const one = await tagger(name);
    const scored = await Promise.all([square, wide, grey].map((path) => one.score(path)));
    const [ofSquare, ofWide, ofGrey] = scored.map(({ probabilities }) => probabilities);

    expect(model.kind).toBe(kind);
    expect(model.labels.map(({ name: tag, category }) => [tag, category])).toEqual([
      ["general", "rating"],
      ["explicit", "rating"],
      ["red_theme", "general"],
      ["green_theme", "general"],
      ["blue_theme", "general"],
      ["okara_(series)", "character"],
      ["atelier", "copyright"],
      ["best_quality", model.file.endsWith("model.onnx") || kind === "DeepDanbooru" ? "other" : "quality"],
      ["from_left", "meta"],
    ]);
    // Brightness of the left less that of the whole, in shares: 70 − 10 − 60 bytes, summed over the colours, is nothing.
    for (const [index, value] of expected(mean, 0).entries()) expect(ofSquare?.[index]).toBeCloseTo(value, 2);
    const [red = 0, green = 0, blue = 0] = half;
    for (const [index, value] of expected([red, green, blue], 0).entries())
      expect(ofWide?.[index]).toBeCloseTo(value, 2);
    // Its left is 75 bytes brighter than the whole, in three colours, ten times each: rows and columns are not exchanged.
    expect(ofGrey?.[8]).toBeCloseTo(sigmoid((30 * 75) / 255 - 3), 2);
  },
);

test("pictures in batches get what they get alone; one that is broken fails alone", async () => {
  const folder = await newFolder();
  const colours = Array.from({ length: 7 }, (_, index): Colour => [index * 36, 255 - index * 30, index * 11]);
  const paths: string[] = [];
  for (const colour of colours) paths.push(await picture(folder, { width: 40, height: 40 }, [colour, colour]));
  const broken = join(folder, "broken.png");
  await writeFile(broken, "no picture");
  const alone = await tagger("tiny-wd");
  const wanted: Float32Array[] = [];
  for (const path of paths) wanted.push((await alone.score(path)).probabilities);

  for (const name of ["tiny-wd", "tiny-wd-batch-4"]) {
    const batched = await tagger(name, 3);
    const all = [...paths.slice(0, 4), broken, ...paths.slice(4)].map((path) => batched.score(path));
    const results = await Promise.allSettled(all);

    expect(inEnglish(batched.execution)).toContain(name === "tiny-wd" ? "in batches of 3" : "in batches of 4");
    expect(results.map(({ status }) => status)).toEqual(
      [...Array(4), null, ...Array(3)].map((one) => (one === null ? "rejected" : "fulfilled")),
    );
    const fulfilled = results.flatMap((result) => (result.status === "fulfilled" ? [result.value.probabilities] : []));
    for (const [index, scores] of fulfilled.entries()) {
      for (const [label, value] of scores.entries()) expect(value).toBeCloseTo(wanted[index]?.[label] ?? -1, 5);
    }
  }
});

test("an unknown folder is told what lies in it and which are known; a broken file, what is wrong with it", async () => {
  const folder = await newFolder();
  const [other, mapped] = [join(folder, "other"), join(folder, "mapped")];
  for (const one of [other, mapped]) await mkdir(one);
  await writeFile(join(other, "weights.safetensors"), "");
  await writeFile(join(mapped, "model.onnx"), "");
  await writeFile(join(mapped, "tag_mapping.json"), '{"first": {"tag": "smile", "category": "General"}}');
  const errorOf = (name: string): Promise<unknown> =>
    openModel(join(folder, name), folder).catch((error: unknown) => error);

  const [unknown, broken, absent] = [await errorOf("other"), await errorOf("mapped"), await errorOf("absent")];

  expect(unknown).toMatchObject({ code: "modelMissing", message: expect.stringContaining("weights.safetensors") });
  expect(unknown).toMatchObject({
    hint: expect.stringMatching(/selected_tags\.csv.*tag_mapping\.json.*metadata\.json.*deepdanbooru\.onnx/s),
  });
  expect(broken).toMatchObject({ code: "modelInvalid", message: expect.stringContaining('found the entry "first"') });
  expect(absent).toMatchObject({ code: "modelMissing", message: expect.stringContaining("no such folder") });
});
