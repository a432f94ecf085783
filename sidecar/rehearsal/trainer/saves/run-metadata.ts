import { createHash, randomInt } from "node:crypto";
import { createReadStream, statSync } from "node:fs";
import { basename } from "node:path";
import type { Settings } from "../command/settings.js";
import type { Dataset } from "../dataset/dataset.js";
import { defaultRate, type Optimizer } from "../model/optimizer.js";
import type { ScriptFamily } from "../model/script-family.js";
import type { Course } from "../run/course.js";
import { pythonFloat } from "../screen/numbers.js";
import { datasetMetadata } from "./dataset-metadata.js";

/** In every file that it writes: no LoRA of a rehearsal is to be taken for a real one. */
export const marker = "LoRA Atelier stand-in trainer: nothing was learnt";

/** Keys that are an argument with another name, and what stands there when it is not given. */
const fromArguments: Readonly<Record<string, string>> = {
  adaptive_noise_scale: "None",
  cache_latents: "False",
  caption_dropout_every_n_epochs: "0",
  caption_dropout_rate: "0.0",
  caption_tag_dropout_rate: "0.0",
  clip_skip: "None",
  face_crop_aug_range: "None",
  fp8_base: "False",
  fp8_base_unet: "False",
  full_fp16: "False",
  gradient_accumulation_steps: "1",
  gradient_checkpointing: "False",
  huber_c: "0.1",
  huber_scale: "1.0",
  huber_schedule: "snr",
  ip_noise_gamma: "None",
  ip_noise_gamma_random_strength: "False",
  loss_type: "l2",
  lowram: "False",
  lr_warmup_steps: "0",
  max_grad_norm: "1.0",
  max_token_length: "None",
  max_validation_steps: "None",
  min_snr_gamma: "None",
  mixed_precision: "no",
  multires_noise_discount: "0.3",
  multires_noise_iterations: "None",
  network_dropout: "None",
  noise_offset: "None",
  noise_offset_random_strength: "False",
  output_name: "None",
  prior_loss_weight: "1.0",
  scale_weight_norms: "None",
  seed: "None",
  validate_every_n_epochs: "None",
  validate_every_n_steps: "None",
  validation_seed: "None",
  validation_split: "0.0",
  zero_terminal_snr: "False",
};

// Larger models take too long to read for a run that lasts seconds.
const MOST_BYTES_HASHED = 256 * 1024 * 1024;

async function modelHashes(path: string | null): Promise<Record<string, string>> {
  const found = path === null ? undefined : statSync(path, { throwIfNoEntry: false });
  if (path === null || !found?.isFile()) return path === null ? {} : { ss_sd_model_name: path };
  const named = { ss_sd_model_name: basename(path) };
  if (found.size > MOST_BYTES_HASHED) return named;
  const whole = createHash("sha256");
  for await (const chunk of createReadStream(path)) whole.update(chunk);
  const old = createHash("sha256");
  for await (const chunk of createReadStream(path, { start: 0x100000, end: 0x10ffff })) old.update(chunk);
  return { ...named, ss_sd_model_hash: old.digest("hex").slice(0, 8), ss_new_sd_model_hash: whole.digest("hex") };
}

function rates(settings: Settings, { relative }: Optimizer): Record<string, string> {
  const shown = (name: string): string => (relative ? "None" : settings.shown(name));
  return {
    ss_learning_rate: relative ? "None" : settings.shown("learning_rate", pythonFloat(defaultRate)),
    ss_unet_lr: shown("unet_lr"),
    ss_text_encoder_lr: shown("text_encoder_lr"),
  };
}

const seconds = (): string => String(Date.now() / 1000);

/** What all files of a run say; a save adds its step and time. */
export async function runMetadata(
  settings: Settings,
  datasets: readonly Dataset[],
  family: ScriptFamily,
  optimizer: Optimizer,
  course: Course,
): Promise<Record<string, string>> {
  const sum = (of: (dataset: Dataset) => number): string => String(datasets.reduce((all, one) => all + of(one), 0));
  const metadata: Record<string, string> = {
    ss_v2: settings.shown("v2", "False"),
    ss_base_model_version: family.baseModelVersion,
    ss_network_module: settings.shown("network_module"),
    ss_network_dim: settings.shown("network_dim", "4"),
    ss_network_alpha: settings.shown("network_alpha", "1"),
    ss_training_comment: marker,
  };
  const networkArguments = settings.list("network_args");
  if (networkArguments.length > 0) {
    const pairs = networkArguments.map((pair) => pair.split("=", 2));
    metadata.ss_network_args = JSON.stringify(Object.fromEntries(pairs))
      .replaceAll('":"', '": "')
      .replaceAll('","', '", "');
  }
  // `--no_metadata` keeps only these (without the marker, in the real one).
  if (settings.flag("no_metadata")) return metadata;
  for (const [name, missing] of Object.entries(fromArguments)) metadata[`ss_${name}`] = settings.shown(name, missing);
  const optimizerArguments = optimizer.arguments.map(([name, value]) => `${name}=${value}`).join(",");
  return {
    ...metadata,
    ...datasetMetadata(datasets, settings),
    ...(await modelHashes(settings.text("pretrained_model_name_or_path"))),
    ...rates(settings, optimizer),
    ss_debiased_estimation: settings.shown("debiased_estimation_loss", "False"),
    ss_lr_scheduler: optimizer.scheduler,
    ss_optimizer: `${optimizer.className}${optimizerArguments && `(${optimizerArguments})`}`,
    ss_max_train_steps: String(course.steps),
    ss_num_epochs: String(course.epochs),
    ss_num_batches_per_epoch: String(course.batchesPerEpoch),
    ss_num_train_images: sum(({ images }) => images),
    ss_num_reg_images: sum(({ regImages }) => regImages),
    ss_num_validation_images: "0",
    ss_session_id: String(randomInt(2 ** 32)),
    ss_training_started_at: seconds(),
    ss_sd_scripts_commit_hash: "(unknown)",
  };
}

/** What belongs to one save. */
export function saveMetadata(
  run: Readonly<Record<string, string>>,
  settings: Settings,
  family: ScriptFamily,
  { step, epoch }: { step: number; epoch: number },
): Record<string, string> {
  const resolution = (run.ss_resolution ?? "(512, 512)").replace(/[()]/g, "").replace(", ", "x");
  const progress = { ss_training_finished_at: seconds(), ss_steps: String(step), ss_epoch: String(epoch) };
  return {
    ...run,
    ...(settings.flag("no_metadata") ? {} : progress),
    "modelspec.sai_model_spec": "1.0.1",
    "modelspec.architecture": `${family.architecture}/lora`,
    "modelspec.implementation": "diffusers",
    "modelspec.implementation_version": "sd-scripts/unknown",
    "modelspec.title": settings.text("metadata_title") ?? settings.text("output_name") ?? `LoRA@${seconds()}`,
    "modelspec.resolution": resolution,
    "modelspec.date": new Date().toISOString().slice(0, 19),
    "modelspec.prediction_type": settings.flag("v_parameterization") ? "v" : "epsilon",
  };
}
