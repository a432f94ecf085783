import { configPath, isTable, readToml, settingOf } from "../command/config-file.js";
import type { SettingValue } from "../command/setting-value.js";
import { Settings } from "../command/settings.js";
import { inTrain, PythonError } from "../screen/traceback.js";
import type { BucketOptions, Size } from "./buckets.js";
import { type SubsetOptions, subsetFolders } from "./subset.js";

export interface DatasetOptions extends BucketOptions {
  batchSize: number;
  buckets: boolean;
  subsets: SubsetOptions[];
}

function sizeOf(settings: Settings): Size {
  const sides = settings.text("resolution")?.split(",").map(Number) ?? settings.list("resolution").map(Number);
  const number = settings.number("resolution");
  const [width, height] = number === null ? sides : [number];
  if (width === undefined) {
    const message = "resolution is required / resolution（解像度）指定は必須です";
    throw new PythonError("AssertionError", message, inTrain(556, datasetLine));
  }
  return [width, height ?? width];
}

export const datasetLine =
  "train_dataset_group, val_dataset_group = config_util.generate_dataset_group_by_blueprint(blueprint.dataset_group)";

function subsetOptions(settings: Settings, folder: string, isReg: boolean): SubsetOptions {
  return {
    folder,
    isReg,
    repeats: settings.number("num_repeats") ?? settings.number("dataset_repeats") ?? 1,
    classTokens: settings.text("class_tokens"),
    captionExtension: settings.text("caption_extension") ?? settings.text("caption_extention") ?? ".caption",
    shuffleCaption: settings.flag("shuffle_caption"),
    keepTokens: settings.number("keep_tokens") ?? 0,
  };
}

const datasetOptions = (settings: Settings, subsets: SubsetOptions[]): DatasetOptions => ({
  resolution: sizeOf(settings),
  batchSize: settings.number("batch_size") ?? settings.number("train_batch_size") ?? 1,
  // Without a subset there is nobody who asks for buckets.
  buckets: settings.flag("enable_bucket") && subsets.length > 0,
  smallest: settings.number("min_bucket_reso") ?? 256,
  largest: settings.number("max_bucket_reso") ?? 1024,
  step: settings.number("bucket_reso_steps") ?? 64,
  noUpscale: settings.flag("bucket_no_upscale"),
  subsets,
});

/** The one dataset that the folders of `train_data_dir` and `reg_data_dir` make. */
export function datasetOfFolders(settings: Settings, refuse: (name: string) => void): DatasetOptions[] {
  const places = [settings.text("train_data_dir"), settings.text("reg_data_dir")];
  const subsets = places.flatMap((parent, index) =>
    subsetFolders(parent, refuse).map(({ folder, repeats, classTokens }) => ({
      ...subsetOptions(settings, folder, index === 1),
      repeats,
      classTokens,
    })),
  );
  return [datasetOptions(settings, subsets)];
}

/** A table's own values over those of the level above. */
function under(above: ReadonlyMap<string, SettingValue>, table: Record<string, unknown>): Map<string, SettingValue> {
  const values = new Map(above);
  for (const [name, value] of Object.entries(table)) {
    const setting = settingOf(value);
    if (setting) values.set(name, setting);
  }
  return values;
}

const tables = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value.filter(isTable) : []);

/** The datasets of a `dataset_config`; what it leaves open comes from the command line. */
export function datasetsOfFile(path: string, given: ReadonlyMap<string, SettingValue>): DatasetOptions[] {
  const toml = readToml(configPath(path));
  const general = under(given, isTable(toml.general) ? toml.general : {});
  return tables(toml.datasets).map((dataset) => {
    const level = under(general, dataset);
    const subsets = tables(dataset.subsets).map((table) => {
      const settings = new Settings(under(level, table));
      return subsetOptions(settings, settings.text("image_dir") ?? "", settings.flag("is_reg"));
    });
    return datasetOptions(new Settings(level), subsets);
  });
}
