import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { type CutoutItem, parseCutoutOptions } from "../../../../sidecar/dataset/cutout/cutout-options.js";
import { newSetLedger } from "../../../../sidecar/dataset/new-set/new-set-ledger.js";
import { removeUnrecorded } from "../../../../sidecar/dataset/new-set/staging.js";
import { createJob } from "../../../../sidecar/host/jobs/job-store.js";
import { interruptedSteps } from "../../../../sidecar/store/conflicts.js";
import { type Database, openDatabase, transaction } from "../../../../sidecar/store/database.js";
import { history } from "../../../../sidecar/store/history.js";
import { followJournal } from "../../../../sidecar/store/journal.js";
import { moveFiles } from "../../../../sidecar/store/move-files.js";
import { redo, undo } from "../../../../sidecar/store/undo.js";
import { dyingFiles, filesAcross } from "../../../support/dying-files.js";
import { temporaryFolders } from "../../../support/temporary-folder.js";
import { treeOf } from "../../../support/tree.js";

const newFolder = temporaryFolders();

type Tree = Record<string, string>;

/** A set of two pictures, one with a caption, of which an earlier cut-out of the first is to be replaced. */
async function madeSet() {
  const [parent, state] = [await newFolder(), await newFolder()];
  const [folder, output, staging] = [join(parent, "set"), join(parent, "new"), join(state, "cutouts")];
  for (const made of [folder, output, staging]) await mkdir(made);
  await writeFile(join(folder, "1.png"), "original 1");
  await writeFile(join(folder, "1.txt"), "caption");
  await writeFile(join(folder, "2.png"), "original 2");
  await writeFile(join(output, "1.png"), "earlier 1");
  for (const name of ["n1", "n2", "m2"]) await writeFile(join(staging, name), `fresh ${name}`);
  const items: CutoutItem[] = [
    {
      picture: join(folder, "1.png"),
      target: join(output, "1.png"),
      mask: null,
      caption: { from: join(folder, "1.txt"), to: join(output, "1.txt") },
      staged: "n1",
      stagedMask: "m1",
      replaced: [{ path: join(output, "1.png"), to: "old1" }],
    },
    {
      picture: join(folder, "2.png"),
      target: join(output, "deep", "2.png"),
      mask: join(parent, "masks", "2.png"),
      caption: null,
      staged: "n2",
      stagedMask: "m2",
      replaced: [],
    },
  ];
  return { parent, state, folder, output, staging, items };
}

const after: Tree = {
  "set/1.png": "original 1",
  "set/1.txt": "caption",
  "set/2.png": "original 2",
  "new/1.png": "fresh n1",
  "new/1.txt": "caption",
  "new/deep/2.png": "fresh n2",
  "masks/2.png": "fresh m2",
};
const before: Tree = {
  "set/1.png": "original 1",
  "set/1.txt": "caption",
  "set/2.png": "original 2",
  "new/1.png": "earlier 1",
};

type MadeSet = Awaited<ReturnType<typeof madeSet>>;

function begin(database: Database, { folder, staging, items }: MadeSet) {
  const options = parseCutoutOptions({ folder, model: "x" });
  const job = createJob(
    database,
    "cutout",
    options,
    items.map((item) => ({ item })),
  );
  const ledger = newSetLedger({ folder: options.folder, name: "Remove backgrounds" }, { database, job, staging });
  return (item: CutoutItem): void =>
    transaction(database, () => void ledger.commit(item, { width: 1, height: 1, doubt: 0, reasons: [] }));
}

function record(database: Database, set: MadeSet): void {
  const commit = begin(database, set);
  for (const item of set.items) commit(item);
}

test("taken back while it runs, what is made afterwards is a step of its own", async () => {
  const set = await madeSet();
  const database = openDatabase(set.state);
  const commit = begin(database, set);
  const [first, second] = set.items;
  if (!first || !second) throw new Error("the set has two pictures");
  commit(first);
  await followJournal(database);
  await undo(database, set.folder);
  commit(second);
  await followJournal(database);

  expect(await treeOf(set.parent)).toEqual({ ...before, "new/deep/2.png": "fresh n2", "masks/2.png": "fresh m2" });
  await undo(database, set.folder);
  expect(await treeOf(set.parent)).toEqual(before);
});

test("made, undone and done again it is whole each time, in one step of the folder", async () => {
  const set = await madeSet();
  const database = openDatabase(set.state);
  record(database, set);

  const { conflicts } = await followJournal(database);

  expect(conflicts).toEqual([]);
  expect(await treeOf(set.parent)).toEqual(after);
  expect(history(database, set.folder)).toHaveLength(1);
  await undo(database, set.folder);
  expect(await treeOf(set.parent)).toEqual(before);
  expect(await readdir(set.parent)).not.toContain("masks");
  await redo(database, set.folder);
  expect(await treeOf(set.parent)).toEqual(after);
});

test("undo leaves a cut-out that was painted on since", async () => {
  const set = await madeSet();
  const database = openDatabase(set.state);
  record(database, set);
  await followJournal(database);
  const painted = join(set.output, "deep", "2.png");
  await writeFile(painted, "painted on");

  const { conflicts } = await undo(database, set.folder);

  expect(conflicts).toMatchObject([{ path: painted, code: "changedElsewhere" }]);
  expect(await treeOf(set.parent)).toEqual({ ...before, "new/deep/2.png": "painted on" });
});

test("what was never recorded is removed at the next start, what history may need stays", async () => {
  const set = await madeSet();
  const database = openDatabase(set.state);
  record(database, set);
  await followJournal(database);
  await undo(database, set.folder);
  await writeFile(join(set.staging, "left.png"), "half a pict");

  // What a video left that was being taken apart.
  await mkdir(join(set.staging, "frames-1"));
  await writeFile(join(set.staging, "frames-1", "1.png"), "a frame");
  await removeUnrecorded(database, set.state);

  expect((await readdir(set.staging)).sort()).toEqual(["m2", "n1", "n2"]);
  await redo(database, set.folder);
  expect(await treeOf(set.parent)).toEqual(after);
});

test.each([
  { across: false, done: false },
  { across: false, done: true },
  { across: true, done: false },
  { across: true, done: true },
])(
  "killed at any operation, forward or back: originals have all their bytes, and it goes on at the next start (%o)",
  async (how) => {
    let isDead = true;
    const real = how.across ? filesAcross() : moveFiles;
    for (let stop = 1; isDead; stop += 1) {
      const set = await madeSet();
      const first = openDatabase(set.state);
      record(first, set);
      const forward = dyingFiles(stop, first, how);
      await followJournal(first, forward.files).catch(() => {});
      if (!forward.isDead()) first.close();
      expect([stop, await treeOf(set.parent)]).toMatchObject([
        stop,
        { "set/1.png": "original 1", "set/1.txt": "caption", "set/2.png": "original 2" },
      ]);

      const second = openDatabase(set.state);
      if (forward.isDead())
        expect([stop, interruptedSteps(second).map(({ undone }) => undone)]).toEqual([stop, [false]]);
      const report = await followJournal(second, real);
      expect([stop, report.conflicts, await treeOf(set.parent)]).toEqual([stop, [], after]);

      second.exec("UPDATE change_step SET undone = 1");
      second.exec("UPDATE file_change SET target = 'before'");
      second.exec("UPDATE file_move SET target = 'before'");
      const back = dyingFiles(stop, second, how);
      await followJournal(second, back.files).catch(() => {});
      if (!back.isDead()) second.close();

      const third = openDatabase(set.state);
      await followJournal(third, real);
      expect([stop, await treeOf(set.parent)]).toEqual([stop, before]);
      third.close();
      await rm(set.parent, { recursive: true });
      isDead = forward.isDead() || back.isDead();
    }
  },
  120_000,
);
