import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { atelier } from "../support/command.js";
import { temporaryFolders } from "../support/temporary-folder.js";
import { treeOf as tree } from "../support/tree.js";

const newFolder = temporaryFolders();

test("a folder is renamed serially as shown, loses nothing, and is undone", async () => {
  const [home, folder] = [await newFolder(), await newFolder()];
  await mkdir(join(folder, "10_おから"));
  const names = [
    "2.png",
    "10.png",
    "10.txt",
    "0001.png",
    "0001.txt",
    "髪.jpg",
    "0002.jpg",
    "10_おから/x.webp",
    "10_おから/x.txt",
  ];
  for (const name of names) await writeFile(join(folder, name), `content of ${name}`);
  const before = await tree(folder);
  const run = async (...rest: string[]) => {
    const { code, stdout } = await atelier(home, ["dataset", ...rest, "--json"]);
    return { code, document: JSON.parse(stdout) };
  };

  const dry = await run("rename", folder, "--dry-run");
  const untouched = await tree(folder);
  const done = await run("rename", folder);
  const after = await tree(folder);
  const undone = await run("undo", folder);

  expect(untouched).toEqual(before);
  expect(dry.document).toMatchObject({ step: null, renamed: done.document.renamed, problems: [] });
  expect([done.code, undone.code]).toEqual([0, 0]);
  expect(Object.values(after).sort()).toEqual(Object.values(before).sort());
  expect(after).toMatchObject({
    "0001.png": "content of 0001.png",
    "0001.txt": "content of 0001.txt",
    "0002.jpg": "content of 0002.jpg",
    "0003.png": "content of 2.png",
    "0004.png": "content of 10.png",
    "0004.txt": "content of 10.txt",
    "0005.jpg": "content of 髪.jpg",
    "10_おから/0001.webp": "content of 10_おから/x.webp",
    "10_おから/0001.txt": "content of 10_おから/x.txt",
  });
  expect(await tree(folder)).toEqual(before);
});
