import { copyFile, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { atelier } from "../support/command.js";
import { drawPictures } from "../support/pictures.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();

async function captioned(texts: (string | null)[]): Promise<{ folder: string; home: string }> {
  const [folder, home] = [await newFolder(), await newFolder()];
  await drawPictures(folder, texts.length);
  for (const [index, text] of texts.entries()) {
    if (text !== null) await writeFile(join(folder, `${index + 1}.txt`), text);
  }
  return { folder, home };
}

const text = (folder: string, name: string): Promise<string> => readFile(join(folder, `${name}.txt`), "utf8");

async function captions(home: string, argumentList: string[]) {
  const { code, stdout, stderr } = await atelier(home, ["captions", ...argumentList, "--json"]);
  return { code, stderr, document: stdout === "" ? null : JSON.parse(stdout) };
}

test("what a dry run shows is what is then done, as one step, and undone byte for byte", async () => {
  const before = ["1girl, skirt, smile", "1girl,red_skirt\r\n", "\uFEFFsmile, solo\n", null];
  const { folder, home } = await captioned(before);
  const remove = ["remove", folder, "--tags", "*skirt"];

  const dry = await captions(home, [...remove, "--dry-run"]);
  const untouched = await text(folder, "1");
  const done = await captions(home, remove);

  expect(untouched).toBe(before[0]);
  expect(done.code).toBe(0);
  expect(done.document.changed).toEqual([
    { path: join(folder, "1.png"), before: "1girl, skirt, smile", after: "1girl, smile" },
    { path: join(folder, "2.png"), before: "1girl,red_skirt\r\n", after: "1girl\r\n" },
  ]);
  expect(dry.document).toMatchObject({ step: null, changed: done.document.changed, digest: done.document.digest });
  expect(done.document.unchanged).toBe(2);
  expect(await text(folder, "2")).toBe("1girl\r\n");

  await captions(home, ["trigger", folder, "--word", "okara"]);
  expect(await text(folder, "3")).toBe("\uFEFFokara, smile, solo\n");
  expect(await text(folder, "4")).toBe("okara");
  await captions(home, ["undo", folder, "--step", String(done.document.step)]);
  expect(await Promise.all(["1", "2", "3"].map((name) => text(folder, name)))).toEqual(before.slice(0, 3));
  await expect(text(folder, "4")).rejects.toMatchObject({ code: "ENOENT" });
  await captions(home, ["redo", folder]);
  expect(await text(folder, "1")).toBe("1girl, smile");
});

test("an edit means what the filter shows, and a wrong filter is refused with its place", async () => {
  const { folder, home } = await captioned(["a, smile", "b", "c, smile", null]);
  await copyFile(join(folder, "1.png"), join(folder, "9.png"));

  const smiling = await captions(home, ["add", folder, "--tags", "happy", "--at", "first", "--filter", "smile -c"]);
  const untagged = await captions(home, ["list", folder, "--filter", "untagged"]);
  const duplicates = await captions(home, ["list", folder, "--filter", "duplicate:yes"]);
  const sized = await captions(home, ["list", folder, "--filter", "size:60x90 tags:>=2"]);
  const wrong = await atelier(home, ["captions", "list", folder, "--filter", "(smile"]);

  expect(smiling.document).toMatchObject({ matched: 1, captions: 1 });
  expect(await text(folder, "1")).toBe("happy, a, smile");
  expect(untagged.document.rows.map(({ name }: { name: string }) => name)).toEqual(["4.png", "9.png"]);
  expect(duplicates.document.rows.map(({ name }: { name: string }) => name)).toEqual(["1.png", "9.png"]);
  expect(sized.document.rows.map(({ name }: { name: string }) => name)).toEqual(["1.png", "3.png"]);
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toMatch(/Character 7 of the filter: expected "\)"; found the end/);
});

test("the prune assistant and the doubts are commands too", async () => {
  const { folder, home } = await captioned(
    Array.from({ length: 10 }, (_, index) => `okara, 1girl, blonde hair, skirt${index === 3 ? "" : ", smile"}`),
  );

  const doubts = await captions(home, ["doubts", folder]);
  const pruned = await captions(home, ["prune", folder, "--concept", "character", "--trigger", "okara"]);

  expect(doubts.document.doubts).toMatchObject([{ name: "4.png", tag: "smile", kind: "nearlyAll", present: false }]);
  expect(pruned.document.captions).toBe(10);
  expect(pruned.stderr).toMatch(/skirt: clothing on 10 of 10/);
  expect(await text(folder, "4")).toBe("okara, 1girl, blonde hair");
});

test("a file that somebody else changed stays, is told of, and can be settled either way", async () => {
  const { folder, home } = await captioned(["a, b", "a, c"]);
  await captions(home, ["remove", folder, "--tags", "a"]);
  await writeFile(join(folder, "1.txt"), "b, theirs");

  const undone = await captions(home, ["undo", folder]);
  const conflict = await captions(home, ["conflicts", folder]);
  const merged = await captions(home, ["conflicts", folder, "--keep", "merged"]);

  expect(undone.code).toBe(3);
  expect(conflict.document.conflicts).toEqual([
    { path: join(folder, "1.txt"), mine: "a, b", theirs: "b, theirs", merged: "b, theirs, a" },
  ]);
  expect(merged.document).toMatchObject({ resolved: 1, problems: [] });
  expect(await text(folder, "1")).toBe("b, theirs, a");
  expect(await text(folder, "2")).toBe("a, c");
  expect((await captions(home, ["conflicts", folder])).document.conflicts).toEqual([]);
});

test("captions from names, statistics, and arguments that are missing", async () => {
  const { folder, home } = await captioned([null, null]);
  await copyFile(join(folder, "1.png"), join(folder, "red_hair-smile 03.png"));
  await rm(join(folder, "1.png"));

  const named = await captions(home, ["from-names", folder]);
  const stats = await captions(home, ["stats", folder]);

  expect(named.document.changed).toEqual([
    { path: join(folder, "red_hair-smile 03.png"), before: null, after: "red, hair, smile" },
  ]);
  expect(stats.document).toMatchObject({ pictures: 2, captions: 1, untagged: 1, different: 3 });
  expect((await atelier(home, ["captions", "add", folder])).code).toBe(2);
  expect((await atelier(home, ["captions", "explode", folder])).code).toBe(2);
  expect((await atelier(home, ["captions", "replace", folder, "--find", "(", "--regex"])).code).toBe(2);
});

test("captions that are not saved wait, are read by everything here, and follow when asked; a named state comes back", async () => {
  const { folder, home } = await captioned(["okara, skirt", "okara"]);

  const drafted = await captions(home, ["remove", folder, "--tags", "skirt", "--no-save"]);
  const waiting = await text(folder, "1");
  const listed = await captions(home, ["list", folder, "--filter", "skirt"]);
  const point = await captions(home, ["point", folder, "--name", "no skirt"]);
  const saved = await captions(home, ["save", folder]);
  const written = await text(folder, "1");
  await captions(home, ["add", folder, "--tags", "smile"]);
  const back = await captions(home, ["return", folder, "--step", String(point.document.step)]);
  const history = await captions(home, ["history", folder]);
  const wrong = await captions(home, ["return", folder, "--step", "999"]);

  expect([drafted.code, drafted.document.captions, waiting]).toEqual([0, 1, "okara, skirt"]);
  expect(listed.document.matched).toBe(0);
  expect([saved.document.files, written]).toEqual([1, "okara"]);
  expect(back.document.steps).toMatchObject([{ name: "Add: smile", undone: true }]);
  expect(await text(folder, "2")).toBe("okara");
  expect(history.document).toMatchObject({ undo: drafted.document.step, redo: back.document.steps[0].step });
  expect(history.document.steps).toContainEqual(
    expect.objectContaining({ name: "no skirt", point: true, files: 0, undone: false }),
  );
  expect([wrong.code, wrong.document]).toMatchObject([expect.any(Number), { error: { code: "notFound" } }]);
});
