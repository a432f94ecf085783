/** What a key of a dataset file holds. */
export type DatasetKind = "flag" | "whole" | "point" | "number" | "text" | "resolution" | "range" | "table";

/** Keys of `[[datasets]]`; also in `[general]`. Source: `ConfigSanitizer` of sd-scripts 48d368fa, library/config_util.py. */
export const datasetKeys: Readonly<Record<string, DatasetKind>> = {
  batch_size: "whole",
  bucket_no_upscale: "flag",
  bucket_reso_steps: "whole",
  enable_bucket: "flag",
  max_bucket_reso: "whole",
  min_bucket_reso: "whole",
  network_multiplier: "point",
  resize_interpolation: "text",
  resolution: "resolution",
  validation_seed: "whole",
  validation_split: "point",
};

/** Keys of `[[datasets.subsets]]`; also in `[[datasets]]` and `[general]`, for all subsets below. */
export const sharedSubsetKeys: Readonly<Record<string, DatasetKind>> = {
  cache_info: "flag",
  caption_dropout_every_n_epochs: "whole",
  caption_dropout_rate: "number",
  caption_extension: "text",
  caption_prefix: "text",
  caption_separator: "text",
  caption_suffix: "text",
  caption_tag_dropout_rate: "number",
  class_tokens: "text",
  color_aug: "flag",
  custom_attributes: "table",
  enable_wildcard: "flag",
  face_crop_aug_range: "range",
  flip_aug: "flag",
  keep_tokens: "whole",
  keep_tokens_separator: "text",
  num_repeats: "whole",
  random_crop: "flag",
  resize_interpolation: "text",
  secondary_separator: "text",
  shuffle_caption: "flag",
  token_warmup_min: "whole",
  token_warmup_step: "number",
};

/** Keys of a subset only. A subset with `metadata_file` is of the fine-tuning style, one with the other of ControlNet's. */
export const ownSubsetKeys: Readonly<Record<string, DatasetKind>> = {
  alpha_mask: "flag",
  conditioning_data_dir: "text",
  image_dir: "text",
  is_reg: "flag",
  metadata_file: "text",
};

const expected: Readonly<Record<DatasetKind, string>> = {
  flag: "true or false",
  whole: "a whole number",
  point: "a number with a point",
  number: "a number",
  text: "a text",
  resolution: "a whole number or two in a list",
  range: "two numbers with a point in a list",
  table: "a table",
};

const isWhole = (value: unknown): value is bigint => typeof value === "bigint" && Number.isSafeInteger(Number(value));
const isPoint = (value: unknown): boolean => typeof value === "number" && Number.isFinite(value);
const isPair = (value: unknown, test: (one: unknown) => boolean): boolean =>
  Array.isArray(value) && value.length === 2 && value.every(test);

/** null when `value`, as TOML has it, is of `kind`; otherwise what was expected. As strict as the trainer: 1 is no 1.0. */
export function datasetExpectation(kind: DatasetKind, value: unknown): string | null {
  const fits: Readonly<Record<DatasetKind, boolean>> = {
    flag: typeof value === "boolean",
    whole: isWhole(value),
    point: isPoint(value),
    number: isWhole(value) || isPoint(value),
    text: typeof value === "string",
    resolution: isWhole(value) || isPair(value, isWhole),
    range: isPair(value, isPoint),
    // A plan keeps no tables: such a key is told instead of lost.
    table: false,
  };
  return fits[kind] ? null : expected[kind];
}
