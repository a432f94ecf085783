import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Database, openDatabase, transaction } from "../../../sidecar/store/database.js";
import { type FileMove, recordCopies, recordMoves } from "../../../sidecar/store/file-moves.js";
import { history } from "../../../sidecar/store/history.js";
import { followJournal, recordChanges } from "../../../sidecar/store/journal.js";
import { moveFiles } from "../../../sidecar/store/move-files.js";
import { newStep } from "../../../sidecar/store/steps.js";
import { redo, undo } from "../../../sidecar/store/undo.js";
import { dyingFiles, filesAcross } from "../../support/dying-files.js";
import { temporaryFolders } from "../../support/temporary-folder.js";

const newFolder = temporaryFolders();

type Tree = Record<string, string>;

/** What a folder holds, by relative path; a folder is written "/". */
async function treeOf(folder: string): Promise<Tree> {
  const tree: Tree = {};
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    tree[relative(folder, path)] = entry.isDirectory() ? "/" : await readFile(path, "utf8");
  }
  return tree;
}

async function folderOf(files: Tree) {
  const folder = await newFolder();
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return { folder, state: await newFolder() };
}

interface Work {
  moves?: [string, string][];
  copies?: [string, string][];
  texts?: [string, string, string][];
}

function commit(database: Database, folder: string, { moves = [], copies = [], texts = [] }: Work): void {
  const absolute = ([from, to]: [string, string]): FileMove => ({ from: join(folder, from), to: join(folder, to) });
  transaction(database, () => {
    const step = newStep(database, { folder, name: "Move" });
    recordMoves(database, step, moves.map(absolute));
    recordCopies(database, step, copies.map(absolute));
    recordChanges(
      database,
      step,
      texts.map(([path, before, after]) => ({ path: join(folder, path), before, after })),
    );
  });
}

const everyKind: { files: Tree; work: Work; after: Tree } = {
  files: { a: "A", b: "B", c: "C", "case.png": "case", "1.txt": "one", keep: "keep" },
  work: {
    moves: [
      ["a", "b"],
      ["b", "c"],
      ["c", "a"],
      ["case.png", "CASE.png"],
      ["1.txt", "new/deep/1.txt"],
    ],
    copies: [["keep", "copies/keep"]],
    texts: [
      ["new/deep/1.txt", "one", "two"],
      ["copies/keep", "keep", "kept"],
    ],
  },
  after: {
    a: "C",
    b: "A",
    c: "B",
    "CASE.png": "case",
    new: "/",
    "new/deep": "/",
    "new/deep/1.txt": "two",
    copies: "/",
    "copies/keep": "kept",
    keep: "keep",
  },
};

test("files change places, only change case, and go to new folders in one step, and come back", async () => {
  const { folder, state } = await folderOf(everyKind.files);
  const database = openDatabase(state);
  commit(database, folder, everyKind.work);

  const report = await followJournal(database);
  const after = await treeOf(folder);
  const [step] = history(database, folder);
  await undo(database, folder);
  const undone = await treeOf(folder);
  await redo(database, folder);

  expect(report.conflicts).toEqual([]);
  expect(after).toEqual(everyKind.after);
  expect(step?.files).toBe(8);
  expect(undone).toEqual(everyKind.files);
  expect(await treeOf(folder)).toEqual(everyKind.after);
});

test.each([
  { across: false, done: false },
  { across: false, done: true },
  { across: true, done: false },
  { across: true, done: true },
])(
  "killed at any operation, forward or back, it goes on at the next start (%o)",
  async (how) => {
    let isDead = true;
    const real = how.across ? filesAcross() : moveFiles;
    for (let stop = 1; isDead; stop += 1) {
      const { folder, state } = await folderOf(everyKind.files);
      const first = openDatabase(state);
      commit(first, folder, everyKind.work);
      const forward = dyingFiles(stop, first, how);
      await followJournal(first, forward.files).catch(() => {});
      if (!forward.isDead()) first.close();

      const second = openDatabase(state);
      const report = await followJournal(second, real);
      expect([stop, report.conflicts, await treeOf(folder)]).toEqual([stop, [], everyKind.after]);

      second.exec("UPDATE change_step SET undone = 1");
      second.exec("UPDATE file_change SET target = 'before'");
      second.exec("UPDATE file_move SET target = 'before'");
      const back = dyingFiles(stop, second, how);
      await followJournal(second, back.files).catch(() => {});
      if (!back.isDead()) second.close();

      const third = openDatabase(state);
      await followJournal(third, real);
      expect([stop, await treeOf(folder)]).toEqual([stop, everyKind.files]);
      third.close();
      isDead = forward.isDead() || back.isDead();
    }
  },
  120_000,
);

test("undone while under way, it is ended and then taken back", async () => {
  const { folder, state } = await folderOf(everyKind.files);
  const first = openDatabase(state);
  commit(first, folder, everyKind.work);
  await followJournal(first, dyingFiles(12, first, { across: false, done: true }).files).catch(() => {});
  const second = openDatabase(state);

  await undo(second, folder);

  expect(await treeOf(folder)).toEqual(everyKind.files);
});

test("nothing is overwritten: what is in the way stays, and what waits for it stays too", async () => {
  const files = { a: "A", b: "B", c: "C", x: "X" };
  const { folder, state } = await folderOf(files);
  const database = openDatabase(state);
  commit(database, folder, {
    moves: [
      ["a", "b"],
      ["b", "c"],
      ["x", "y"],
    ],
    copies: [["c", "a"]],
  });

  const report = await followJournal(database);
  const after = await treeOf(folder);
  await undo(database, folder);

  expect(report.conflicts.map(({ code }) => code)).toEqual(["fileExists", "fileExists", "fileExists"]);
  expect(after).toEqual({ a: "A", b: "B", c: "C", y: "X" });
  expect(await treeOf(folder)).toEqual(files);
});

test("a missing file is told, and a name that comes twice refused", async () => {
  const { folder, state } = await folderOf({ a: "A" });
  const database = openDatabase(state);
  const twice: [string, string][] = [
    ["a", "b"],
    ["c", "b"],
  ];
  expect(() => commit(database, folder, { moves: twice })).toThrow(expect.objectContaining({ code: "badArguments" }));
  commit(database, folder, { moves: [["gone", "b"]] });

  const report = await followJournal(database);

  expect(report.conflicts).toMatchObject([{ path: join(folder, "gone"), code: "changedElsewhere" }]);
});

test("undo leaves a copy that was changed, and a folder that holds other files", async () => {
  const { folder, state } = await folderOf({ a: "A", b: "B" });
  const database = openDatabase(state);
  commit(database, folder, { copies: [["a", "n/a"]], moves: [["b", "n/b"]] });
  await followJournal(database);
  await writeFile(join(folder, "n/a"), "Z");

  const report = await undo(database, folder);

  expect(report.conflicts).toMatchObject([{ path: join(folder, "n/a"), code: "changedElsewhere" }]);
  expect(await treeOf(folder)).toEqual({ a: "A", b: "B", n: "/", "n/a": "Z" });
});

test("any renames and copies, step by step, come back exactly", async () => {
  const name = fc.constantFrom("a", "b", "c", "d/e", "d/f", "g/h/i");
  const pairs = fc.uniqueArray(fc.tuple(name, name), { selector: ([from]) => from, maxLength: 5 });
  const unique = pairs.map((moves) =>
    moves.filter(([, to], index) => moves.findIndex((one) => one[1] === to) === index),
  );
  const files = { a: "A", b: "BB", "d/e": "E" };
  await fc.assert(
    fc.asyncProperty(fc.array(fc.record({ moves: unique, copies: unique }), { maxLength: 4 }), async (steps) => {
      const { folder, state } = await folderOf(files);
      const database = openDatabase(state);
      const start = await treeOf(folder);
      const contents = Object.values(start).toSorted();
      for (const step of steps) {
        commit(database, folder, { moves: step.moves });
        await followJournal(database);
        expect(
          Object.values(await treeOf(folder))
            .filter((text) => text !== "/")
            .toSorted(),
        ).toEqual(expect.arrayContaining(contents.filter((text) => text !== "/")));
        commit(database, folder, { copies: step.copies });
      }
      await followJournal(database);
      for (const { step } of history(database, folder)) if (step > 0) await undo(database, folder);
      expect(await treeOf(folder)).toEqual(start);
      database.close();
      await rm(folder, { recursive: true });
    }),
    { numRuns: 60 },
  );
});
