import type { Result } from "../../../protocol/validate.js";
import { findModel } from "../../host/hub/find-model.js";
import { getJob, unfinishedJob } from "../../host/jobs/job-store.js";
import type { Database } from "../../store/database.js";
import { builtInModel } from "../model.js";
import { type KnownModel, knownModels } from "./known-models.js";
import { localModels } from "./local-models.js";

type Entry = Result<"tagging/models">["models"][number];

const builtIn: Entry = {
  name: builtInModel,
  model: builtInModel,
  builtIn: true,
  state: "here",
  layout: "wd",
  description: builtInModel,
};

function runningDownload(database: Database, name: string): number | null {
  const job = unfinishedJob(database, "download", { model: name });
  return job !== null && getJob(database, job).state === "running" ? job : null;
}

async function knownEntry(database: Database, model: KnownModel, showFolders: boolean): Promise<Entry> {
  const { name, repository: repo, layout, thresholds, megabytes } = model;
  const found = await findModel(model);
  const jobId = found ? null : runningDownload(database, name);
  const bytes = found?.bytes ?? (megabytes ? megabytes * 1e6 : undefined);
  return {
    name,
    model: name,
    repo,
    builtIn: false,
    state: found ? "here" : "absent",
    layout,
    description: name,
    ...(found && showFolders ? { where: found.folder } : {}),
    ...(bytes ? { bytes } : {}),
    ...(thresholds ? { thresholds } : {}),
    ...(jobId === null ? {} : { jobId }),
  };
}

/** The built-in tagger, every known one, here or not, and what else lies in the user's model folders. */
export async function listModels(database: Database, { showFolders }: { showFolders: boolean }): Promise<Entry[]> {
  const known = await Promise.all(knownModels.map((model) => knownEntry(database, model, showFolders)));
  const local = showFolders ? await localModels() : [];
  return [
    builtIn,
    ...known,
    ...local.map(({ name, folder, bytes, layout }) => ({
      name,
      model: folder,
      builtIn: false,
      state: "here" as const,
      layout,
      where: folder,
      bytes,
    })),
  ];
}
