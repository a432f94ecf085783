import { planBuckets } from "../../sidecar/dataset/buckets/bucket-plan.js";
import type { Size } from "../../sidecar/dataset/buckets/select-bucket.js";
import type {
  BaseModelFacts,
  DataFacts,
  DatasetFacts,
  OutputFacts,
  PlanFacts,
  SubsetFacts,
} from "../../sidecar/planning/facts.js";
import type { FamilyName } from "../../sidecar/planning/families.js";
import type { Arguments, PlanLength, TrainingPlan } from "../../sidecar/planning/plan.js";
import { resolutionOf } from "../../sidecar/planning/plan-values.js";
import type { ConceptKind, RuleContext } from "../../sidecar/planning/rules/rule.js";
import { ruleContext } from "../../sidecar/planning/rules/rule-context.js";
import { countSteps } from "../../sidecar/planning/steps/count-steps.js";

/** Pictures of one folder; what is not said is as it should be. */
interface ExampleFolder extends Partial<SubsetFacts> {
  sizes: readonly Size[];
}

/** How an example differs from the article's good plan. */
export interface ContextChanges {
  family?: FamilyName;
  /** Over the good plan's own; null takes one away. */
  arguments?: Readonly<Record<string, Arguments[string] | null>>;
  plan?: Partial<TrainingPlan>;
  length?: PlanLength;
  /** One dataset for each list of folders. */
  folders?: readonly (readonly ExampleFolder[])[];
  /** null: nothing was looked at. */
  data?: Partial<DataFacts> | null;
  baseModel?: Partial<BaseModelFacts> | null;
  output?: Partial<OutputFacts> | null;
  facts?: Partial<PlanFacts>;
  concept?: ConceptKind;
  outputBytes?: number;
}

/** The article's configuration, by sd-scripts' names, as Kohya's GUI passes it on. */
const goodArguments: Arguments = {
  pretrained_model_name_or_path: "models/LastpieceCore_A0692.fp16.safetensors",
  train_data_dir: "training img",
  output_dir: "output",
  output_name: "okara",
  network_module: "networks.lora",
  network_dim: 16,
  network_alpha: 1,
  resolution: "600,900",
  caption_extension: ".txt",
  cache_latents: true,
  bucket_no_upscale: true,
  bucket_reso_steps: 64,
  min_bucket_reso: 256,
  max_bucket_reso: 2048,
  clip_skip: 1,
  learning_rate: 1e-4,
  lr_scheduler: "adafactor",
  optimizer_type: "Adafactor",
  max_data_loader_n_workers: 0,
  max_grad_norm: 1,
  mixed_precision: "fp16",
  save_precision: "fp16",
  save_model_as: "safetensors",
  save_every_n_steps: 1000,
  train_batch_size: 1,
  xformers: true,
  seed: 1,
};

export const pictures = (count: number, size: Size = [600, 900]): Size[] => Array.from({ length: count }, () => size);
/** AdamW with a fixed rate, for rules that have nothing to do with Adafactor. */
export const adamW = { optimizer_type: "AdamW8bit", lr_scheduler: "cosine" } as const;

function dataset(plan: TrainingPlan, own: Arguments, folders: readonly ExampleFolder[]): DatasetFacts {
  const of = (name: string) => own[name] ?? plan.arguments[name] ?? null;
  const number = (value: unknown, fallback: number): number => (typeof value === "number" ? value : fallback);
  const resolution = resolutionOf(of("resolution")) ?? [512, 512];
  const batchSize = number(own.batch_size ?? plan.arguments.train_batch_size, 1);
  const area = resolution[0] * resolution[1];
  const subsets = folders.map(({ sizes, ...given }): SubsetFacts => {
    const areas = sizes.map(([width, height]) => width * height);
    return {
      folder: "training img/10_okara",
      repeats: 10,
      trigger: "okara",
      regularisation: false,
      pictures: sizes.length,
      kohyaPictures: sizes.length,
      captions: sizes.length,
      withTrigger: sizes.length,
      textFiles: sizes.length,
      brokenCaptions: 0,
      larger: areas.filter((one) => one > area).length,
      smaller: areas.filter((one) => one < area).length,
      unreadable: 0,
      ...given,
    };
  });
  const trained = (regularisation: boolean) =>
    folders
      .filter((folder) => (folder.regularisation ?? false) === regularisation)
      .flatMap(({ sizes, repeats = 10 }) => sizes.map((size) => ({ size, repeats })));
  const buckets = planBuckets(trained(false), trained(true), {
    resolution,
    enabled: of("enable_bucket") === true,
    upscale: of("bucket_no_upscale") !== true,
    smallest: number(of("min_bucket_reso"), 256),
    largest: number(of("max_bucket_reso"), 1024),
    step: Math.max(1, number(of("bucket_reso_steps"), 64)),
    batchSize,
  });
  return { resolution, batchSize, subsets, buckets };
}

function factsOf(plan: TrainingPlan, changes: ContextChanges): PlanFacts {
  const folders = changes.folders ?? [[{ sizes: pictures(20) }]];
  const data: DataFacts = {
    datasets: folders.map((list, index) => dataset(plan, plan.datasets?.[index]?.options ?? {}, list)),
    missing: [],
    parentNeeded: null,
    withoutRepeats: [],
    unreadable: [],
    ...changes.data,
  };
  const baseModel: BaseModelFacts = {
    path: "models/LastpieceCore_A0692.fp16.safetensors",
    exists: true,
    bytes: 2_132_625_894,
    family: plan.family,
    prediction: null,
    zeroTerminalSnr: false,
    pickle: false,
    broken: null,
    ...changes.baseModel,
  };
  const output: OutputFacts = {
    folder: "output",
    exists: true,
    writable: true,
    free: 1e12,
    overwritten: [],
    ...changes.output,
  };
  return {
    data: changes.data === null ? null : data,
    baseModel: changes.baseModel === null ? null : baseModel,
    output: changes.output === null ? null : output,
    missingFiles: {},
    gpuMemory: null,
    ...changes.facts,
  };
}

/** The article's good plan with these changes, as rules see it. */
export function planContext(changes: ContextChanges = {}): RuleContext {
  const given = Object.entries({ ...goodArguments, ...changes.arguments });
  const plan: TrainingPlan = {
    name: "okara",
    family: changes.family ?? "sd15",
    length: changes.length ?? { by: "epochs", value: 35 },
    arguments: Object.fromEntries(given.flatMap(([name, value]) => (value === null ? [] : [[name, value]]))),
    datasets: null,
    launch: {},
    samplePrompts: null,
    additional: [],
    origin: null,
    ...changes.plan,
  };
  const facts = factsOf(plan, changes);
  const counted = (facts.data?.datasets ?? []).map(({ subsets, batchSize, buckets }) => {
    const training = subsets.filter(({ regularisation }) => !regularisation);
    return {
      images: training.reduce((sum, one) => sum + one.pictures, 0),
      showings: training.reduce((sum, one) => sum + one.pictures * one.repeats, 0),
      batchSize,
      trainingBatches: buckets.batchesPerEpoch,
      batches: buckets.batchesPerEpoch,
    };
  });
  const accumulation = Number(plan.arguments.gradient_accumulation_steps ?? 1);
  return ruleContext({
    plan,
    facts,
    steps: countSteps({
      datasets: counted,
      length: plan.length,
      accumulation,
      processes: 1,
      kohya: {
        showings: counted.reduce((sum, { showings }) => sum + showings, 0),
        batchSize: counted[0]?.batchSize ?? 1,
        regularisation: false,
      },
    }),
    concept: changes.concept ?? "character",
    ...(changes.outputBytes === undefined ? {} : { outputBytes: changes.outputBytes }),
  });
}
