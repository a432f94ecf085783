import type { Settings } from "../command/settings.js";
import type { DatasetOptions } from "./dataset-options.js";
import type { Subset } from "./subset.js";

const yes = (value: boolean): string => (value ? "True" : "False");

function described(subset: Subset, settings: Settings): string[] {
  return [
    `image_dir: "${subset.folder}"`,
    `image_count: ${subset.pictures.length}`,
    `num_repeats: ${subset.repeats}`,
    `shuffle_caption: ${yes(subset.shuffleCaption)}`,
    `keep_tokens: ${subset.keepTokens}`,
    `caption_dropout_rate: ${settings.shown("caption_dropout_rate", "0.0")}`,
    `caption_dropout_every_n_epochs: ${settings.shown("caption_dropout_every_n_epochs", "0")}`,
    `caption_tag_dropout_rate: ${settings.shown("caption_tag_dropout_rate", "0.0")}`,
    `caption_prefix: ${settings.shown("caption_prefix")}`,
    `caption_suffix: ${settings.shown("caption_suffix")}`,
    `color_aug: ${settings.shown("color_aug", "False")}`,
    `flip_aug: ${settings.shown("flip_aug", "False")}`,
    `face_crop_aug_range: ${settings.shown("face_crop_aug_range")}`,
    `random_crop: ${settings.shown("random_crop", "False")}`,
    `token_warmup_min: ${settings.shown("token_warmup_min", "1")},`,
    `token_warmup_step: ${settings.shown("token_warmup_step", "0")},`,
    `alpha_mask: ${settings.shown("alpha_mask", "False")}`,
    "resize_interpolation: None",
    "custom_attributes: {}",
    `is_reg: ${yes(subset.isReg)}`,
    `class_tokens: ${subset.classTokens ?? "None"}`,
    `caption_extension: ${subset.captionExtension}`,
  ];
}

/** The log record that describes a dataset and its subsets. */
export function describeDataset(
  number: number,
  options: DatasetOptions,
  subsets: readonly Subset[],
  settings: Settings,
): string {
  const [width, height] = options.resolution;
  const lines = [
    `[Dataset ${number}]`,
    `  batch_size: ${options.batchSize}`,
    `  resolution: (${width}, ${height})`,
    "  resize_interpolation: None",
    `  enable_bucket: ${yes(options.buckets)}`,
  ];
  if (options.buckets) {
    lines.push(
      `  min_bucket_reso: ${options.smallest}`,
      `  max_bucket_reso: ${options.largest}`,
      `  bucket_reso_steps: ${options.step}`,
      `  bucket_no_upscale: ${yes(options.noUpscale)}`,
    );
  }
  lines.push("");
  for (const [index, subset] of subsets.entries()) {
    lines.push(`  [Subset ${index} of Dataset ${number}]`);
    lines.push(...described(subset, settings).map((line) => `    ${line}`), "");
  }
  return `${lines.join("\n")}\n`;
}
