import { basename } from "node:path";
import type { Settings } from "../command/settings.js";
import type { Dataset } from "../dataset/dataset.js";
import type { Subset } from "../dataset/subset.js";
import { pythonFloat } from "../screen/numbers.js";
import { PythonNumber, pythonJson } from "./python-json.js";

/** How often each tag stands in the captions of each folder. */
function tagFrequency(subsets: readonly Subset[]): Record<string, Record<string, number>> {
  const frequency: Record<string, Record<string, number>> = {};
  for (const { folder, pictures, classTokens } of subsets) {
    const counts = frequency[basename(folder)] ?? {};
    frequency[basename(folder)] = counts;
    for (const { caption } of pictures) {
      for (const tag of (caption ?? classTokens ?? "").split(",").map((one) => one.trim().toLowerCase())) {
        if (tag) counts[tag] = (counts[tag] ?? 0) + 1;
      }
    }
  }
  return frequency;
}

const folders = (subsets: readonly Subset[]): Record<string, { n_repeats: number; img_count: number }> =>
  Object.fromEntries(
    subsets.map(({ folder, repeats, pictures }) => [
      basename(folder),
      { n_repeats: repeats, img_count: pictures.length },
    ]),
  );

const bucketInfo = ({ list, aspectError }: Dataset) => ({
  buckets: Object.fromEntries(list.map(({ size, count }, index) => [index, { resolution: size, count }])),
  mean_img_ar_error: new PythonNumber(pythonFloat(aspectError)),
});

/** One dataset from folders: everything has a key of its own. */
function single(dataset: Dataset, settings: Settings): Record<string, string> {
  const learnt = dataset.subsets.filter(({ isReg }) => !isReg);
  const reg = dataset.subsets.filter(({ isReg }) => isReg);
  const python = (value: boolean): string => (value ? "True" : "False");
  return {
    ss_batch_size_per_device: String(dataset.batchSize),
    ss_total_batch_size: String(dataset.batchSize),
    ss_resolution: `(${dataset.resolution.join(", ")})`,
    ss_color_aug: settings.shown("color_aug", "False"),
    ss_flip_aug: settings.shown("flip_aug", "False"),
    ss_random_crop: settings.shown("random_crop", "False"),
    ss_shuffle_caption: settings.shown("shuffle_caption", "False"),
    ss_enable_bucket: python(dataset.buckets),
    ss_bucket_no_upscale: python(dataset.noUpscale),
    ss_min_bucket_reso: String(dataset.smallest),
    ss_max_bucket_reso: String(dataset.largest),
    ss_keep_tokens: settings.shown("keep_tokens", "0"),
    ss_dataset_dirs: pythonJson(folders(learnt)),
    ss_reg_dataset_dirs: pythonJson(folders(reg)),
    ss_tag_frequency: pythonJson(tagFrequency(dataset.subsets)),
    ss_bucket_info: pythonJson(dataset.buckets ? bucketInfo(dataset) : null),
    ss_resize_interpolation: settings.shown("resize_interpolation"),
  };
}

/** Datasets of a `dataset_config`: all in `ss_datasets`. */
function several(datasets: readonly Dataset[]): Record<string, string> {
  const list = datasets.map((dataset) => ({
    is_dreambooth: true,
    batch_size_per_device: dataset.batchSize,
    num_train_images: dataset.images,
    num_reg_images: dataset.regImages,
    resolution: dataset.resolution,
    enable_bucket: dataset.buckets,
    bucket_no_upscale: dataset.noUpscale,
    min_bucket_reso: dataset.smallest,
    max_bucket_reso: dataset.largest,
    tag_frequency: tagFrequency(dataset.subsets),
    bucket_info: dataset.buckets ? bucketInfo(dataset) : null,
    resize_interpolation: null,
    subsets: dataset.subsets.map((subset) => ({
      img_count: subset.pictures.length,
      num_repeats: subset.repeats,
      shuffle_caption: subset.shuffleCaption,
      keep_tokens: subset.keepTokens,
      image_dir: basename(subset.folder),
      class_tokens: subset.classTokens,
      is_reg: subset.isReg,
    })),
  }));
  return { ss_datasets: pythonJson(list) };
}

/** What the metadata says of the pictures. */
export function datasetMetadata(datasets: readonly Dataset[], settings: Settings): Record<string, string> {
  const [first] = datasets;
  return first && settings.text("dataset_config") === null ? single(first, settings) : several(datasets);
}
