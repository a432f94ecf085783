import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { exposedRoots, localRoots } from "../../../sidecar/host/roots.js";
import { changeNews } from "../../../sidecar/server/change-news.js";
import { temporaryFolders } from "../../support/temporary-folder.js";

const newFolder = temporaryFolders();
const page = { client: {}, name: "page" };

test("others are told of a change with its folders and a rising number; looking and trying are no changes", async () => {
  const folder = await newFolder();
  const news = changeNews();
  const heard: unknown[] = [];
  news.listen(localRoots(), (change, client) => heard.push({ ...change, own: client === page.client }));

  await news.tell({ method: "captions/list", params: { folder } }, page);
  await news.tell({ method: "captions/edit", params: { folder, edits: [], dryRun: true } }, page);
  await news.tell({ method: "training/queue", params: {} }, page);
  await news.tell({ method: "captions/edit", params: { folder, edits: [] } }, page);
  await news.tell({ method: "training/queue", params: { paused: true } }, { name: "script" });

  expect(heard).toEqual([
    { room: "captions", folders: [folder], revision: 1, who: "page", own: true },
    { room: "training", folders: [], revision: 2, who: "script", own: false },
  ]);
});

test("a visitor is told of changes inside the roots and of no others", async () => {
  const base = await newFolder();
  const [root, other] = [join(base, "root"), join(base, "other")];
  for (const folder of [root, other]) await mkdir(folder);
  const news = changeNews();
  const heard: string[][] = [];
  const told = new Promise<void>((resolve) => {
    news.listen(exposedRoots([root]), ({ folders }) => {
      heard.push(folders);
      if (folders[0] === root) resolve();
    });
  });

  await news.tell({ method: "captions/edit", params: { folder: other, edits: [] } }, page);
  await news.tell({ method: "captions/move", params: { folder: root, to: other } }, page);
  await news.tell({ method: "planning/remove", params: { id: 1 } }, page);
  await news.tell({ method: "captions/edit", params: { folder: root, edits: [] } }, page);
  await told;

  expect(heard).toEqual([[root]]);
});
