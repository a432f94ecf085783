import type { Result } from "../../../protocol/validate.js";
import { getJob, unfinishedJob } from "../../host/jobs/job-store.js";
import type { Database } from "../../store/database.js";
import { builtInCutout, type CutoutModel, cutoutModels } from "./cutout-models.js";
import { cutoutSource } from "./download-cutout.js";
import type { CutoutDownloadParams } from "./download-job.js";
import { findCutout } from "./find-cutout.js";

type Entry = Result<"dataset/cutoutModels">["models"][number];

function runningDownload(database: Database, model: string): number | null {
  const wanted: CutoutDownloadParams = { model };
  const job = unfinishedJob(database, "cutoutDownload", wanted);
  return job !== null && getJob(database, job).state === "running" ? job : null;
}

async function entryOf(database: Database, model: CutoutModel, showFiles: boolean): Promise<Entry> {
  const { name, size, licence, commercial } = model;
  const found = await findCutout(model);
  const jobId = found ? null : runningDownload(database, name);
  return {
    name,
    builtIn: false,
    state: found ? "here" : "absent",
    side: size,
    licence,
    commercial,
    source: cutoutSource(model),
    ...(found ? { bytes: found.bytes } : {}),
    ...(found && showFiles ? { where: found.file } : {}),
    ...(jobId === null ? {} : { jobId }),
  };
}

/** The built-in model and every known one, here or not. */
export async function listCutouts(database: Database, { showFiles }: { showFiles: boolean }): Promise<Entry[]> {
  const known = await Promise.all(cutoutModels.map((model) => entryOf(database, model, showFiles)));
  const builtIn: Entry = {
    name: builtInCutout,
    builtIn: true,
    state: "here",
    side: 256,
    licence: "MIT",
    commercial: true,
  };
  return [builtIn, ...known];
}
