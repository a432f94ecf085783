import { parameterNamed } from "../../planning/parameters/table.js";
import type { VariedValue } from "./read-values.js";

/** As people name LoRA files: `lr1e-4`, `dim16`; an empty one stands before values that speak for themselves. */
const shortNames: Readonly<Record<string, string>> = {
  learning_rate: "lr",
  unet_lr: "unetlr",
  text_encoder_lr: "telr",
  network_dim: "dim",
  network_alpha: "alpha",
  network_args: "",
  network_module: "",
  network_dropout: "dropout",
  optimizer_type: "",
  optimizer_args: "",
  lr_scheduler: "",
  lr_warmup_steps: "warmup",
  train_batch_size: "bs",
  gradient_accumulation_steps: "acc",
  max_train_steps: "steps",
  max_train_epochs: "ep",
  resolution: "",
  min_snr_gamma: "snr",
  noise_offset: "noise",
  loss_type: "",
  clip_skip: "clip",
  caption_extension: "",
  train_data_dir: "",
  pretrained_model_name_or_path: "",
  mixed_precision: "",
};

/** Bytes of a name: the trainer adds `-step00000000-state`, and file systems take 255. */
const MOST_BYTES = 150;
const MOST_LETTERS = 24;
/** Smaller numbers are read as 1e-4, not by counting zeros. */
const SMALL = 1e-3;

/** A value as people write it. */
export function valueText(value: VariedValue): string {
  if (value === null) return "–";
  if (typeof value === "boolean") return value ? "on" : "off";
  if (Array.isArray(value)) return value.map(valueText).join(" ");
  const isSmall = typeof value === "number" && value !== 0 && Math.abs(value) < SMALL;
  return isSmall ? value.toExponential() : String(value);
}

const lastPart = (path: string): string => path.split(/[\\/]/).filter(Boolean).at(-1) ?? path;

/** What a file system of any kind takes: letters and digits of all languages, and a few signs. */
const safe = (text: string): string =>
  [
    ...text
      .normalize("NFC")
      .replaceAll("=", "")
      .replace(/[^\p{L}\p{M}\p{N}._+-]+/gu, "-"),
  ]
    .slice(0, MOST_LETTERS)
    .join("")
    .replace(/^[-.]+|[-.]+$/g, "");

function part(argument: string, value: VariedValue): string {
  const short = shortNames[argument] ?? argument.replaceAll("_", "-");
  const spoken = short || argument.replaceAll("_", "-");
  if (value === null || value === false) return `no-${spoken}`;
  if (value === true) return spoken;
  const type = parameterNamed(argument)?.type;
  const text = valueText(value);
  if (argument === "resolution") return safe(text.replaceAll(",", "x"));
  if (type === "file" || argument === "pretrained_model_name_or_path") {
    return short + safe(lastPart(text).replace(/\.[a-z]+$/i, ""));
  }
  return short + safe(type === "folder" ? lastPart(text) : text);
}

function shortened(text: string, bytes: number): string {
  let kept = "";
  let size = 0;
  for (const letter of text) {
    size += Buffer.byteLength(letter);
    if (size > bytes) break;
    kept += letter;
  }
  return kept;
}

/**
 * Names for runs, each of what it alone has: `okara-lr1e-4-dim16`. Safe as file names and unique among themselves, on disks
 * that tell no capitals too; what is taken on disk is not looked at.
 */
export function runNames(base: string, runs: readonly (readonly (readonly [string, VariedValue])[])[]): string[] {
  const used = new Set<string>();
  return runs.map((differs) => {
    const ending = differs.map(([argument, value]) => `-${part(argument, value)}`).join("");
    for (let number = 1; ; number += 1) {
      const all = shortened(ending, MOST_BYTES / 2) + (number === 1 ? "" : `-${number}`);
      const name = shortened(base, MOST_BYTES - Buffer.byteLength(all)) + all;
      if (used.has(name.toLowerCase())) continue;
      used.add(name.toLowerCase());
      return name;
    }
  });
}
