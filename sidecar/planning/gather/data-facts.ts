import { basename, dirname } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { planBuckets, type TrainedPicture } from "../../dataset/buckets/bucket-plan.js";
import type { BucketOptions, Size } from "../../dataset/buckets/select-bucket.js";
import type { storedShapes } from "../../dataset/picture-sizes.js";
import { repeatsOf } from "../../dataset/scan.js";
import type { CommittedTexts } from "../../store/committed-text.js";
import type { DataFacts, DatasetFacts, SubsetFacts } from "../facts.js";
import { familyNamed } from "../families.js";
import type { PlanDataset, TrainingPlan } from "../plan.js";
import { planValues, resolutionOf } from "../plan-values.js";
import type { CountedDataset } from "../steps/count-steps.js";
import { captionSuffixes } from "./caption-suffixes.js";
import type { LocalPaths } from "./local-paths.js";
import { lookAtSubset } from "./subset-facts.js";
import { type TrainingFolders, trainingFolders } from "./training-folders.js";

export interface Looking {
  paths: LocalPaths;
  shapesOf: ReturnType<typeof storedShapes>;
  texts: CommittedTexts;
}

export interface LookedData {
  facts: DataFacts;
  /** For the sum of steps, one a dataset. */
  counted: CountedDataset[];
}

const none: TrainingFolders = { subsets: [], withoutRepeats: [], direct: 0 };

/** The options with which the trainer makes buckets of a dataset. */
function bucketOptions(plan: TrainingPlan, dataset: PlanDataset): BucketOptions & { batchSize: number } {
  const { batch_size: own, ...over } = dataset.options;
  const values = planValues(plan, own === undefined ? over : { ...over, train_batch_size: own });
  const side = familyNamed(plan.family).side;
  return {
    resolution: resolutionOf(values.value("resolution")) ?? [side, side],
    enabled: values.flag("enable_bucket"),
    upscale: !values.flag("bucket_no_upscale"),
    smallest: values.number("min_bucket_reso", 256),
    largest: values.number("max_bucket_reso", 1024),
    step: Math.max(1, values.number("bucket_reso_steps", 64)),
    batchSize: Math.max(1, values.number("train_batch_size", 1)),
  };
}

// No picture is larger; buckets beyond it only take time to list.
const LARGEST_SIDE = 65_536;

/** Options that end the trainer are not asked about: their rules name them, and such buckets cannot be made. */
const canBeMade = ({ enabled, resolution, smallest, largest, step }: BucketOptions): boolean =>
  !enabled ||
  ([smallest, largest, step].every((number) => Number.isInteger(number) && number > 0 && number <= LARGEST_SIDE) &&
    smallest <= Math.min(...resolution) &&
    largest >= Math.max(...resolution));

interface Looked {
  dataset: DatasetFacts;
  counted: CountedDataset;
  unreadable: string[];
}

async function lookAtDataset(plan: TrainingPlan, dataset: PlanDataset, looking: Looking): Promise<Looked> {
  const options = bucketOptions(plan, dataset);
  const area = options.resolution[0] * options.resolution[1];
  const subsets: SubsetFacts[] = [];
  const pictures: Record<"training" | "regularisation", TrainedPicture[]> = { training: [], regularisation: [] };
  const unreadable: string[] = [];
  for (const subset of dataset.subsets) {
    const values = planValues(plan, { ...dataset.options, ...subset.options });
    const suffixes = captionSuffixes(values.text("caption_extension"));
    const looked = await lookAtSubset(subset, { suffixes, texts: looking.texts });
    await nextTurn();
    const shapes = await looking.shapesOf(looked.pictures);
    const sizes: Size[] = [];
    for (const [index, shape] of shapes.entries()) {
      if (shape) sizes.push(shape.size);
      else unreadable.push(looked.pictures[index] ?? "");
    }
    const areas = sizes.map(([width, height]) => width * height);
    subsets.push({
      ...looked.facts,
      larger: areas.filter((one) => one > area).length,
      smaller: areas.filter((one) => one < area).length,
      unreadable: shapes.length - sizes.length,
    });
    const kind = subset.regularisation ? "regularisation" : "training";
    for (const size of sizes) pictures[kind].push({ size, repeats: subset.repeats });
  }
  const made = canBeMade(options) ? options : { ...options, enabled: false };
  const buckets = planBuckets(pictures.training, pictures.regularisation, made);
  const trainingBatches = planBuckets(pictures.training, [], made).batchesPerEpoch;
  return {
    dataset: { resolution: options.resolution, batchSize: options.batchSize, subsets, buckets },
    counted: {
      images: pictures.training.length,
      showings: pictures.training.reduce((sum, { repeats }) => sum + repeats, 0),
      batchSize: options.batchSize,
      trainingBatches,
      batches: buckets.batchesPerEpoch,
    },
    unreadable,
  };
}

interface Found {
  datasets: PlanDataset[];
  missing: string[];
  parentNeeded: string | null;
  withoutRepeats: string[];
}

/** The folders below `train_data_dir` and `reg_data_dir` as one dataset. */
async function parents(plan: TrainingPlan, { paths }: Pick<Looking, "paths">): Promise<Found | null> {
  const values = planValues(plan);
  const given = values.text("train_data_dir");
  if (given === "") return null;
  const training = await paths.open(given);
  const regularisation = values.text("reg_data_dir");
  const reg = regularisation === "" ? null : await paths.open(regularisation);
  const missing = [training, ...(reg ? [reg] : [])].filter(({ state }) => state !== "there").map(({ path }) => path);
  const found = training.state === "there" ? await trainingFolders(training.path, false) : none;
  const regFound = reg?.state === "there" ? await trainingFolders(reg.path, true) : none;
  // The folder of the pictures itself was named: its parent is what the trainer wants.
  const isConcept = repeatsOf(basename(training.path)) !== null;
  return {
    datasets: [{ options: {}, subsets: [...found.subsets, ...regFound.subsets] }],
    missing,
    parentNeeded: found.subsets.length === 0 && found.direct > 0 && isConcept ? dirname(training.path) : null,
    withoutRepeats: [
      ...found.withoutRepeats,
      ...(found.subsets.length === 0 && found.direct > 0 && !isConcept ? [training.path] : []),
    ],
  };
}

/** The folders of a plan's own datasets, where they lie here. */
async function namedFolders(datasets: readonly PlanDataset[], { paths }: Pick<Looking, "paths">): Promise<Found> {
  const found: Found = { datasets: [], missing: [], parentNeeded: null, withoutRepeats: [] };
  for (const dataset of datasets) {
    const subsets: PlanDataset["subsets"] = [];
    for (const subset of dataset.subsets) {
      const local = await paths.open(subset.folder);
      if (local.state === "there") subsets.push({ ...subset, folder: local.path });
      else found.missing.push(local.path);
    }
    found.datasets.push({ ...dataset, subsets });
  }
  return found;
}

/** The folders that the trainer reads, where they lie here; null when the plan names none. */
export const trainedDatasets = (plan: TrainingPlan, looking: Pick<Looking, "paths">): Promise<Found | null> =>
  plan.datasets === null ? parents(plan, looking) : namedFolders(plan.datasets, looking);

/** What lies in a plan's folders now; null when it names none. */
export async function lookAtData(plan: TrainingPlan, looking: Looking): Promise<LookedData | null> {
  const found = await trainedDatasets(plan, looking);
  if (found === null) return null;
  const looked: Looked[] = [];
  for (const dataset of found.datasets) looked.push(await lookAtDataset(plan, dataset, looking));
  return {
    facts: {
      datasets: looked.map(({ dataset }) => dataset),
      missing: found.missing,
      parentNeeded: found.parentNeeded,
      withoutRepeats: found.withoutRepeats,
      unreadable: looked.flatMap(({ unreadable }) => unreadable),
    },
    counted: looked.map(({ counted }) => counted),
  };
}
