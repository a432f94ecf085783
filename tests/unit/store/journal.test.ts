import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { openDatabase, transaction } from "../../../sidecar/store/database.js";
import { history } from "../../../sidecar/store/history.js";
import { followJournal, recordChanges } from "../../../sidecar/store/journal.js";
import { stepOfJob } from "../../../sidecar/store/steps.js";
import { redo, save, undo } from "../../../sidecar/store/undo.js";
import { temporaryFolders } from "../../support/temporary-folder.js";

const newFolder = temporaryFolders();

async function folderWithCommittedChange(before: string | null, after: string) {
  const folder = await newFolder();
  const database = openDatabase(await newFolder());
  const path = join(folder, "a.txt");
  if (before !== null) await writeFile(path, before);
  transaction(database, () => {
    recordChanges(database, stepOfJob(database, 1, { folder, name: "Tag pictures" }), [{ path, before, after }]);
  });
  return { folder, database, path };
}

test("a committed change reaches the file when the journal is followed, once", async () => {
  const { database, path } = await folderWithCommittedChange("old", "new");

  const first = await followJournal(database);
  const second = await followJournal(database);

  expect(await readFile(path, "utf8")).toBe("new");
  expect(first.written).toEqual([path]);
  expect(second.written).toEqual([]);
});

test("a file that another program changed is left alone and reported", async () => {
  const { database, path } = await folderWithCommittedChange("old", "new");
  await writeFile(path, "by hand");

  const report = await followJournal(database);

  expect(await readFile(path, "utf8")).toBe("by hand");
  expect(report.conflicts.map((conflict) => conflict.path)).toEqual([path]);
});

test("undo brings the text before back, and removes a file that was not there", async () => {
  const changed = await folderWithCommittedChange("old", "new");
  const made = await folderWithCommittedChange(null, "new");
  await followJournal(changed.database);
  await followJournal(made.database);

  await undo(changed.database, changed.folder);
  await undo(made.database, made.folder);

  expect(await readFile(changed.path, "utf8")).toBe("old");
  await expect(readFile(made.path)).rejects.toMatchObject({ code: "ENOENT" });
  await expect(undo(made.database, made.folder)).rejects.toMatchObject({ code: "notFound" });
});

test("a rolled-back transaction leaves nothing to follow", async () => {
  const folder = await newFolder();
  const database = openDatabase(await newFolder());

  const failing = () =>
    transaction(database, () => {
      recordChanges(database, stepOfJob(database, 1, { folder, name: "Tag" }), [
        { path: join(folder, "a.txt"), before: null, after: "x" },
      ]);
      throw new Error("stop");
    });

  expect(failing).toThrow("stop");
  expect(await followJournal(database)).toEqual({ written: [], conflicts: [] });
});

test("an older step takes the later ones back with it, and redo brings them again one by one", async () => {
  const folder = await newFolder();
  const database = openDatabase(await newFolder());
  const path = join(folder, "a.txt");
  const texts = [null, "one", "two", "three"];
  for (const [job, before] of texts.slice(0, -1).entries()) {
    transaction(database, () => {
      const step = stepOfJob(database, job + 1, { folder, name: `step ${job + 1}` });
      recordChanges(database, step, [{ path, before, after: texts[job + 1] ?? null }]);
    });
  }
  await followJournal(database);
  const [, second] = history(database, folder);

  const undone = await undo(database, folder, second?.step);
  const afterUndo = await readFile(path, "utf8");
  const again = await redo(database, folder);
  const afterRedo = await readFile(path, "utf8");
  await undo(database, folder);

  expect(undone.steps.map(({ name }) => name)).toEqual(["step 3", "step 2"]);
  expect(afterUndo).toBe("one");
  expect(again.steps.map(({ name }) => name)).toEqual(["step 2"]);
  expect(afterRedo).toBe("two");
  expect(await readFile(path, "utf8")).toBe("one");
});

test("after a new change there is nothing to do again", async () => {
  const { folder, database, path } = await folderWithCommittedChange("old", "new");
  await followJournal(database);
  await undo(database, folder);
  transaction(database, () => {
    recordChanges(database, stepOfJob(database, 2, { folder, name: "other" }), [
      { path, before: "old", after: "other" },
    ]);
  });
  await followJournal(database);

  await expect(redo(database, folder)).rejects.toMatchObject({ code: "notFound" });
  expect(await readFile(path, "utf8")).toBe("other");
});

test("redo brings what was taken back last, not what an earlier change had replaced", async () => {
  const { folder, database, path } = await folderWithCommittedChange("old", "new");
  const edit = (job: number, before: string, after: string) =>
    transaction(database, () => {
      recordChanges(database, stepOfJob(database, job, { folder, name: `to ${after}` }), [{ path, before, after }]);
    });
  edit(2, "new", "left");
  await undo(database, folder);
  edit(3, "new", "kept");
  await undo(database, folder);

  const again = await redo(database, folder);

  expect(again.steps.map(({ name }) => name)).toEqual(["to kept"]);
  expect(again.conflicts).toEqual([]);
  expect(await readFile(path, "utf8")).toBe("kept");
});

test("a step that was taken back before its file had followed leaves no conflict", async () => {
  const { folder, database, path } = await folderWithCommittedChange("old", "new");
  transaction(database, () => {
    recordChanges(database, stepOfJob(database, 2, { folder, name: "other" }), [
      { path, before: "new", after: "other" },
    ]);
  });

  const undone = await undo(database, folder);

  expect(undone.conflicts).toEqual([]);
  expect(await readFile(path, "utf8")).toBe("new");
});

test("what is held back reaches its file when it is saved, or with the next change that is not", async () => {
  const { folder, database, path } = await folderWithCommittedChange("old", "new");
  await followJournal(database);
  const edit = (job: number, before: string, after: string, held: boolean) =>
    transaction(database, () => {
      recordChanges(database, stepOfJob(database, job, { folder, name: after }), [{ path, before, after }], { held });
    });
  edit(2, "new", "draft", true);
  await followJournal(database);
  const held = await readFile(path, "utf8");
  const saved = await save(database, folder);
  const written = await readFile(path, "utf8");
  edit(3, "draft", "second draft", true);
  edit(4, "second draft", "final", false);
  await followJournal(database);

  expect(held).toBe("new");
  expect(saved).toMatchObject({ files: 1, written: [path], conflicts: [] });
  expect(written).toBe("draft");
  expect(await readFile(path, "utf8")).toBe("final");
  expect(await save(database, folder)).toMatchObject({ files: 0 });
});
