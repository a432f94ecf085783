import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { openDatabase, transaction } from "../../../sidecar/store/database.js";
import { followJournal, recordChange, stepOfJob, undoLastStep } from "../../../sidecar/store/journal.js";
import { temporaryFolders } from "../../support/temporary-folder.js";

const newFolder = temporaryFolders();

async function folderWithCommittedChange(before: string | null, after: string) {
  const folder = await newFolder();
  const database = openDatabase(await newFolder());
  const path = join(folder, "a.txt");
  if (before !== null) await writeFile(path, before);
  transaction(database, () => {
    recordChange(database, stepOfJob(database, 1, { folder, name: "Tag pictures" }), { path, before, after });
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

  await undoLastStep(changed.database, changed.folder);
  await undoLastStep(made.database, made.folder);

  expect(await readFile(changed.path, "utf8")).toBe("old");
  await expect(readFile(made.path)).rejects.toMatchObject({ code: "ENOENT" });
  await expect(undoLastStep(made.database, made.folder)).rejects.toMatchObject({ code: "notFound" });
});

test("a rolled-back transaction leaves nothing to follow", async () => {
  const folder = await newFolder();
  const database = openDatabase(await newFolder());

  const failing = () =>
    transaction(database, () => {
      recordChange(database, stepOfJob(database, 1, { folder, name: "Tag" }), {
        path: join(folder, "a.txt"),
        before: null,
        after: "x",
      });
      throw new Error("stop");
    });

  expect(failing).toThrow("stop");
  expect(await followJournal(database)).toEqual({ written: [], conflicts: [] });
});
