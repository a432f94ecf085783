import type { Params, Result } from "../../protocol/validate.js";
import type { JobEngine } from "../host/jobs/job-engine.js";
import { setJobState } from "../host/jobs/job-store.js";
import type { Roots } from "../host/roots.js";
import { reportError } from "../host/studio-error.js";
import type { Database } from "../store/database.js";
import { tagJobFor } from "./find-job.js";
import { downloadNotAllowed, modelMethods } from "./models/methods.js";
import { absentModel, isModelName } from "./models/ready-model.js";
import { parseTagOptions } from "./options.js";
import { tagReport } from "./tag-report.js";

async function permittedModel(roots: Roots, folder: string): Promise<string> {
  if (isModelName(folder)) {
    if (roots.exposed && (await absentModel(folder))) throw downloadNotAllowed(folder);
    return folder;
  }
  try {
    return await roots.permit(folder);
  } catch (error) {
    if (reportError(error).code === "notFound") return folder;
    throw error;
  }
}

/** The methods of the tagging room. */
export function taggingMethods({ database, roots, engine }: { database: Database; roots: Roots; engine: JobEngine }) {
  return {
    async "tagging/start"(params: Params<"tagging/start">): Promise<Result<"tagging/start">> {
      const options = parseTagOptions(params);
      const { job, resumed } = await tagJobFor(database, {
        ...options,
        folder: await roots.open(options.folder),
        model: await permittedModel(roots, options.model),
        output: options.output === null ? null : await roots.permitNew(options.output),
      });
      setJobState(database, job, "running");
      engine.start(job);
      return { jobId: job, resumed };
    },
    "tagging/report": async ({ jobId }: Params<"tagging/report">): Promise<Result<"tagging/report">> =>
      tagReport(database, jobId),
    ...modelMethods({ database, roots, engine }),
  };
}
