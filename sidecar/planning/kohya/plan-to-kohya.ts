import { familyNamed } from "../families.js";
import type { Arguments, ArgumentValue, KohyaConfig, PlanDataset, TrainingPlan } from "../plan.js";
import { additionalWords, type KohyaDifference } from "./additional-words.js";
import { type Draft, defaultDraft, draftConfig, setKey, writeFamily, writeKey } from "./kohya-draft.js";
import { isLateFamily } from "./kohya-families.js";
import { type KohyaReading, kohyaToPlan } from "./kohya-to-plan.js";
import { type KohyaVersion, kohyaVersion } from "./read-kohya.js";
import { differingArguments } from "./same-training.js";
import { writeDatasets } from "./write-datasets.js";
import { writeLaunch, writeLength, writePrompts, writeWords } from "./write-frame.js";
import { writeNetwork } from "./write-network.js";
import { writeNoise } from "./write-noise.js";
import { isSameWarmup, rateArguments, writeRates, writeWarmup } from "./write-rates.js";

export interface KohyaWriteOptions {
  /** Repeats × pictures as the GUI counts them, the same as when the plan was read; null when not known. */
  showings: number | null;
  /** Whose rules count; by default the origin's, else v24's, which later ones read, unless the base model needs v26. */
  version?: KohyaVersion;
  /** Where the plan's sets are written as a dataset file, for the machine that trains. */
  datasetToml?: string;
  /** The sets of the file that the origin names, as they were read; undefined when it could not be read. */
  originalDatasets?: PlanDataset[];
}

export interface KohyaWriting {
  config: KohyaConfig;
  /** What the GUI will do otherwise; empty when the training is the same. */
  differences: KohyaDifference[];
}

/** All arguments that count: the family's own, then the plan's. */
const wholeArguments = (plan: TrainingPlan): Arguments => {
  const family = familyNamed(plan.family);
  return { network_module: family.networkModule, ...family.always, ...plan.arguments };
};

function differing(wanted: Arguments, reading: KohyaReading): string[] {
  const gets = wholeArguments(reading.plan);
  return differingArguments(wanted, gets, reading.plan.family).filter(
    (name) =>
      name !== "lr_warmup_steps" || !isSameWarmup(Number(wanted[name] ?? 0), Number(gets[name] ?? 0), reading.steps),
  );
}

/** The rates of the parts where only the general one is given. */
const ownRates = ({ learning_rate }: Arguments): Arguments =>
  learning_rate === undefined ? {} : { unet_lr: learning_rate, text_encoder_lr: learning_rate };

const noiseArguments: readonly string[] = [
  "noise_offset",
  "noise_offset_random_strength",
  "adaptive_noise_scale",
  "multires_noise_iterations",
  "multires_noise_discount",
];

/** Changes only fields of arguments in `names`, which do not mean the same yet. */
function writeArguments(draft: Draft, wanted: Arguments, names: readonly string[], reading: KohyaReading): void {
  const { version, plan, steps } = reading;
  const groups: [readonly string[], () => void][] = [
    [rateArguments, () => writeRates(draft, wanted, plan.family, version)],
    [["network_module", "network_args"], () => writeNetwork(draft, wanted, plan.family, version)],
    [noiseArguments, () => writeNoise(draft, wanted)],
    [["lr_warmup_steps"], () => writeWarmup(draft, Number(wanted.lr_warmup_steps ?? 0), version, steps)],
    [
      ["xformers", "sdpa"],
      () => setKey(draft, "xformers", wanted.xformers === true ? "xformers" : wanted.sdpa === true ? "sdpa" : "none"),
    ],
  ];
  for (const [members, write] of groups) if (names.some((name) => members.includes(name))) write();
  for (const name of names) {
    if (groups.some(([members]) => members.includes(name))) continue;
    writeKey(draft, name, wanted[name] ?? null, plan.family, version);
  }
}

/**
 * Writes a plan as a configuration that Kohya's GUI opens. A plan that came from the GUI begins from its own file, of which
 * only fields change whose argument means something else by now: an untouched plan gives back the very same keys, values
 * and order. What no field can say goes into "additional parameters", behind which the plan's own words stay; then the
 * file is read back as the GUI would, and what is still otherwise is told. Throws nothing.
 */
export function planToKohya(plan: TrainingPlan, options: KohyaWriteOptions): KohyaWriting {
  const origin = plan.origin?.kind === "kohya" ? plan.origin.config : null;
  const natural = options.version ?? (origin ? kohyaVersion(origin) : "24");
  const version = isLateFamily(plan.family) ? "26" : natural;
  const draft: Draft = origin ? new Map(Object.entries(origin)) : defaultDraft(version);
  const read = (): KohyaReading => kohyaToPlan(draftConfig(draft), { showings: options.showings, version });
  const wanted = wholeArguments(plan);

  if (read().plan.family !== plan.family) writeFamily(draft, plan.family, version);
  const differences: KohyaDifference[] = [
    ...writeDatasets(draft, plan, options),
    ...writeLength(draft, plan, read(), options.showings),
    ...writeLaunch(draft, plan, read()),
  ];
  writePrompts(draft, plan, read());
  const reading = read();
  writeArguments(draft, wanted, differing(wanted, reading), reading);

  const gets = wholeArguments(read().plan);
  const words: string[] = [];
  for (const name of differing(wanted, read())) {
    const said = additionalWords(name, { ...ownRates(wanted), ...wanted }, gets, plan.family);
    if ("words" in said) words.push(...said.words);
    else differences.push(difference(name, wanted, gets, said.reason));
  }
  differences.push(...writeWords(draft, [...words, ...plan.additional], read()));
  return { config: draftConfig(draft), differences };
}

const difference = (
  argument: string,
  wanted: Arguments,
  gets: Arguments,
  reason: KohyaDifference["reason"],
): KohyaDifference => {
  const value = (of: Arguments): ArgumentValue | null => of[argument] ?? null;
  return { argument, wanted: value(wanted), gets: value(gets), reason };
};
