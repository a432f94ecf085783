import { StudioError } from "../host/studio-error.js";
import { familyNames, isFamily } from "../planning/families.js";
import { parameterNamed, parameters } from "../planning/parameters/table.js";
import type { ArgumentValue } from "../planning/plan.js";
import { flag, text, texts } from "./arguments.js";

const wrong = (message: string, hint: string): StudioError => new StudioError("badArguments", message, hint);

/** Short names beside the trainer's own: `--batch-size 2` is `train_batch_size`. */
const short: Readonly<Record<string, string>> = {
  "batch-size": "train_batch_size",
  accumulation: "gradient_accumulation_steps",
  resolution: "resolution",
  optimizer: "optimizer_type",
  scheduler: "lr_scheduler",
  "learning-rate": "learning_rate",
  "unet-lr": "unet_lr",
  "text-encoder-lr": "text_encoder_lr",
  dim: "network_dim",
  alpha: "network_alpha",
  warmup: "lr_warmup_steps",
  seed: "seed",
  "save-every": "save_every_n_steps",
  "save-every-epochs": "save_every_n_epochs",
};

/** Options that stand for arguments of the trainer. */
export const argumentOptions = {
  set: texts,
  ...Object.fromEntries(Object.keys(short).map((name) => [name, text])),
};

export const planOptions = {
  steps: text,
  epochs: text,
  repeats: text,
  processes: text,
  concept: text,
  trigger: text,
  "base-model": text,
  family: text,
  output: text,
  name: text,
  memory: text,
  patience: text,
  preset: text,
  type: text,
  from: text,
  save: flag,
  overwrite: flag,
  "output-dir": text,
  json: flag,
  ...argumentOptions,
};

const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

function asNumber(name: string, given: string): number {
  if (NUMBER.test(given.trim())) return Number(given);
  throw wrong(`${name} expects a number; found "${given}".`, `For instance ${name}=1e-4`);
}

function asFlag(name: string, given: string): boolean {
  const word = given.trim().toLowerCase();
  if (["true", "yes", "1", "on"].includes(word)) return true;
  if (["false", "no", "0", "off"].includes(word)) return false;
  throw wrong(`${name} expects true or false; found "${given}".`, `For instance ${name}=true`);
}

/** A text as the argument's type wants it. @throws StudioError "badArguments" for a name that the trainer does not know */
function argumentValue(name: string, given: string): ArgumentValue {
  const parameter = parameterNamed(name);
  if (!parameter) {
    const near = parameters.filter((one) => one.name.includes(name)).slice(0, 5);
    const hint =
      near.length > 0 ? `Near: ${near.map((one) => one.name).join(", ")}.` : "`plan parameters WORDS` finds them.";
    throw wrong(`The trainer has no argument "${name}".`, hint);
  }
  switch (parameter.type) {
    case "flag":
      return asFlag(name, given);
    case "integer":
    case "number":
      return asNumber(name, given);
    case "numbers":
      return given
        .split(/[,\s]+/)
        .filter(Boolean)
        .map((one) => asNumber(name, one));
    case "words":
      return given.split(/\s+/).filter(Boolean);
    default:
      return given;
  }
}

/** `NAME=VALUE` words of `--set`, and the short options. */
export function argumentsGiven(given: {
  text(name: string): string | undefined;
  texts(name: string): string[];
}): Record<string, ArgumentValue> {
  const values: Record<string, ArgumentValue> = {};
  for (const [option, name] of Object.entries(short)) {
    const value = given.text(option);
    if (value !== undefined) values[name] = argumentValue(name, value);
  }
  for (const word of given.texts("set")) {
    const at = word.indexOf("=");
    if (at < 1) throw wrong(`--set expects NAME=VALUE; found "${word}".`, "For instance --set min_snr_gamma=5");
    values[word.slice(0, at)] = argumentValue(word.slice(0, at), word.slice(at + 1));
  }
  return values;
}

/** @throws StudioError "badArguments" that lists the families */
export function familyGiven(name: string | undefined) {
  if (name === undefined || isFamily(name)) return name;
  throw wrong(
    `--family expects ${familyNames.join(", ")}; found "${name}".`,
    `For instance --family ${familyNames[0]}`,
  );
}
