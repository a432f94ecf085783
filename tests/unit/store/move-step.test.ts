import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { openDatabase, transaction } from "../../../sidecar/store/database.js";
import { recordChanges } from "../../../sidecar/store/journal.js";
import { moveAsStep } from "../../../sidecar/store/move-step.js";
import { newStep } from "../../../sidecar/store/steps.js";
import { temporaryFolders } from "../../support/temporary-folder.js";

const newFolder = temporaryFolders();

test("a text that waits to be saved moves with its file, whatever folder it was edited in", async () => {
  const [folder, database] = [await newFolder(), openDatabase(await newFolder())];
  const from = join(folder, "a.txt");
  const to = join(folder, "0001.txt");
  await writeFile(from, "old");
  transaction(database, () => {
    const step = newStep(database, { folder: "/another/view/of/it", name: "Edit" });
    recordChanges(database, step, [{ path: from, before: "old", after: "draft" }], { held: true });
  });

  const { problems } = await moveAsStep(database, { folder, name: "Rename", moves: [{ from, to }] });

  expect(problems).toEqual([]);
  expect(await readFile(to, "utf8")).toBe("draft");
  database.close();
});
