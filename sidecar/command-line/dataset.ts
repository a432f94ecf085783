import { StudioError } from "../host/studio-error.js";
import { flag, fromWhereTheUserStands, parseArguments, text, wholeNumber } from "./arguments.js";
import { captionsCommand } from "./captions.js";
import { arrangeCommand, arrangeUsage, trainingFolderCommand, trainingFolderUsage } from "./dataset-arrange.js";
import { checkCommand, checkUsage, duplicatesCommand, duplicatesUsage } from "./dataset-check.js";
import { cutoutCommand, cutoutModelsUsage, cutoutUsage } from "./dataset-cutout.js";
import { resizeCommand, resizeUsage } from "./dataset-resize.js";
import { subjectCommand, subjectUsage } from "./dataset-subject.js";
import { exportCommand, exportUsage, importCommand, importUsage, importVideoUsage } from "./dataset-transfer.js";
import type { Output } from "./output.js";
import { withClient } from "./with-client.js";

export const datasetUsage = [
  "dataset rename DIR [--start 1] [--digits 4] [--recursive] [--dry-run] [--json]",
  "dataset buckets DIR --resolution 600,900 [--batch-size 1] [--no-upscale] [--no-buckets] [--reg DIR] [--min-bucket 256] [--max-bucket 2048] [--bucket-step 64] [--recursive] [--json]",
  checkUsage,
  duplicatesUsage,
  importUsage,
  importVideoUsage,
  exportUsage,
  arrangeUsage,
  trainingFolderUsage,
  subjectUsage,
  resizeUsage,
  cutoutUsage,
  cutoutModelsUsage,
  "dataset undo DIR [--json]",
];

const ALL = 1_000_000;
const LISTED_FOR_PEOPLE = 40;

function rename(rest: string[], output: Output): Promise<number> {
  const options = { start: text, digits: text, recursive: flag, "dry-run": flag, json: flag };
  const given = parseArguments(rest, options, datasetUsage[0] ?? "");
  const [start, digits] = [given.text("start"), given.text("digits")];
  const dryRun = given.flag("dry-run");
  return withClient(async (client) => {
    const result = await client.call("dataset/rename", {
      folder: given.folder,
      recursive: given.flag("recursive"),
      dryRun,
      limit: output.json ? ALL : LISTED_FOR_PEOPLE,
      ...(start === undefined ? {} : { start: wholeNumber("start", start) }),
      ...(digits === undefined ? {} : { digits: wholeNumber("digits", digits) }),
    });
    if (output.json) output.document(result);
    else {
      for (const { from, to } of result.renamed) output.print(`${from}\n  → ${to}`);
      const rest = result.files - result.renamed.length;
      if (rest > 0) output.print(`… and ${rest} more`);
      const done = result.step === null ? "" : ` (step ${result.step})`;
      output.print(
        `${result.files} files of ${result.pictures} pictures ${dryRun ? "would get" : "got"} new names${done}.`,
      );
      for (const { message, hint } of result.problems) output.say(`${message}\n    ${hint}`);
    }
    return result.problems.length > 0 ? 3 : 0;
  });
}

const bucketOptions = {
  resolution: text,
  "batch-size": text,
  "no-upscale": flag,
  "no-buckets": flag,
  reg: text,
  "min-bucket": text,
  "max-bucket": text,
  "bucket-step": text,
  recursive: flag,
  json: flag,
};

/** `600,900`, or one number for both sides. @throws StudioError "badArguments" */
function resolutionOf(given: string | undefined): [number, number] {
  const sides = (given ?? "").split(/[,x×]/).map((side) => side.trim());
  const [width = "", height = width] = sides;
  if (sides.length > 2 || !/^\d+$/.test(width) || !/^\d+$/.test(height)) {
    throw new StudioError(
      "badArguments",
      `--resolution: expected 600,900, found "${given ?? ""}".`,
      datasetUsage[1] ?? "",
    );
  }
  return [Number(width), Number(height)];
}

function buckets(rest: string[], output: Output): Promise<number> {
  const given = parseArguments(rest, bucketOptions, datasetUsage[1] ?? "");
  const whole = (name: string): number | undefined => {
    const value = given.text(name);
    return value === undefined ? undefined : wholeNumber(name, value);
  };
  const numbers = {
    batchSize: whole("batch-size"),
    smallest: whole("min-bucket"),
    largest: whole("max-bucket"),
    step: whole("bucket-step"),
  };
  const reg = given.text("reg");
  return withClient(async (client) => {
    const result = await client.call("dataset/buckets", {
      folder: given.folder,
      recursive: given.flag("recursive"),
      resolution: resolutionOf(given.text("resolution")),
      buckets: !given.flag("no-buckets"),
      upscale: !given.flag("no-upscale"),
      limit: ALL,
      ...Object.fromEntries(Object.entries(numbers).filter(([, value]) => value !== undefined)),
      ...(reg === undefined ? {} : { regularisation: fromWhereTheUserStands(reg) }),
    });
    if (output.json) output.document(result);
    else {
      for (const { width, height, count, batches } of result.buckets) {
        output.print(`${width}×${height}: ${count} showings, ${batches} batches`);
      }
      output.print(`${result.batchesPerEpoch} batches an epoch.`);
      const most = [...result.images].sort((left, right) => right.lost - left.lost).slice(0, 10);
      for (const { path, lost, bucket } of most.filter((image) => image.lost >= 0.01)) {
        output.print(`${path}: ${(lost * 100).toFixed(0)} % is cut away for ${bucket.join("×")}`);
      }
      for (const { path, cutsSubject } of result.images) {
        if (cutsSubject?.length) output.print(`${path}: the subject is cut at the ${cutsSubject.join(", ")}`);
      }
      for (const { message, hint } of result.problems) output.say(`${message}\n    ${hint}`);
    }
    return result.problems.length > 0 ? 3 : 0;
  });
}

/** `dataset VERB DIR`; the history is the folder's own, that of its captions too. */
export async function datasetCommand(argumentList: string[], output: Output, signal: AbortSignal): Promise<number> {
  const [verb = "", ...rest] = argumentList;
  if (verb === "check") return checkCommand(rest, { output, signal });
  if (verb === "duplicates") return duplicatesCommand(rest, { output, signal });
  if (verb === "subject") return subjectCommand(rest, output);
  if (verb === "resize") return resizeCommand(rest, output, signal);
  if (verb === "arrange") return arrangeCommand(rest, output);
  if (verb === "training-folder") return trainingFolderCommand(rest, output);
  if (verb === "import") return importCommand(rest, output);
  if (verb === "export") return exportCommand(rest, output);
  if (verb === "rename") return rename(rest, output);
  if (verb === "buckets") return buckets(rest, output);
  if (verb === "cutout") return cutoutCommand(rest, output, signal);
  if (verb === "undo") return captionsCommand(["undo", ...rest], output);
  const verbs = datasetUsage.map((usage) => usage.split(" ")[1]).join(", ");
  throw new StudioError("badArguments", `dataset knows ${verbs}; found "${verb}".`, datasetUsage.join("\n"));
}
