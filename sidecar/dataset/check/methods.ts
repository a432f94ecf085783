import type { Params, Result } from "../../../protocol/validate.js";
import type { JobEngine } from "../../host/jobs/job-engine.js";
import { createJob, getJob, unfinishedJob } from "../../host/jobs/job-store.js";
import type { Roots } from "../../host/roots.js";
import type { Database } from "../../store/database.js";
import { checkEn } from "../../words/check-en.js";
import { scanFolder } from "../scan.js";
import { checkSet, duplicatesAmong } from "./check-set.js";
import type { Problem } from "./judge-picture.js";
import { leastPictures } from "./judge-set.js";
import { keptMeasures } from "./kept-measures.js";
import { measureJob } from "./measure-job.js";
import type { MeasureParams } from "./measured-file.js";

// Pictures an answer has at most: it stays below half a megabyte.
const ROWS = 1000;

type SaidProblem = Result<"dataset/check">["set"][number];

const said = ({ kind, severity, values }: Problem): SaidProblem => {
  const { message, remedy } = checkEn.problems[kind];
  return { kind, severity, message: message(values), remedy, values };
};

interface Surroundings {
  database: Database;
  roots: Roots;
  engine: JobEngine;
}

/** What would hurt training, by measures that are kept. */
export function checkMethods({ database, roots, engine }: Surroundings) {
  return {
    async "dataset/measure"(params: Params<"dataset/measure">): Promise<Result<"dataset/measure">> {
      const wanted: MeasureParams = {
        folder: await roots.open(params.folder),
        recursive: params.recursive === true,
        lookOnly: params.lookOnly === true,
      };
      const kind = measureJob(database);
      const earlier = unfinishedJob(database, kind.name, wanted);
      if (earlier !== null && getJob(database, earlier).state === "running") {
        // Also one that a crash left so: starting twice is starting once.
        engine.start(earlier);
        return { jobId: earlier };
      }
      // What is measured is kept, so an ended job is not taken up: the folder may hold other pictures by now.
      const items = await kind.plan(wanted);
      if (items.length === 0) return { jobId: null };
      const jobId = createJob(database, kind.name, wanted, items);
      engine.start(jobId);
      return { jobId };
    },
    async "dataset/check"(params: Params<"dataset/check">): Promise<Result<"dataset/check">> {
      const { recursive = false, maxSize = 1024, concept = "character", from = 0, limit = ROWS } = params;
      const minImages = params.minImages ?? leastPictures[concept];
      const { folder, images } = await scanFolder(await roots.open(params.folder), { recursive });
      const checked = await checkSet(database, { folder, images }, { maxSize, minImages });
      const next = from + limit < images.length ? from + limit : null;
      return {
        folder,
        verdict: checked.verdict,
        pictures: images.length,
        measured: checked.images.filter(({ measured }) => measured).length,
        images: checked.images
          .slice(from, from + limit)
          .map((image) => ({ ...image, problems: image.problems.map(said) })),
        set: checked.set.map(said),
        next,
      };
    },
    async "dataset/duplicates"(params: Params<"dataset/duplicates">): Promise<Result<"dataset/duplicates">> {
      const { folder, images } = await scanFolder(await roots.open(params.folder), {
        recursive: params.recursive === true,
      });
      const kept = keptMeasures(database);
      const known = await Promise.all(images.map(({ path }) => kept.find(path)));
      const looks = known.map((measure) => (measure?.look ? { content: measure.content, look: measure.look } : null));
      const pathOf = (place: number): string => images[place]?.path ?? "";
      const pairs = await duplicatesAmong(database, looks);
      return {
        folder,
        pictures: images.length,
        unmeasured: known.filter((measure) => measure === null).length,
        pairs: pairs.map(({ one, other, ...pair }) => ({ one: pathOf(one), other: pathOf(other), ...pair })),
      };
    },
  };
}
