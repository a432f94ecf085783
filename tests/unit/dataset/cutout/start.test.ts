import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { parseCutoutItem, parseCutoutOptions } from "../../../../sidecar/dataset/cutout/cutout-options.js";
import { cutoutMethods } from "../../../../sidecar/dataset/cutout/methods.js";
import { startSegmenter } from "../../../../sidecar/dataset/cutout/segmenter.js";
import { sharedSegmenter } from "../../../../sidecar/dataset/cutout/shared-segmenter.js";
import { newSetLedger } from "../../../../sidecar/dataset/new-set/new-set-ledger.js";
import { stagingFolder } from "../../../../sidecar/dataset/new-set/staging.js";
import { createEmbeddedEngine } from "../../../../sidecar/host/jobs/embedded-engine.js";
import { itemTable, jobItems, jobParams } from "../../../../sidecar/host/jobs/job-store.js";
import { localRoots } from "../../../../sidecar/host/roots.js";
import { openDatabase, transaction } from "../../../../sidecar/store/database.js";
import { followJournal } from "../../../../sidecar/store/journal.js";
import { undo } from "../../../../sidecar/store/undo.js";
import { drawSubject } from "../../../support/subjects.js";
import { temporaryFolders } from "../../../support/temporary-folder.js";

const newFolder = temporaryFolders();

test("an unfinished job goes on, but one that was taken back is begun anew", async () => {
  const [folder, stateFolder] = [await newFolder(), await newFolder()];
  await drawSubject(folder, { name: "a.png" });
  const database = openDatabase(stateFolder);
  // It knows no kind of job: none gets anywhere.
  const engine = createEmbeddedEngine(database, []);
  const segmenter = sharedSegmenter(startSegmenter);
  const methods = cutoutMethods({ database, roots: localRoots(), engine, segmenter, stateFolder });
  const start = () => methods["dataset/cutout"]({ folder });

  const first = await start();
  const again = await start();
  const staging = stagingFolder(stateFolder);
  const ledger = newSetLedger(
    { folder: parseCutoutOptions(jobParams(database, first.jobId)).folder, name: "Remove backgrounds" },
    {
      database,
      job: first.jobId,
      staging,
    },
  );
  const item = parseCutoutItem(jobItems(database, first.jobId)[0]?.input);
  await drawSubject(staging, { name: item.staged });
  transaction(database, () => {
    const result = ledger.commit(item, { width: 1, height: 1, doubt: 0, reasons: [] });
    itemTable(database, first.jobId).settle(0, { state: "done", result });
  });
  await followJournal(database);
  const resumed = await start();
  const made = await methods["dataset/cutoutReport"]({ jobId: first.jobId });
  await undo(database, made.folder);
  const anew = await start();

  expect(first.output).toBe(`${made.folder}-cutout`);
  expect(made.pictures).toMatchObject([{ before: join(made.folder, "a.png"), state: "done" }]);
  expect([again, resumed]).toMatchObject([
    { jobId: first.jobId, resumed: 0 },
    { jobId: first.jobId, resumed: 1 },
  ]);
  expect(anew.jobId).toBeGreaterThan(first.jobId);
  expect((await methods["dataset/cutoutReport"]({ jobId: first.jobId })).pictures).toMatchObject([{ state: "gone" }]);
});
