import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { DatabaseSync } from "@photostructure/sqlite";
import { openDatabase } from "../../../sidecar/store/database.js";
import { migrations } from "../../../sidecar/store/migrations.js";
import { nextSteps } from "../../../sidecar/store/undo.js";
import { temporaryFolders } from "../../support/temporary-folder.js";

const newFolder = temporaryFolders();

// The schema version before steps stood on one another.
const BEFORE_PARENTS = 5;

test("a history of an older version becomes a tree: undo and redo go on where they were", async () => {
  const state = await newFolder();
  const older = new DatabaseSync(join(state, "state.sqlite"));
  for (const migration of migrations.slice(0, BEFORE_PARENTS)) older.exec(migration);
  older.exec(`PRAGMA user_version = ${BEFORE_PARENTS}`);
  const step = older.prepare(
    "INSERT INTO change_step (id, folder, name, created, undone) VALUES (?, '/f', 'x', 'x', ?)",
  );
  const change = older.prepare("INSERT INTO file_change (step, path, before, after) VALUES (?, '/f/a', 'a', 'b')");
  // The second was taken back and left; the last two are the redo's.
  for (const [index, undone] of [0, 1, 0, 1, 1].entries()) {
    step.run(index + 1, undone);
    change.run(index + 1);
  }
  older.close();

  const database = openDatabase(state);
  const parents = database.prepare("SELECT parent FROM change_step ORDER BY id").all();

  expect(parents.map((row: unknown) => Object(row).parent)).toEqual([null, 1, 1, 3, 4]);
  expect(nextSteps(database, "/f")).toEqual({ undo: 3, redo: 4 });
  database.close();
});
