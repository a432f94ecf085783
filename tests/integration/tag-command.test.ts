import { copyFile, readdir, readFile, stat, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { atelier } from "../support/command.js";
import { drawPictures } from "../support/pictures.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();

test("every readable picture gets a caption; a truncated one is reported and stops nothing", async () => {
  const [folder, home] = [await newFolder(), await newFolder()];
  await drawPictures(folder, 4);
  const broken = join(folder, "2.png");
  await truncate(broken, (await stat(broken)).size - 30);

  const { code, stdout } = await atelier(home, ["tag", folder, "--json"]);

  const report = JSON.parse(stdout);
  expect(code).toBe(3);
  expect(report.counts).toEqual({ written: 3, skipped: 0, failed: 1 });
  expect(report.images[1]).toMatchObject({ path: broken, status: "failed", error: { code: "unreadableImage" } });
  expect(await readFile(join(folder, "1.txt"), "utf8")).toBe(report.images[0].caption);
  expect(report.images[0].caption.length).toBeGreaterThan(0);
});

test("existing captions are skipped unless asked; overwriting can be undone", async () => {
  const [folder, home] = [await newFolder(), await newFolder()];
  await drawPictures(folder, 2);
  await writeFile(join(folder, "1.txt"), "by hand");

  const skipped = await atelier(home, ["tag", folder, "--json"]);
  const kept = await readFile(join(folder, "1.txt"), "utf8");
  const overwritten = await atelier(home, ["tag", folder, "--json", "--existing", "overwrite"]);
  const replaced = await readFile(join(folder, "1.txt"), "utf8");
  const undone = await atelier(home, ["captions", "undo", folder, "--json"]);

  expect(JSON.parse(skipped.stdout).counts).toEqual({ written: 1, skipped: 1, failed: 0 });
  expect(kept).toBe("by hand");
  expect(JSON.parse(overwritten.stdout).counts.written).toBe(2);
  expect(replaced).not.toBe("by hand");
  expect(undone.code).toBe(0);
  expect(await readFile(join(folder, "1.txt"), "utf8")).toBe("by hand");
});

test("append keeps what is there and adds each tag once; --output leaves the pictures' folder alone", async () => {
  const [folder, home, output] = [await newFolder(), await newFolder(), await newFolder()];
  await drawPictures(folder, 1);
  await writeFile(join(folder, "1.txt"), "okara");

  await atelier(home, ["tag", folder, "--existing", "append"]);
  const appended = await readFile(join(folder, "1.txt"), "utf8");
  await atelier(home, ["tag", folder, "--existing", "append"]);
  await atelier(home, ["tag", folder, "--output", output]);

  expect(appended).toMatch(/^okara, ./);
  expect(await readFile(join(folder, "1.txt"), "utf8")).toBe(appended);
  expect(await readdir(output)).toEqual(["1.txt"]);
});

test("bad arguments say what was expected and exit with 2", async () => {
  const home = await newFolder();

  const results = [
    await atelier(home, ["tag"]),
    await atelier(home, ["tag", home, "--threshold", "1.5"]),
    await atelier(home, ["tag", home, "--existing", "merge"]),
    await atelier(home, ["frobnicate"]),
  ];

  expect(results.map(({ code }) => code)).toEqual([2, 2, 2, 2]);
  expect(results[1]?.stderr).toContain('from 0 to 1; found "1.5"');
});

test("a model folder without its files is named, with what to give", async () => {
  const [folder, home] = [await newFolder(), await newFolder()];
  await drawPictures(folder, 1);

  const { code, stdout } = await atelier(home, ["tag", folder, "--model", home, "--json"]);

  expect(code).toBe(1);
  expect(JSON.parse(stdout).error).toMatchObject({
    code: "modelMissing",
    hint: expect.stringContaining("selected_tags.csv"),
  });
});

test("two pictures of one name: the first keeps the caption, the second is reported, the rest is tagged", async () => {
  const [folder, home] = [await newFolder(), await newFolder()];
  await drawPictures(folder, 2);
  await copyFile(join(folder, "1.png"), join(folder, "1.webp"));

  const { code, stdout } = await atelier(home, ["tag", folder, "--json"]);

  const { counts, images } = JSON.parse(stdout);
  expect(code).toBe(3);
  expect(counts).toEqual({ written: 2, skipped: 0, failed: 1 });
  expect(images[1]).toMatchObject({
    path: join(folder, "1.webp"),
    error: { message: expect.stringContaining("same name") },
  });
});
