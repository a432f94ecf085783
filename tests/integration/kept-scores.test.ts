import { cp, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import { atelier } from "../support/command.js";
import { drawPictures } from "../support/pictures.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const project = fileURLToPath(new URL("../../../", import.meta.url));

/** A copy of the built-in model, which can be taken away. */
async function ownModel(name = "my-tagger"): Promise<string> {
  const model = join(await newFolder(), name);
  await cp(join(project, "models/atelier-tiny-tagger"), model, { recursive: true });
  return model;
}

const text = (folder: string, name: string): Promise<string> => readFile(join(folder, `${name}.txt`), "utf8");

async function json(home: string, argumentList: string[]) {
  const { code, stdout, stderr } = await atelier(home, [...argumentList, "--json"]);
  return { code, stderr, document: JSON.parse(stdout) };
}

test("captions are chosen again without the model, as a fresh run would write them, and taken back as one step", async () => {
  const [folder, home, model] = [await newFolder(), await newFolder(), await ownModel()];
  await drawPictures(folder, 5);
  await json(home, ["tag", folder, "--model", model]);
  const before = await text(folder, "3");
  const strict = ["--threshold", "0.8", "--add", "okara", "--existing", "overwrite"];
  const fresh = await json(await newFolder(), [
    "tag",
    folder,
    "--model",
    model,
    ...strict,
    "--output",
    await newFolder(),
  ]);
  await rm(model, { recursive: true });

  const dry = await json(home, ["tag", folder, "--model", "my-tagger", ...strict, "--kept-scores", "--dry-run"]);
  const untouched = await text(folder, "3");
  const applied = await json(home, ["tag", folder, "--model", "my-tagger", ...strict, "--kept-scores"]);

  expect(applied.document).toMatchObject({ pictures: 5, scored: 5, counts: { changed: 5, created: 0 }, conflicts: [] });
  expect(dry.document.counts).toEqual(applied.document.counts);
  expect(untouched).toBe(before);
  const captions = await Promise.all([1, 2, 3, 4, 5].map((name) => text(folder, String(name))));
  expect(captions).toEqual(fresh.document.images.map(({ caption }: { caption: string }) => caption));
  expect(dry.document.captions.map(({ after }: { after: string }) => after)).toEqual(captions);
  await atelier(home, ["captions", "undo", folder]);
  expect(await text(folder, "3")).toBe(before);
});

test("scores follow a picture that is renamed, moved or copied; what was never scored is told", async () => {
  const [folder, home, model] = [await newFolder(), await newFolder(), await ownModel()];
  await drawPictures(folder, 3);
  await json(home, ["tag", folder, "--model", model]);
  await rm(model, { recursive: true });
  await mkdir(join(folder, "10_okara"));
  await rename(join(folder, "1.png"), join(folder, "10_okara", "renamed.png"));
  await cp(join(folder, "2.png"), join(folder, "copy.png"));
  await drawPictures(await mkdir(join(folder, "5_new")).then(() => join(folder, "5_new")), 1, 99);

  const { code, document } = await json(home, ["tag", folder, "--model", "my-tagger", "--kept-scores"]);

  expect(code).toBe(3);
  expect(document).toMatchObject({ pictures: 5, scored: 4, counts: { created: 2, leftAlone: 2 } });
  expect(await text(folder, "copy")).toBe(await text(folder, "2"));
  expect(await text(join(folder, "10_okara"), "renamed")).toBe(await text(folder, "1"));
});

test("a second run does not run the model over what is scored; --rescore does", async () => {
  const [folder, home, model] = [await newFolder(), await newFolder(), await ownModel()];
  await drawPictures(folder, 3);
  await json(home, ["tag", folder, "--model", model]);
  const again = ["tag", folder, "--model", model, "--existing", "overwrite", "--threshold", "0.6"];
  const kept = await json(home, again);
  await writeFile(join(model, "model.onnx"), "no model any more");
  const rescored = await json(home, [...again, "--rescore"]);

  expect(kept.document.counts).toEqual({ written: 3, skipped: 0, failed: 0 });
  expect(rescored.document.error.message).toContain("cannot be used");
});

test("--scores-only writes no caption; the scores are there afterwards", async () => {
  const [folder, home] = [await newFolder(), await newFolder()];
  await drawPictures(folder, 2);
  await writeFile(join(folder, "1.txt"), "by hand");

  const scored = await json(home, ["tag", folder, "--scores-only"]);
  const dry = await json(home, ["tag", folder, "--kept-scores", "--dry-run"]);

  expect(scored.document.counts).toEqual({ written: 0, skipped: 2, failed: 0 });
  expect(scored.document.images[0].tags.length).toBeGreaterThan(0);
  expect(await text(folder, "1")).toBe("by hand");
  await expect(text(folder, "2")).rejects.toMatchObject({ code: "ENOENT" });
  expect(dry.document).toMatchObject({ pictures: 2, scored: 2, counts: { created: 1, leftAlone: 1 } });
});

test("the minimum share needs the whole set: captions come at the end, in one step", async () => {
  const [folder, home] = [await newFolder(), await newFolder()];
  await drawPictures(folder, 6);

  const { document } = await json(home, ["tag", folder, "--min-share", "0.9"]);
  const captions: string[] = document.images.map(({ caption }: { caption: string }) => caption);
  const tags = new Set(captions.flatMap((caption) => caption.split(", ")).filter(Boolean));

  expect(tags.size).toBeGreaterThan(0);
  for (const tag of tags) {
    const share = captions.filter((caption) => caption.split(", ").includes(tag)).length / captions.length;
    expect(share).toBeGreaterThanOrEqual(0.9);
  }
  expect(await text(folder, "4")).toBe(captions[3]);
  const history = await json(home, ["captions", "history", folder]);
  expect(history.document.steps).toHaveLength(1);
});

test("two models: any, all, disagreements", async () => {
  const [folder, home, first] = [await newFolder(), await newFolder(), await ownModel()];
  await drawPictures(folder, 4);
  // The same weights under shifted names disagree with themselves.
  const second = await ownModel("shifted");
  const rows = (await readFile(join(first, "selected_tags.csv"), "utf8")).trim().split("\n");
  const [head = "", ...tags] = rows;
  const general = tags.filter((row) => row.split(",")[2] === "0");
  const shifted = tags.map((row) => {
    const place = general.indexOf(row);
    return place < 0 ? row : (general[(place + 1) % general.length] ?? row);
  });
  await writeFile(join(second, "selected_tags.csv"), `${[head, ...shifted].join("\n")}\n`);
  const both = ["tag", folder, "--model", first, "--model", second];
  const counted = async (join_: string): Promise<number> => {
    const { document } = await json(home, [...both, "--join", join_, "--existing", "overwrite"]);
    return document.images.flatMap(({ tags: found }: { tags: unknown[] }) => found).length;
  };

  const [union, intersection] = [await counted("union"), await counted("intersection")];
  const { document } = await json(home, [...both, "--disagreements"]);
  const alone = await json(home, ["tag", folder, "--model", first, "--existing", "overwrite"]);

  expect(union).toBeGreaterThan(alone.document.images.flatMap(({ tags: found }: { tags: unknown[] }) => found).length);
  expect(intersection).toBeLessThan(union);
  expect(document.models).toEqual(["my-tagger", "shifted"]);
  expect(document.total).toBe(4);
  for (const { probabilities } of document.images[0].tags) {
    expect(Math.max(...probabilities)).toBeGreaterThan(0.35);
    expect(Math.min(...probabilities)).toBeLessThanOrEqual(0.15);
  }
});

test("exports have kohya's shapes, never replace a file unasked, and a replaced one comes back", async () => {
  const [folder, home] = [await newFolder(), await newFolder()];
  await drawPictures(folder, 2);
  await json(home, ["tag", folder]);
  const file = (suffix: string): string => join(folder, `tags.${suffix}`);
  await writeFile(file("jsonl"), "mine");

  const refused = await json(home, ["tag", folder, "--export", file("jsonl")]);
  for (const suffix of ["json", "csv"]) await json(home, ["tag", folder, "--export", file(suffix)]);
  await json(home, ["tag", folder, "--export", file("jsonl"), "--replaceable"]);
  const [first = "", ...rest] = (await readFile(file("jsonl"), "utf8")).trim().split("\n");
  const entries = JSON.parse(await readFile(file("json"), "utf8"));
  const table = await readFile(file("csv"), "utf8");
  await atelier(home, ["captions", "undo", folder]);

  const path = join(folder, "1.png");
  const caption = await text(folder, "1");
  expect(refused.document.error.code).toBe("badArguments");
  expect(JSON.parse(first)).toEqual({ image_path: path, caption, image_size: [60, 90] });
  expect(rest).toHaveLength(1);
  expect(entries[path]).toEqual({ tags: caption, image_size: [60, 90] });
  expect(table.split("\n")[1]).toBe(`${path},"${caption}",60,90`);
  expect(await readFile(file("jsonl"), "utf8")).toBe("mine");
});

test("presets are saved, used, listed and deleted; those of the program stay", async () => {
  const [folder, home] = [await newFolder(), await newFolder()];
  await drawPictures(folder, 1);

  await json(home, ["tag", "presets", "--save", "mine", "--threshold", "0.9", "--add", "okara"]);
  const used = await json(home, ["tag", folder, "--preset", "mine"]);
  const fixed = await json(home, ["tag", "presets", "--delete", "usual"]);
  const missing = await json(home, ["tag", folder, "--preset", "none"]);
  const { document } = await json(home, ["tag", "presets", "--delete", "mine"]);

  expect(used.document.images[0].caption).toMatch(/^okara/);
  for (const { probability } of used.document.images[0].tags) expect(probability).toBeGreaterThan(0.85);
  expect(fixed.document.error.code).toBe("badArguments");
  expect(missing.document.error).toMatchObject({ code: "notFound", hint: expect.stringContaining("mine") });
  expect(document.presets.map(({ name }: { name: string }) => name)).toEqual(["usual", "strict", "outfit", "mcut"]);
});

test("other names for caption files; never a picture's", async () => {
  const [folder, home] = [await newFolder(), await newFolder()];
  await drawPictures(folder, 1);

  await json(home, ["tag", folder, "--caption-name", "[name].[extension].caption"]);
  const refused = await json(home, ["tag", folder, "--caption-name", "[name].jpg"]);

  expect(await readFile(join(folder, "1.png.caption"), "utf8")).not.toBe("");
  expect(refused.document.error.code).toBe("badArguments");
});
