import type { JsonValue, KohyaConfig } from "../plan.js";
import { pythonFloat, pythonInteger } from "./kohya-python.js";
import type { KohyaVersion } from "./read-kohya.js";

/** Keys whose text the GUI turns into whole numbers when it opens a file, and what it takes where that fails. */
const wholeNumbers: Readonly<Record<string, number>> = {
  caption_dropout_every_n_epochs: 0,
  clip_skip: 0,
  epoch: 0,
  gradient_accumulation_steps: 0,
  keep_tokens: 0,
  lr_scheduler_num_cycles: 1,
  lr_warmup: 0,
  max_data_loader_n_workers: 0,
  max_token_length: 75,
  max_train_epochs: 0,
  max_train_steps: 0,
  save_every_n_epochs: 0,
  seed: 0,
};

const fractions: Readonly<Record<string, number>> = {
  learning_rate: 0,
  lr_scheduler_power: 1,
  noise_offset: 0,
  text_encoder_lr: 0,
  unet_lr: 0,
};

/** Names of keys before they were renamed. The GUI itself converts the first; for the others the new key wins. */
const renamed: Readonly<Record<string, string>> = {
  lora_network_weights: "network_weights",
  conv_dims: "conv_block_dims",
  conv_alphas: "conv_block_alphas",
  save_as: "save_as_bool",
};

/**
 * One value as the GUI's loader has it. Text that is no number stays text here, so that the reader can name the field;
 * only an empty one, which the GUI itself used to save, becomes the loader's substitute.
 */
function converted(value: JsonValue, whole: boolean, substitute: number): JsonValue {
  if (typeof value === "number") return whole ? Math.trunc(value) : value;
  if (typeof value === "boolean") return Number(value);
  if (typeof value !== "string") return value;
  if (value.trim() === "") return substitute;
  return (whole ? pythonInteger(value) : pythonFloat(value)) ?? value;
}

/**
 * What Kohya's GUI makes of a file when it opens it: text becomes numbers, old names and values become today's. Never
 * changes `config`. Sources: `update_my_data` of v24.1.7 and HEAD (2026-07-10).
 */
export function loadedKohya(config: KohyaConfig, version: KohyaVersion): ReadonlyMap<string, JsonValue> {
  const loaded = new Map(Object.entries(config));

  for (const [key, value] of loaded) {
    const inWhole = Object.hasOwn(wholeNumbers, key) || (key === "adaptive_noise_scale" && version === "24");
    if (inWhole) loaded.set(key, converted(value, true, wholeNumbers[key] ?? 0));
    else if (Object.hasOwn(fractions, key) || key === "adaptive_noise_scale")
      loaded.set(key, converted(value, false, fractions[key] ?? 0));
  }

  for (const [old, today] of Object.entries(renamed)) {
    const value = loaded.get(old);
    if (value === undefined) continue;
    if (value !== null && (old === "lora_network_weights" || !loaded.has(today))) loaded.set(today, value);
    loaded.delete(old);
  }

  if (!loaded.has("optimizer")) loaded.set("optimizer", config.use_8bit_adam ? "AdamW8bit" : "AdamW");
  loaded.delete("use_8bit_adam");
  if (loaded.get("use_wandb") === "True") loaded.set("log_with", "wandb");
  loaded.delete("use_wandb");

  const xformers = loaded.get("xformers");
  if (typeof xformers === "boolean") loaded.set("xformers", xformers ? "xformers" : "none");
  if (loaded.get("LoRA_type") === "LoCon") loaded.set("LoRA_type", "LyCORIS/LoCon");
  const form = loaded.get("save_model_as");
  if (typeof form === "string" && form !== "safetensors" && form !== "ckpt") loaded.set("save_model_as", "safetensors");
  return loaded;
}
