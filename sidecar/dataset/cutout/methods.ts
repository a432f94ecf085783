import { basename, dirname, extname, isAbsolute, join } from "node:path";
import type { Params, Result } from "../../../protocol/validate.js";
import { completeExecution } from "../../host/inference/execution.js";
import type { JobEngine } from "../../host/jobs/job-engine.js";
import { createJob, getJob, setJobState, unfinishedJob } from "../../host/jobs/job-store.js";
import { isInside, type Roots } from "../../host/roots.js";
import { StudioError } from "../../host/studio-error.js";
import { type Database, transaction } from "../../store/database.js";
import { fileStamp } from "../../store/file-content.js";
import { stepMadeBy } from "../../store/move-conflicts.js";
import { say } from "../../words/sentence.js";
import { builtInCutout } from "./cutout-models.js";
import type { CutoutOptions } from "./cutout-options.js";
import { acceptPictures, cutoutReport } from "./cutout-report.js";
import { type CutoutDownloadParams, cutoutDownloadJob, knownCutout } from "./download-job.js";
import { absentCutout, findCutout, isCutoutName, openCutout } from "./find-cutout.js";
import { listCutouts } from "./list-cutouts.js";
import { planCutout } from "./plan-cutout.js";
import { previewFiles } from "./previews.js";
import { completeSettings } from "./settings.js";
import type { SharedSegmenter } from "./shared-segmenter.js";

export interface CutoutRoom {
  database: Database;
  roots: Roots;
  engine: JobEngine;
  segmenter: SharedSegmenter;
  stateFolder: string;
}

const badOutput = (output: string, folder: string): StudioError =>
  new StudioError(
    "badArguments",
    say("The new set {output} lies inside {folder}, whose pictures it is made of, or holds it.", { output, folder }),
    say("Choose a folder beside it, or write the cut-outs beside their originals."),
  );

const notTheirs = (model: string): StudioError =>
  new StudioError(
    "notAllowed",
    say("{model} is not on this machine, and only its owner may download it.", { model }),
    say("Choose a model that is here, log in, or ask who runs the studio."),
  );

/** A model's name, or its file inside the client's roots. @throws StudioError */
async function permittedModel(roots: Roots, model: string): Promise<string> {
  if (!isCutoutName(model)) {
    const file = isAbsolute(model) || roots.exposed ? await roots.permit(model) : model;
    return (await openCutout(file)).file;
  }
  if (!roots.allows("downloads") && (await absentCutout(model))) throw notTheirs(model);
  return model;
}

/** Beside a folder and named after it: `okara` → `okara-cutout`. */
const beside = (folder: string, ending: string): string => join(dirname(folder), `${basename(folder)}${ending}`);

/** The methods for cut-outs. */
export function cutoutMethods({ database, roots, engine, segmenter, stateFolder }: CutoutRoom) {
  const previews = previewFiles(stateFolder);

  const optionsOf = async (params: Params<"dataset/cutout">): Promise<CutoutOptions> => {
    const folder = await roots.open(params.folder);
    const given = params.output ?? beside(folder, "-cutout");
    const output = params.beside ? null : await roots.permitNew(given);
    if (output !== null && (isInside(folder, output) || isInside(output, folder))) throw badOutput(output, folder);
    const masks = params.masks ? await roots.permitNew(`${output ?? folder}-masks`) : null;
    return {
      folder,
      recursive: params.recursive ?? false,
      pictures: params.pictures ?? null,
      model: await permittedModel(roots, params.model ?? builtInCutout),
      settings: completeSettings(params.settings),
      execution: completeExecution(),
      output,
      masks,
      redoOf: params.redoOf ?? null,
    };
  };
  const run = (jobId: number): void => {
    setJobState(database, jobId, "running");
    engine.start(jobId);
  };
  const openIfThere = async (folder: string | null): Promise<void> => {
    if (folder !== null) await roots.open(folder).catch(() => {});
  };
  return {
    "dataset/cutoutModels": async (): Promise<Result<"dataset/cutoutModels">> => ({
      models: await listCutouts(database, { showFiles: !roots.exposed }),
    }),
    async "dataset/cutoutDownload"(
      params: Params<"dataset/cutoutDownload">,
    ): Promise<Result<"dataset/cutoutDownload">> {
      const model = knownCutout(params.model);
      if (!roots.allows("downloads")) throw notTheirs(model.name);
      const wanted: CutoutDownloadParams = { model: model.name };
      const earlier = (await findCutout(model)) ? null : unfinishedJob(database, "cutoutDownload", wanted);
      const jobId = earlier ?? createJob(database, "cutoutDownload", wanted, await cutoutDownloadJob().plan(wanted));
      run(jobId);
      return { jobId };
    },
    async "dataset/cutout"(params: Params<"dataset/cutout">): Promise<Result<"dataset/cutout">> {
      const options = await optionsOf(params);
      const unfinished = unfinishedJob(database, "cutout", options);
      // What was taken back since is to be made anew, not gone on with.
      const earlier = unfinished !== null && stepMadeBy(database, unfinished)?.undone ? null : unfinished;
      const resumed = earlier === null ? 0 : getJob(database, earlier).done;
      const jobId = earlier ?? createJob(database, "cutout", options, await planCutout(database, options));
      run(jobId);
      return { jobId, resumed, output: options.output, masks: options.masks };
    },
    async "dataset/cutoutReport"({ jobId }: Params<"dataset/cutoutReport">): Promise<Result<"dataset/cutoutReport">> {
      const report = cutoutReport(database, jobId);
      await roots.open(report.folder);
      await openIfThere(report.output);
      return report;
    },
    async "dataset/cutoutAccept"({
      jobId,
      pictures,
      accepted = true,
    }: Params<"dataset/cutoutAccept">): Promise<Result<"dataset/cutoutAccept">> {
      await roots.permit(cutoutReport(database, jobId).folder);
      return {
        changed: transaction(database, () => acceptPictures(database, jobId, { pictures: pictures ?? null, accepted })),
      };
    },
    async "dataset/cutoutPreview"(params: Params<"dataset/cutoutPreview">): Promise<Result<"dataset/cutoutPreview">> {
      const picture = await roots.resolve(params.picture);
      const settings = completeSettings(params.settings);
      const model = await openCutout(await permittedModel(roots, params.model ?? builtInCutout));
      const what = [picture, extname(picture), fileStamp(picture), model.file, settings];
      const { key, file } = await previews.fileFor(what);
      const done = await segmenter.use(model, completeExecution(), (one) =>
        one.cut({ picture, settings, output: file, mask: null }),
      );
      return { preview: key, ...done };
    },
  };
}
