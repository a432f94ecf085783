import { isAbsolute } from "node:path";
import type { Params, Result } from "../../protocol/validate.js";
import { StudioError } from "../host/studio-error.js";
import { cutoutEn } from "../words/cutout-en.js";
import { flag, fromWhereTheUserStands, parseArguments, text, threshold } from "./arguments.js";
import { followJob } from "./follow-job.js";
import { type Output, progressLine } from "./output.js";
import type { StudioClient } from "./studio-client.js";
import { withClient } from "./with-client.js";

export const cutoutUsage =
  "dataset cutout DIR [--model FILE|NAME] [--background transparent|white|#rrggbb] [--output DIR | --beside] [--threshold 0.5] [--despeckle 0.001] [--matting 240,10,10] [--no-decontaminate] [--masks] [--recursive] [--json]";
export const cutoutModelsUsage = "dataset cutout --models [--json]";

const options = {
  model: text,
  background: text,
  output: text,
  beside: flag,
  threshold: text,
  despeckle: text,
  matting: text,
  decontaminate: flag,
  "no-decontaminate": flag,
  masks: flag,
  recursive: flag,
  json: flag,
};

type Settings = NonNullable<Params<"dataset/cutout">["settings"]>;

/** `240,10,10`. @throws StudioError "badArguments" */
function mattingOf(given: string): NonNullable<Settings["matting"]> {
  const parts = given.split(",").map((part) => part.trim());
  const numbers = parts.map(Number);
  const [foreground = 0, background = 0, erode = 0] = numbers;
  const isWhole = parts.every((part) => /^\d{1,3}$/.test(part));
  if (numbers.length !== 3 || !isWhole || foreground > 255 || background >= foreground || erode > 200) {
    throw new StudioError(
      "badArguments",
      `--matting expects foreground, background, erode; found "${given}".`,
      "For instance --matting 240,10,10: two mask values up to 255, the first the larger, and pixels up to 200.",
    );
  }
  return { foreground, background, erode };
}

function printReport(report: Result<"dataset/cutoutReport">, output: Output): void {
  for (const { before, after, state, doubt, reasons, error } of report.pictures) {
    if (state === "done") {
      const why = reasons.length > 0 ? ` – ${reasons.map((reason) => cutoutEn.reasons[reason]).join(", ")}` : "";
      output.print(`${after}\n    doubt ${doubt.toFixed(2)}${why}`);
    }
    if (error) output.say(`${before}: ${error.message}\n    ${error.hint}`);
  }
  for (const { path, message } of report.captionProblems) output.say(`${path}: the caption was not copied: ${message}`);
  const { done, failed } = report.counts;
  const step = report.step === null ? "" : ` (step ${report.step})`;
  output.print(`${done} cut out, ${failed} failed${step}. The most doubtful are first.`);
  const { tags, output: folder } = report;
  if (!tags || tags.captions === 0 || folder === null) return;
  const removed = tags.remove.length > 0 ? `captions remove "${folder}" --tags "${tags.remove.join(", ")}", then ` : "";
  output.say(`For its captions: ${removed}captions add "${folder}" --tags "${tags.add.join(", ")}"`);
}

async function listModels(output: Output): Promise<number> {
  return withClient(async (client) => {
    const result = await client.call("dataset/cutoutModels", {});
    if (output.json) output.document(result);
    for (const { name, state, licence, commercial, where } of output.json ? [] : result.models) {
      output.print(
        `${state === "here" ? "here   " : "absent "}  ${name} (${licence}${commercial ? "" : ", not for commercial use"})`,
      );
      for (const line of [cutoutEn.models[name], where]) if (line) output.print(`           ${line}`);
    }
    return 0;
  });
}

async function run(
  client: StudioClient,
  params: Params<"dataset/cutout">,
  { output, signal }: { output: Output; signal: AbortSignal },
): Promise<number> {
  const { jobId, resumed, output: folder } = await client.call("dataset/cutout", params);
  if (resumed > 0) output.say(`Going on with an interrupted run: ${resumed} pictures are done already.`);
  if (params.model === undefined) output.say(cutoutEn.standIn);
  await followJob(client, jobId, { signal, onChange: progressLine(output, "Cutting out", "Downloading the model:") });
  output.endProgress();
  const report = await client.call("dataset/cutoutReport", { jobId });
  if (output.json) output.document(report);
  else printReport(report, output);
  if (folder !== null && !output.json) output.print(folder);
  if (report.counts.failed === 0) return 0;
  return report.counts.done === 0 ? 1 : 3;
}

/** `dataset cutout DIR`: 1 when no picture could be cut out, 3 when some could not. */
export async function cutoutCommand(rest: string[], output: Output, signal: AbortSignal): Promise<number> {
  if (rest.includes("--models") && rest.every((word) => ["--models", "--json"].includes(word)))
    return listModels(output);
  const given = parseArguments(rest, options, cutoutUsage);
  const [model, background, folder] = [given.text("model"), given.text("background"), given.text("output")];
  const [hard, specks, matting] = [given.text("threshold"), given.text("despeckle"), given.text("matting")];
  if (given.flag("beside") && folder !== undefined) {
    throw new StudioError("badArguments", "--output and --beside are two places; give one of them.", cutoutUsage);
  }
  if (background !== undefined && !/^(transparent|white|#[\da-f]{6})$/i.test(background)) {
    throw new StudioError(
      "badArguments",
      `--background expects transparent, white or #rrggbb; found "${background}".`,
      'For instance --background "#00ff00", with quotes in a shell.',
    );
  }
  const isFile = model !== undefined && (/\.onnx$/i.test(model) || isAbsolute(model));
  const settings: Settings = {
    ...(background === undefined ? {} : { background: background.toLowerCase() }),
    ...(hard === undefined ? {} : { threshold: threshold("threshold", hard, 0.5) }),
    ...(specks === undefined ? {} : { despeckle: threshold("despeckle", specks, 0) }),
    ...(matting === undefined ? {} : { matting: mattingOf(matting) }),
    ...(given.flag("no-decontaminate") ? { decontaminate: false } : {}),
  };
  const params: Params<"dataset/cutout"> = {
    folder: given.folder,
    recursive: given.flag("recursive"),
    masks: given.flag("masks"),
    settings,
    ...(model === undefined ? {} : { model: isFile ? fromWhereTheUserStands(model) : model }),
    ...(given.flag("beside") ? { beside: true } : {}),
    ...(folder === undefined ? {} : { output: fromWhereTheUserStands(folder) }),
  };
  return withClient((client) => run(client, params, { output, signal }));
}
