import type { DatasetFacts, SubsetFacts } from "../facts.js";
import type { FamilyName } from "../families.js";
import { flowFamilies } from "../parameters/define.js";
import type { ArgumentValue } from "../plan.js";
import type { RuleContext, RuleValues } from "./rule.js";

/** One finding with these values, or none. */
export const found = (isSo: boolean, values: RuleValues = {}): readonly RuleValues[] => (isSo ? [values] : []);

/** Trained to predict a flow instead of noise or v. */
export const isFlow = ({ plan }: RuleContext): boolean => flowFamilies.includes(plan.family);
export const isFamily = ({ plan }: RuleContext, ...names: readonly FamilyName[]): boolean =>
  names.includes(plan.family);

/** `network_module` of LyCORIS has rules of its own for learning rates. */
export const isLycoris = (context: RuleContext): boolean => context.text("network_module").startsWith("lycoris");

/** Whether the text encoder's LoRA is trained beside the U-Net's. */
export const trainsTextEncoder = (context: RuleContext): boolean => !context.flag("network_train_unet_only");

interface Rates {
  /** null: not trained. */
  unet: number | null;
  textEncoder: number | null;
}

const firstNumber = (value: ArgumentValue | null): number | null => {
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === "number" ? first : null;
};

/** The learning rates of both parts: `learning_rate` stands in for those that are not given; 0 leaves a part out. */
export function ratesOf(context: RuleContext): Rates {
  const both = context.number("learning_rate");
  const unet = firstNumber(context.value("unet_lr")) ?? both;
  const textEncoder = firstNumber(context.value("text_encoder_lr")) ?? both;
  return {
    unet: context.flag("network_train_text_encoder_only") || unet === 0 ? null : unet,
    textEncoder: trainsTextEncoder(context) && textEncoder !== 0 ? textEncoder : null,
  };
}

/** The rate that decides how fast is learnt. */
export function mainRate(context: RuleContext): number | null {
  const { unet, textEncoder } = ratesOf(context);
  return unet ?? textEncoder;
}

/**
 * A setting of data sets and folders as each of them will see it: the folder's, else the data set's, else the plan's
 * (sd-scripts, `config_util`). `argument` is its name on the command line where that differs.
 */
export function datasetValues(context: RuleContext, name: string, argument = name): (ArgumentValue | null)[] {
  const ofPlan = context.value(argument);
  if (!context.plan.datasets) return [ofPlan];
  return context.plan.datasets.flatMap(({ options, subsets }) => {
    const ofDataset = options[name] ?? ofPlan;
    return subsets.length === 0 ? [ofDataset] : subsets.map((subset) => subset.options[name] ?? ofDataset);
  });
}
export const anyDatasetFlag = (context: RuleContext, name: string): boolean =>
  datasetValues(context, name).some((value) => value === true);
export const mostDatasetNumber = (context: RuleContext, name: string, argument = name): number =>
  Math.max(0, ...datasetValues(context, name, argument).map((value) => (typeof value === "number" ? value : 0)));

/** What data sets say of buckets and batches. */
interface DatasetSettings {
  resolution: ArgumentValue | null;
  buckets: boolean;
  smallest: number;
  largest: number;
  step: number;
  noUpscale: boolean;
  batchSize: number;
}
export function datasetSettings(context: RuleContext): DatasetSettings[] {
  const levels = context.plan.datasets?.map(({ options }) => options) ?? [{}];
  return levels.map((options) => {
    const of = (name: string, argument = name): ArgumentValue | null => options[name] ?? context.value(argument);
    const number = (name: string, argument = name): number => {
      const value = of(name, argument);
      return typeof value === "number" ? value : 0;
    };
    return {
      resolution: of("resolution"),
      buckets: of("enable_bucket") === true,
      smallest: number("min_bucket_reso"),
      largest: number("max_bucket_reso"),
      step: number("bucket_reso_steps"),
      noUpscale: of("bucket_no_upscale") === true,
      batchSize: Math.max(1, number("batch_size", "train_batch_size")),
    };
  });
}

export const cachesLatents = (context: RuleContext): boolean =>
  context.flag("cache_latents") || context.flag("cache_latents_to_disk");
export const cachesText = (context: RuleContext): boolean =>
  context.flag("cache_text_encoder_outputs") || context.flag("cache_text_encoder_outputs_to_disk");

export const datasetsOf = ({ facts }: RuleContext): readonly DatasetFacts[] => facts.data?.datasets ?? [];
/** Folders of pictures to learn, without regularisation. */
export const trainingSubsets = (context: RuleContext): readonly SubsetFacts[] =>
  datasetsOf(context)
    .flatMap(({ subsets }) => subsets)
    .filter(({ regularisation }) => !regularisation);
export const sum = (subsets: readonly SubsetFacts[], of: (subset: SubsetFacts) => number): number =>
  subsets.reduce((total, subset) => total + of(subset), 0);
/** Pictures to learn; null when nothing was looked at. */
export const picturesOf = (context: RuleContext): number | null =>
  context.facts.data ? sum(trainingSubsets(context), ({ pictures }) => pictures) : null;
