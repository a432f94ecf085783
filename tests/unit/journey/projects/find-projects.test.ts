import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import { followFolders } from "../../../../sidecar/journey/projects/follow-folder.js";
import { lookAtProject, lookAtSet } from "../../../../sidecar/journey/projects/look-at-set.js";
import { allProjects, findProjects, projectOf, storyOf } from "../../../../sidecar/journey/projects/project-store.js";
import { type Database, openDatabase, transaction } from "../../../../sidecar/store/database.js";
import { digestFile, fileContents, fileStamp } from "../../../../sidecar/store/file-content.js";
import { history } from "../../../../sidecar/store/history.js";
import { followJournal, recordChanges } from "../../../../sidecar/store/journal.js";
import { moveAsStep } from "../../../../sidecar/store/move-step.js";
import { rememberFolder } from "../../../../sidecar/store/recent-folders.js";
import { newStep } from "../../../../sidecar/store/steps.js";
import { undo } from "../../../../sidecar/store/undo.js";
import { drawPictures } from "../../../support/pictures.js";
import { temporaryFolders } from "../../../support/temporary-folder.js";

const newFolder = temporaryFolders();
const open: Database[] = [];
afterEach(() => {
  for (const database of open.splice(0)) database.close();
});

async function state() {
  const database = openDatabase(await newFolder());
  open.push(database);
  return database;
}

async function caption(database: Database, folder: string, text: string): Promise<void> {
  transaction(database, () => {
    const step = newStep(database, { folder, name: "Tag pictures" });
    recordChanges(database, step, [{ path: join(folder, "1.txt"), before: null, after: text }]);
  });
  await followJournal(database);
}

test("a folder is one project, with the `10_okara` in it, the folder above, and what was arranged out of it", async () => {
  const [database, work] = [await state(), await newFolder()];
  const [set, other] = [join(work, "okara"), join(work, "other")];
  await mkdir(set);
  await mkdir(other);
  await drawPictures(set, 2);
  const arranged = join(work, "okara-training", "10_okara");
  await moveAsStep(database, {
    folder: set,
    name: "Arrange for training",
    moves: [],
    copies: [{ from: join(set, "1.png"), to: join(arranged, "1.png") }],
  });

  const own = projectOf(database, set);
  expect(projectOf(database, arranged).id).toBe(own.id);
  expect(projectOf(database, join(work, "okara-training")).id).toBe(own.id);
  expect(projectOf(database, other).id).not.toBe(own.id);
  const kohya = projectOf(database, join(other, "5_miku"));
  expect(kohya.folder).toBe(other);
  expect(projectOf(database, join(work, "deep", "3_a")).id).toBe(projectOf(database, join(work, "deep")).id);
  expect(storyOf(database, own).folders).toEqual([set, join(work, "okara-training"), arranged].sort());
});

test("folders that were worked on before there were projects are found, with their steps", async () => {
  const [database, worked, seen] = [await state(), await newFolder(), await newFolder()];
  await drawPictures(worked, 1);
  await caption(database, worked, "okara");
  rememberFolder(database, seen);
  expect(allProjects(database)).toEqual([]);

  findProjects(database);
  findProjects(database);
  const [first, second, ...more] = allProjects(database);
  if (!first || !second) throw new Error("two projects are expected");
  expect([first.folder, second.folder, more]).toEqual([worked, seen, []]);
  const story = storyOf(database, first);
  expect(story.steps).toMatchObject([{ name: "Tag pictures", folder: worked, files: 1, undone: false }]);
  expect(storyOf(database, second).opened).toBeGreaterThan(0);
  expect(await lookAtSet(worked)).toMatchObject({ pictures: 1, captions: 1, folders: [{ name: "", pictures: 1 }] });
});

test("captions beside the copies that a set was arranged into are the set's", async () => {
  const [database, set, training] = [await state(), await newFolder(), await newFolder()];
  await drawPictures(set, 2);
  await drawPictures(training, 2);
  await caption(database, training, "okara");

  expect(await lookAtProject(set, [set])).toMatchObject({ folder: set, pictures: 2, captions: 0 });
  const seen = await lookAtSet(training);
  expect(await lookAtProject(set, [set, training, join(set, "gone")])).toMatchObject({ captions: seen?.captions });
  expect(seen?.captions).toBeGreaterThan(0);
});

test("a folder that somebody moved is followed by its pictures, and its steps can still be undone there", async () => {
  const [database, work] = [await state(), await newFolder()];
  const [before, after] = [join(work, "before"), join(work, "after")];
  await mkdir(before);
  await drawPictures(before, 4);
  const contents = fileContents(database);
  for (const number of [1, 2, 3, 4]) {
    const path = join(before, `${number}.png`);
    const stamp = fileStamp(path);
    if (stamp) contents.remember(path, stamp, await digestFile(path));
  }
  await caption(database, before, "okara");
  const { id } = projectOf(database, before);

  await rename(before, after);
  await followFolders(database);
  expect(projectOf(database, before).folder).toBe(before);
  rememberFolder(database, after);
  findProjects(database);
  await followFolders(database);

  expect(allProjects(database)).toMatchObject([{ id, folder: after }]);
  expect(projectOf(database, after).id).toBe(id);
  const [step] = history(database, after);
  expect(step).toMatchObject({ name: "Tag pictures", undone: false });
  await undo(database, after);
  expect(await lookAtSet(after)).toMatchObject({ pictures: 4, captions: 0 });
});

test("a folder with other pictures does not take the place of one that is gone", async () => {
  const [database, work] = [await state(), await newFolder()];
  const [gone, other] = [join(work, "gone"), join(work, "other")];
  await mkdir(other);
  await drawPictures(other, 4);
  await writeFile(join(other, "1.txt"), "mine");
  projectOf(database, gone);
  projectOf(database, other);

  await followFolders(database);
  expect(allProjects(database).map(({ folder }) => folder)).toEqual([gone, other]);
});
