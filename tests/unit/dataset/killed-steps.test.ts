import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { planArrange } from "../../../sidecar/dataset/arrange/plan-arrange.js";
import { companions } from "../../../sidecar/dataset/companions.js";
import { serialNames } from "../../../sidecar/dataset/rename/serial-names.js";
import { scanFolder } from "../../../sidecar/dataset/scan.js";
import { type Database, openDatabase, transaction } from "../../../sidecar/store/database.js";
import { type FileMove, recordCopies, recordMoves } from "../../../sidecar/store/file-moves.js";
import { followJournal } from "../../../sidecar/store/journal.js";
import { newStep } from "../../../sidecar/store/steps.js";
import { undo } from "../../../sidecar/store/undo.js";
import { dyingFiles } from "../../support/dying-files.js";
import { temporaryFolders } from "../../support/temporary-folder.js";
import { treeOf } from "../../support/tree.js";

const newFolder = temporaryFolders();

const names = ["2.png", "10.png", "10.txt", "0001.png", "0001.txt", "髪.jpg", "髪_mask.png"];

interface Planned {
  moves: readonly FileMove[];
  copies: readonly FileMove[];
}

async function pictures(folder: string) {
  const paths = (await scanFolder(folder)).images.map(({ path }) => path);
  const belonging = companions(paths);
  return paths.map((picture) => ({ picture, companions: belonging.get(picture) ?? [] }));
}

const plans: Record<string, (folder: string) => Promise<Planned>> = {
  async rename(folder) {
    return serialNames(await pictures(folder), { start: 1, digits: 4, others: () => names });
  },
  async "arrange by copying"(folder) {
    return { moves: [], copies: (await arranged(folder)).files };
  },
  async "arrange by moving"(folder) {
    return { moves: (await arranged(folder)).files, copies: [] };
  },
};

const arranged = async (folder: string) =>
  planArrange(
    [
      {
        folder,
        trigger: "okara",
        kind: null,
        repeats: 10,
        into: join(folder, "..", "work"),
        pictures: await pictures(folder),
      },
    ],
    { others: () => [], isThere: () => false },
  );

function record(database: Database, folder: string, { moves, copies }: Planned): void {
  transaction(database, () => {
    const step = newStep(database, { folder, name: "a step" });
    if (copies.length > 0) recordCopies(database, step, copies);
    if (moves.length > 0) recordMoves(database, step, moves);
  });
}

test.each(Object.keys(plans))("killed at any operation, %s loses no byte and is ended or undone", async (name) => {
  const plan = plans[name];
  if (!plan) throw new Error(name);
  let whole: Record<string, string> | null = null;
  let operations = 0;
  for (let stop = 1; ; stop += 1) {
    const parent = await newFolder();
    const folder = join(parent, "set");
    await mkdir(folder);
    for (const file of names) await writeFile(join(folder, file), `content of ${file}`);
    const before = await treeOf(parent);
    const state = await newFolder();
    const database = openDatabase(state);
    record(database, folder, await plan(folder));
    // Every second time it dies just before the operation, else just after it.
    const { files, isDead } = dyingFiles(Math.ceil(stop / 2), database, { across: false, done: stop % 2 === 0 });
    await followJournal(database, files).catch(() => {});
    const isOver = !isDead();
    const bytes = Object.values(await treeOf(parent));
    expect(bytes).toEqual(expect.arrayContaining(Object.values(before)));
    if (isOver) database.close();

    const next = openDatabase(state);
    const { conflicts } = await followJournal(next);
    expect(conflicts).toEqual([]);
    const after = await treeOf(parent);
    whole ??= after;
    expect(after).toEqual(whole);
    await undo(next, folder);
    expect(await treeOf(parent)).toEqual(before);
    next.close();
    if (isOver) break;
    operations += 1;
  }
  expect(operations).toBeGreaterThan(10);
});
