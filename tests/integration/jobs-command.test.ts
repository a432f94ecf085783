import { expect, test } from "@jest/globals";
import { createJob, setJobState } from "../../sidecar/host/jobs/job-store.js";
import { openDatabase } from "../../sidecar/store/database.js";
import { atelier } from "../support/command.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();

test("jobs are listed, shown and cancelled; one that has ended stays as it is", async () => {
  const home = await newFolder();
  const database = openDatabase(home);
  const job = createJob(database, "resize", {}, [
    { item: 1, done: true },
    { item: 2, failed: { code: "notFound", message: "x", hint: "" } },
  ]);
  setJobState(database, job, "failed", { code: "diskFull", message: "The disk is full.", hint: "" });
  database.close();

  const list = await atelier(home, ["jobs", "list"]);
  const shown = await atelier(home, ["jobs", "show", "1", "--json"]);
  const cancelled = await atelier(home, ["jobs", "cancel", "1"]);
  const unknown = await atelier(home, ["jobs", "show", "7"]);
  expect([list.code, list.stdout]).toEqual([0, "    1  failed     resizing: 1 of 2, 1 failed"]);
  expect(JSON.parse(shown.stdout)).toMatchObject({ jobId: 1, kind: "resize", state: "failed", done: 1, failed: 1 });
  expect([cancelled.code, cancelled.stdout]).toEqual([0, "Job 1 has ended already: failed."]);
  expect(unknown.code).toBe(1);
});
