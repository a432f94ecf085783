import { mkdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { expect, test } from "@jest/globals";
import { repeatsOf, scanFolder } from "../../../sidecar/dataset/scan.js";
import { temporaryFolders } from "../../support/temporary-folder.js";

const newFolder = temporaryFolders();

test("pictures come in natural order, suffixes in any letter case", async () => {
  const folder = await newFolder();
  for (const name of ["10.png", "2.JPG", "1.WebP", "notes.md", ".hidden.png"]) await writeFile(join(folder, name), "");

  const scan = await scanFolder(folder);

  expect(scan.images.map((image) => basename(image.path))).toEqual(["1.WebP", "2.JPG", "10.png"]);
});

test("kohya folders give their repeats; other subfolders are read only on request", async () => {
  const folder = await newFolder();
  for (const name of ["10_okara", "spare"]) {
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, "a.png"), "");
  }

  const plain = await scanFolder(folder);
  const recursive = await scanFolder(folder, { recursive: true });

  expect(plain.images).toEqual([{ path: join(folder, "10_okara", "a.png"), repeats: 10 }]);
  expect(recursive.images).toHaveLength(2);
  expect(repeatsOf("okara_10")).toBeNull();
});

test("a caption without its picture is an orphan", async () => {
  const folder = await newFolder();
  for (const name of ["a.png", "a.txt", "b.txt"]) await writeFile(join(folder, name), "");

  const scan = await scanFolder(folder);

  expect(scan.orphanCaptions).toEqual([join(folder, "b.txt")]);
});

test("a missing folder is named, with a hint", async () => {
  await expect(scanFolder("/nowhere/at/all")).rejects.toMatchObject({
    code: "notFound",
    hint: expect.stringContaining("spelling"),
  });
});
