import { type Dataset, makeDataset } from "../dataset/dataset.js";
import { type DatasetOptions, datasetLine, datasetOfFolders, datasetsOfFile } from "../dataset/dataset-options.js";
import { describeDataset } from "../dataset/describe.js";
import { pictureSize } from "../dataset/picture-size.js";
import { captionOf, isFolder, type Picture, picturePaths, type Subset, type SubsetOptions } from "../dataset/subset.js";
import {
  bucketSidesIgnored,
  largestTooSmall,
  noCaptions,
  noData,
  noPictures,
  noReg,
  noRepeats,
  smallestTooLarge,
  tooManyReg,
} from "../dataset/warnings.js";
import { pythonFloat } from "../screen/numbers.js";
import { quickBar } from "../screen/progress-bar.js";
import { inTrain, PythonError } from "../screen/traceback.js";
import type { Session } from "./session.js";

const inDataset = inTrain(556, datasetLine);

function checkBucketSides({ buckets, resolution, smallest, largest }: DatasetOptions): void {
  if (!buckets) return;
  const at = (line: number, text: string) => [
    ...inDataset,
    ["library/train_util.py", line, "adjust_min_max_bucket_reso_by_steps", text] as const,
  ];
  if (Math.min(...resolution) < smallest) {
    throw new PythonError("AssertionError", smallestTooLarge, at(767, "min(resolution) >= min_bucket_reso"));
  }
  if (Math.max(...resolution) > largest) {
    throw new PythonError("AssertionError", largestTooSmall, at(770, "max(resolution) <= max_bucket_reso"));
  }
}

async function sizeOf(path: string): Promise<Picture["size"]> {
  const size = await pictureSize(path);
  if (size) return size;
  throw new PythonError("PIL.UnidentifiedImageError", `cannot identify image file '${path}'`, [
    ...inDataset,
    ["site/PIL/Image.py", 3704, "open", "raise UnidentifiedImageError(msg)"],
  ]);
}

/** As sd-scripts lists the pictures without captions: five by name. */
function tellMissingCaptions({ log }: Session, pictures: readonly Picture[]): void {
  const missing = pictures.filter(({ caption }) => caption === null);
  if (missing.length === 0) return;
  log.warning("train_util.py:2090", noCaptions(missing.length));
  for (const { path } of missing.slice(0, 5)) log.warning("train_util.py:2097", path);
  if (missing.length > 5) log.warning("train_util.py:2094", `${missing[5]?.path}... and ${missing.length - 5} more`);
}

async function readSubset(session: Session, options: SubsetOptions): Promise<Subset | null> {
  const { log, streams } = session;
  if (!isFolder(options.folder)) {
    log.warning("train_util.py:1994", `not directory: ${options.folder}`);
    return null;
  }
  const paths = picturePaths(options.folder);
  log.info("train_util.py:2005", "get image size from name of cache files");
  quickBar(streams, "", paths.length);
  log.info("train_util.py:2035", `set image size from cache files: 0/${paths.length}`);
  log.info("train_util.py:2059", `found directory ${options.folder} contains ${paths.length} image files`);
  quickBar(streams, "read caption", paths.length);
  const pictures: Picture[] = [];
  for (const path of paths) {
    pictures.push({ path, caption: captionOf(path, options.captionExtension), size: await sizeOf(path) });
  }
  tellMissingCaptions(session, pictures);
  if (pictures.length === 0) log.warning("train_util.py:2132", noPictures(options.folder));
  return pictures.length > 0 ? { ...options, pictures } : null;
}

function tellBuckets({ log, streams }: Session, dataset: Dataset, number: number): void {
  log.info("config_util.py:592", `[Prepare dataset ${number}]`);
  log.info("train_util.py:992", "loading image sizes.");
  quickBar(
    streams,
    "",
    dataset.subsets.reduce((sum, { pictures }) => sum + pictures.length, 0),
  );
  log.info("train_util.py:1015", dataset.buckets || dataset.list.length === 0 ? "make buckets" : "prepare dataset");
  if (dataset.buckets && dataset.noUpscale) log.warning("train_util.py:1032", bucketSidesIgnored);
  if (dataset.list.some(({ size }) => Math.min(...size) <= 0)) {
    throw new PythonError("ZeroDivisionError", "division by zero", [
      ...inDataset,
      ["library/train_util.py", 345, "select_bucket", "ar_error = (reso[0] / reso[1]) - aspect_ratio"],
    ]);
  }
  if (!dataset.buckets && dataset.list.length > 0) return;
  log.info("train_util.py:1061", "number of images (including repeats) / 各bucketの画像枚数（繰り返し回数を含む）");
  for (const [index, { size, count }] of dataset.list.entries()) {
    log.info("train_util.py:1066", `bucket ${index}: resolution (${size[0]}, ${size[1]}), count: ${count}`);
  }
  const error = dataset.list.length === 0 ? "0" : pythonFloat(dataset.aspectError);
  log.info("train_util.py:1074", `mean ar error (without repeats): ${error}`);
}

async function readDataset(session: Session, options: DatasetOptions, number: number): Promise<Dataset> {
  const { log, settings } = session;
  checkBucketSides(options);
  log.info("train_util.py:2112", "prepare images.");
  const subsets: Subset[] = [];
  for (const one of options.subsets) {
    const subset = await readSubset(session, one);
    if (subset) subsets.push(subset);
  }
  const dataset = makeDataset(options, subsets);
  log.info("train_util.py:2158", `${dataset.images} train images with repeats.`);
  log.info("train_util.py:2162", `${dataset.regImages} reg images with repeats.`);
  if (dataset.images < dataset.regImages) log.warning("train_util.py:2165", tooManyReg);
  if (dataset.regImages === 0) log.warning("train_util.py:2167", noReg);
  log.info("config_util.py:580", describeDataset(number, options, subsets, settings));
  return dataset;
}

/** Reads the pictures; null when there are none, which the trainer says and then ends with exit code 0. */
export async function prepareData(session: Session): Promise<Dataset[] | null> {
  const { settings, log, values } = session;
  const file = settings.text("dataset_config");
  if (file === null) log.info("train_network.py:530", "Using DreamBooth method.");
  else log.info("train_network.py:519", `Loading dataset config from ${file}`);
  const all =
    file === null
      ? datasetOfFolders(settings, (name) => log.warning("config_util.py:613", noRepeats(name)))
      : datasetsOfFile(file, values);
  const datasets: Dataset[] = [];
  for (const [number, options] of all.entries()) datasets.push(await readDataset(session, options, number));
  for (const [number, dataset] of datasets.entries()) tellBuckets(session, dataset, number);
  if (datasets.every(({ images }) => images === 0)) {
    log.error("train_network.py:576", noData);
    return null;
  }
  return datasets;
}
