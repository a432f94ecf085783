import type { Params, Result } from "../../protocol/validate.js";
import type { CardGate } from "../host/inference/card-gate.js";
import type { JobEngine } from "../host/jobs/job-engine.js";
import { jobParams, noJob, setJobState } from "../host/jobs/job-store.js";
import { visibleJobs } from "../host/jobs/visible-jobs.js";
import type { Roots } from "../host/roots.js";
import type { Settings } from "../host/settings/settings.js";
import type { Database } from "../store/database.js";
import { choiceMethods } from "./choice-methods.js";
import { tagJobFor } from "./find-job.js";
import { interrogateMethods } from "./interrogate-methods.js";
import { keptMethods } from "./kept-methods.js";
import { modelMethods } from "./models/methods.js";
import { completeOptions, parseTagOptions } from "./options.js";
import { permittedExecution, permittedOptions } from "./permitted-options.js";
import type { SharedTaggers } from "./shared-tagger.js";
import { spreadMethods } from "./spread/methods.js";
import { tagReport } from "./tag-report.js";
import { type UsualTagging, usualTagging } from "./usual.js";

interface TaggingRoom {
  database: Database;
  roots: Roots;
  settings: Settings;
  engine: JobEngine;
  taggers: SharedTaggers;
  stateFolder: string;
  /** What computed last, in a sentence, by model. */
  executions: ReadonlyMap<string, string>;
  gate: CardGate;
}

/** The methods of the tagging room. */
export function taggingMethods(room: TaggingRoom) {
  const { database, roots, settings, engine, taggers, stateFolder, executions, gate } = room;
  const usual = (): UsualTagging => usualTagging(settings, database);
  const mayFollow = visibleJobs({ database, roots });
  return {
    async "tagging/start"(params: Params<"tagging/start">): Promise<Result<"tagging/start">> {
      permittedExecution(roots, params);
      const now = usual();
      const options = await permittedOptions(roots, completeOptions(params, now), { runs: true, usual: now });
      const { job, resumed } = await tagJobFor(database, options);
      setJobState(database, job, "running");
      engine.start(job);
      return { jobId: job, resumed };
    },
    async "tagging/report"({ jobId, only }: Params<"tagging/report">): Promise<Result<"tagging/report">> {
      if (!(await mayFollow(jobId))) throw noJob(jobId);
      const { models } = parseTagOptions(jobParams(database, jobId, "tag"));
      const execution = models.flatMap(({ model }) => executions.get(model) ?? []);
      const report = { ...tagReport(database, jobId), execution };
      return only === "failed"
        ? { ...report, images: report.images.filter(({ status }) => status === "failed") }
        : report;
    },
    ...modelMethods({ database, roots, engine }),
    ...choiceMethods({ database, roots, usual }),
    ...keptMethods({ database, roots, usual }),
    ...spreadMethods({ database, roots }),
    ...interrogateMethods({ roots, taggers, stateFolder, usual, gate }),
  };
}
