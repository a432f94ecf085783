import { createJob, getJob, unfinishedJob } from "../host/jobs/job-store.js";
import type { Database } from "../store/database.js";
import { requireModel } from "./models/ready-model.js";
import type { TagOptions } from "./options.js";
import { tagJob } from "./tag-job.js";

export interface TagRun {
  job: number;
  /** Pictures that an earlier, interrupted run had already done. */
  resumed: number;
}

/** The job for these options: one that a crash interrupted, or a new one. @throws StudioError before any is made */
export async function tagJobFor(database: Database, options: TagOptions): Promise<TagRun> {
  for (const { model } of options.models) await requireModel(model, options.folder);
  const earlier = unfinishedJob(database, "tag", options);
  if (earlier !== null) {
    const { done, failed } = getJob(database, earlier);
    return { job: earlier, resumed: done + failed };
  }
  return { job: createJob(database, "tag", options, await tagJob(database).plan(options)), resumed: 0 };
}
