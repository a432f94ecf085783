import type { BucketPlan } from "../dataset/buckets/bucket-plan.js";
import type { FamilyName } from "./families.js";

/** What was found in one folder of a plan's set. */
export interface SubsetFacts {
  folder: string;
  repeats: number;
  /** From `10_okara` or `class_tokens`. */
  trigger: string | null;
  regularisation: boolean;
  /** Pictures that the trainer reads. */
  pictures: number;
  /** Pictures that Kohya's GUI counts: .jpg .jpeg .png .webp. */
  kohyaPictures: number;
  /** Pictures with a caption file of the plan's suffix. */
  captions: number;
  /** Captions that hold the trigger as a tag or word; of pictures with captions. */
  withTrigger: number;
  /** Pictures with a `.txt` beside them. */
  textFiles: number;
  /** Captions that end the trainer: empty files, and those that are not UTF-8. */
  brokenCaptions: number;
  /** Pictures with more pixels than the resolution's area, and with less. */
  larger: number;
  smaller: number;
  unreadable: number;
}

/** One dataset of a plan as the trainer will see it. */
export interface DatasetFacts {
  resolution: readonly [number, number];
  batchSize: number;
  subsets: SubsetFacts[];
  buckets: BucketPlan;
}

/** What was found of a plan's pictures; folders that are not there are named. */
export interface DataFacts {
  datasets: DatasetFacts[];
  /** Folders of the plan that do not exist here. */
  missing: string[];
  /** `train_data_dir` holds pictures itself, or is a `10_okara` folder: the trainer would find nothing. */
  parentNeeded: string | null;
  /** Folders with pictures below `train_data_dir` whose names lack repeats. */
  withoutRepeats: string[];
  /** Pictures that were opened to know their size could not be; by path. */
  unreadable: string[];
}

export type PredictionType = "epsilon" | "v" | "flow";

/** What a base model's own file says. */
export interface BaseModelFacts {
  path: string;
  exists: boolean;
  bytes: number;
  /** null when the file does not tell. */
  family: FamilyName | null;
  prediction: PredictionType | null;
  /** Zero-terminal-SNR, as marked in the file. */
  zeroTerminalSnr: boolean;
  /** A pickle (`.ckpt`, `.pt`) can run code in the trainer. */
  pickle: boolean;
  /** Why it cannot be used, in one sentence; null when nothing is wrong. */
  broken: string | null;
}

export interface OutputFacts {
  folder: string;
  exists: boolean;
  writable: boolean;
  /** Bytes free on its disk; null when unknown. */
  free: number | null;
  /** Names of files that the run would write over. */
  overwritten: string[];
}

/** What is known at this moment about what a plan names; null where nothing was looked at. */
export interface PlanFacts {
  data: DataFacts | null;
  baseModel: BaseModelFacts | null;
  output: OutputFacts | null;
  /** Paths of the plan that do not exist here, by argument. */
  missingFiles: Record<string, string>;
  /** GiB of the GPU that will train; null when unknown. */
  gpuMemory: number | null;
}
