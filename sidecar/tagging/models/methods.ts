import type { Params, Result } from "../../../protocol/validate.js";
import { type DownloadParams, downloadJob } from "../../host/hub/download-job.js";
import { askHub } from "../../host/hub/download-model.js";
import { findModel } from "../../host/hub/find-model.js";
import type { JobEngine } from "../../host/jobs/job-engine.js";
import { createJob, getJob, setJobState, unfinishedJob } from "../../host/jobs/job-store.js";
import type { Roots } from "../../host/roots.js";
import { StudioError } from "../../host/studio-error.js";
import type { Database } from "../../store/database.js";
import { say } from "../../words/sentence.js";
import { listModels } from "./list-models.js";
import { namedModel } from "./named-model.js";

/** For clients that may be anybody: what fills the disk is the owner's to start. */
export const downloadNotAllowed = (name: string): StudioError =>
  new StudioError(
    "notAllowed",
    say("{name} is not on this machine, and only its owner may download it.", { name }),
    say("Choose a model that is here, log in, or ask who runs the studio."),
  );

/** The methods for models by name. */
export function modelMethods({ database, roots, engine }: { database: Database; roots: Roots; engine: JobEngine }) {
  return {
    "tagging/models": async (): Promise<Result<"tagging/models">> => ({
      models: await listModels(database, { showFolders: !roots.exposed }),
    }),
    async "tagging/download"(params: Params<"tagging/download">): Promise<Result<"tagging/download">> {
      const model = namedModel(params.model);
      if (!roots.allows("downloads")) throw downloadNotAllowed(model.name);
      const wanted: DownloadParams = { model: model.name };
      const earlier = unfinishedJob(database, "download", wanted);
      const runs = earlier !== null && getJob(database, earlier).state === "running";
      if (!runs && (await findModel(model)) === null) await askHub(model);
      const jobId = earlier ?? createJob(database, "download", wanted, await downloadJob(namedModel).plan(wanted));
      if (!runs) setJobState(database, jobId, "running");
      // Also one that runs: a crash may have left it so, and starting twice is starting once.
      engine.start(jobId);
      return { jobId };
    },
  };
}
