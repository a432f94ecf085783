import { familyNamed } from "../families.js";
import { type LoraType, loraTypeArguments } from "../lora-types.js";
import type { Arguments, ArgumentValue, PlanLength, TrainingPlan } from "../plan.js";
import type { Preset } from "./built-in-presets.js";
import { type Choice, choose, type Reason } from "./choice.js";
import type { DataLayout } from "./lay-out-data.js";
import { recipe } from "./recipe.js";
import { recommendedSteps } from "./recommended-steps.js";
import type { Situation } from "./situation.js";

/** What the user said, beside the folder. */
export interface Wish {
  name: string;
  output: string;
  model: string | null;
  familyReason: Reason;
  preset: Preset | null;
  loraType: LoraType;
  typeReason: Reason;
  arguments: Arguments;
  launch: Arguments;
}

export interface Draft {
  plan: TrainingPlan;
  reasons: Reason[];
}

const reasonOf = ({ argument, reason, values, source }: Choice): Reason => ({ argument, reason, values, source });

const given = (values: Arguments, reason: string, source: string, words: Reason["values"] = {}): Choice[] =>
  Object.entries(values).map(([argument, value]) => choose(argument, value, reason, source, words));

/** A whole configuration keeps the pictures' own size where all have one, as the article does. */
function wholeResolution({ pictureSize, family }: Situation, preset: Preset): Choice[] {
  if (preset.arguments.resolution !== undefined) return [];
  if (pictureSize?.all) {
    const { width, height } = pictureSize;
    return [choose("resolution", `${width},${height}`, "resolutionPictures", "article", { width, height })];
  }
  const { side } = familyNamed(family);
  const values = { side, width: pictureSize?.width ?? 0, height: pictureSize?.height ?? 0 };
  return [
    choose("resolution", `${side},${side}`, "resolutionFamily", "networkGuide", values),
    choose("enable_bucket", true, "buckets", "networkGuide"),
  ];
}

function choices(situation: Situation, { preset, arguments: asked, loraType }: Wish): Choice[] {
  const type = given(loraTypeArguments(loraType, situation.family), "asked", "networkGuide");
  const own = given(asked, "asked", "");
  if (preset === null) return [...recipe(situation), ...type, ...own];
  const named = given(preset.arguments, "preset", preset.source, { preset: preset.name });
  if (preset.whole) return [...type, ...wholeResolution(situation, preset), ...named, ...own];
  return [...recipe(situation), ...type, ...named, ...own];
}

/** The last choice of each argument; false takes a flag away. */
function settled(all: readonly Choice[]): Choice[] {
  const last = new Map<string, Choice>();
  for (const choice of all) last.set(choice.argument, choice);
  return [...last.values()].filter(({ value }) => value !== false);
}

/** A proposal without its length, which needs the trainer's own count of an epoch. */
export function draftPlan(situation: Situation, wish: Wish, data: DataLayout): Draft {
  const chosen = settled(choices(situation, wish));
  const fixed: Record<string, ArgumentValue> = {
    output_name: wish.name,
    output_dir: wish.output,
    ...(wish.model === null ? {} : { pretrained_model_name_or_path: wish.model }),
    ...(data.parent === null ? {} : { train_data_dir: data.parent }),
  };
  const told = chosen.filter(({ argument }) => argument !== "network_module" && argument !== "network_args");
  return {
    plan: {
      name: wish.name,
      family: situation.family,
      length: { by: "epochs", value: 1 },
      arguments: { ...Object.fromEntries(chosen.map(({ argument, value }) => [argument, value])), ...fixed },
      datasets: data.datasets,
      launch: wish.launch,
      samplePrompts: null,
      additional: [],
      origin: null,
    },
    reasons: [
      wish.familyReason,
      wish.typeReason,
      ...(data.datasets === null
        ? []
        : [{ argument: "datasets", reason: "oneFolder", values: {}, source: "configUtil" }]),
      ...told.map(reasonOf),
    ],
  };
}

interface RoundedEpochs {
  epochs: number;
  steps: number;
  off: number;
}

export interface Length {
  length: PlanLength;
  reasons: Reason[];
  choices: RoundedEpochs[];
}

interface Asked {
  steps: number | null;
  epochs: number | null;
  /** Steps of an epoch, exactly; 0 without pictures. */
  perEpoch: number;
  batchSize: number;
  ownRates: boolean;
}

/** How long to train: what was asked for, else what guides name for the set. */
export function chooseLength(situation: Situation, { steps, epochs, perEpoch, batchSize, ownRates }: Asked): Length {
  if (epochs !== null) {
    const reason = { argument: "epochs", reason: "asked", values: {}, source: "" };
    return { length: { by: "epochs", value: epochs }, reasons: [reason], choices: [] };
  }
  const recommended = recommendedSteps(situation, ownRates);
  const wanted = steps ?? Math.max(1, Math.round(recommended.steps / batchSize));
  const values = { steps: wanted, perEpoch };
  const why: Reason[] = steps === null ? [{ argument: "steps", values, ...recommended.reason }] : [];
  // Less than half an epoch: whole epochs would be something else altogether.
  if (perEpoch === 0 || wanted < perEpoch / 2) {
    const exact = { argument: "steps", reason: "stepsExact", values, source: "trainer" };
    return { length: { by: "steps", value: wanted }, reasons: perEpoch === 0 ? why : [...why, exact], choices: [] };
  }
  const exact = wanted / perEpoch;
  const rounded = [...new Set([Math.floor(exact), Math.ceil(exact)].map((value) => Math.max(1, value)))];
  const rounds = rounded.map((value) => ({ epochs: value, steps: value * perEpoch, off: value * perEpoch - wanted }));
  rounds.sort((left, right) => Math.abs(left.off) - Math.abs(right.off));
  const value = rounds[0]?.epochs ?? 1;
  return {
    length: { by: "epochs", value },
    reasons: [...why, { argument: "epochs", reason: "epochsSolved", values, source: "article" }],
    choices: rounds,
  };
}

// Files to compare; more take longer to look at than to train.
const SAVES = 8;

/** Saves often enough to compare checkpoints, unless the plan says how. */
export function withSaves({ plan, reasons }: Draft, total: number): Draft {
  const saves = ["save_every_n_epochs", "save_every_n_steps", "save_n_epoch_ratio"];
  if (saves.some((name) => plan.arguments[name] !== undefined)) return { plan, reasons };
  const byEpoch = plan.length.by === "epochs" && plan.length.value >= SAVES / 2;
  const every = Math.max(1, Math.round((byEpoch ? plan.length.value : total) / SAVES));
  const argument = byEpoch ? "save_every_n_epochs" : "save_every_n_steps";
  const reason = { argument, reason: byEpoch ? "savesEpochs" : "savesSteps", values: { every }, source: "article" };
  return { plan: { ...plan, arguments: { ...plan.arguments, [argument]: every } }, reasons: [...reasons, reason] };
}
