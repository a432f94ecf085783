import type { Params, Result } from "../../protocol/validate.js";
import { StudioError } from "../host/studio-error.js";
import { resizeEn } from "../words/resize-en.js";
import { flag, fromWhereTheUserStands, parseArguments, text, wholeNumber } from "./arguments.js";
import { followJob } from "./follow-job.js";
import { type Output, progressLine } from "./output.js";
import { withClient } from "./with-client.js";

export const resizeUsage =
  "dataset resize DIR [--max-size 1024 | --max-side 1024 | --size 768,1024] [--aspect 2:3] [--multiple 64] [--focus 0.5,0.3] [--follow-subject] [--trim] [--enlarge [--webui URL --upscaler NAME]] [--output DIR] [--in-place] [--dry-run] [--recursive] [--json]";

const options = {
  "max-size": text,
  "max-side": text,
  size: text,
  aspect: text,
  multiple: text,
  focus: text,
  "follow-subject": flag,
  trim: flag,
  enlarge: flag,
  webui: text,
  upscaler: text,
  output: text,
  "in-place": flag,
  "dry-run": flag,
  recursive: flag,
  json: flag,
};

const ALL = 1_000_000;

/** Two numbers with a sign between them. @throws StudioError "badArguments" */
function pairOf(name: string, given: string, example: string): [number, number] {
  const parts = given.split(/[,x×:]/).map((part) => part.trim());
  const [first, second] = parts.map(Number);
  if (parts.length !== 2 || parts.includes("") || !Number.isFinite(first) || !Number.isFinite(second)) {
    throw new StudioError("badArguments", `--${name}: expected ${example}, found "${given}".`, resizeUsage);
  }
  return [first ?? 0, second ?? 0];
}

/** @throws StudioError "badArguments" */
function aspectOf(given: string): number {
  const [width, height] = pairOf("aspect", given, "2:3");
  if (width > 0 && height > 0) return width / height;
  throw new StudioError("badArguments", `--aspect: expected 2:3, found "${given}".`, resizeUsage);
}

function upscalerOf(url: string | undefined, name: string | undefined): { url: string; name: string } | null {
  if (url === undefined && name === undefined) return null;
  if (url !== undefined && name !== undefined) return { url, name };
  throw new StudioError("badArguments", "--webui and --upscaler belong together; one is missing.", resizeUsage);
}

function printReport(report: Result<"dataset/resizeReport">, output: Output): void {
  for (const { before, after, error } of report.pictures) {
    if (error) output.say(`${before}: ${error.message}\n    ${error.hint}`);
    else output.print(after);
  }
  const { done, failed } = report.counts;
  output.print(`${resizeEn.done(done, failed)}${report.step === null ? "" : ` (step ${report.step})`}`);
  output.print(report.originals === null ? report.output : `The originals are in ${report.originals}`);
}

/** `dataset resize DIR`: 1 when no picture could be made, 3 when some could not. */
export function resizeCommand(rest: string[], output: Output, signal: AbortSignal): Promise<number> {
  const given = parseArguments(rest, options, resizeUsage);
  const [area, side, size] = [given.text("max-size"), given.text("max-side"), given.text("size")];
  const [aspect, multiple, focus] = [given.text("aspect"), given.text("multiple"), given.text("focus")];
  const [x = 0.5, y = 0.5] = focus === undefined ? [] : pairOf("focus", focus, "0.5,0.3");
  const settings: Params<"dataset/resize">["settings"] = {
    ...(area === undefined ? {} : { maxSize: wholeNumber("max-size", area) }),
    ...(side === undefined ? {} : { maxSide: wholeNumber("max-side", side) }),
    ...(size === undefined ? {} : { size: pairOf("size", size, "768,1024") }),
    ...(aspect === undefined ? {} : { aspect: aspectOf(aspect) }),
    ...(multiple === undefined ? {} : { multiple: wholeNumber("multiple", multiple) }),
    focus: { x, y },
    followSubject: given.flag("follow-subject"),
    trim: given.flag("trim"),
    enlarge: given.flag("enlarge"),
  };
  const folder = { folder: given.folder, recursive: given.flag("recursive"), settings };
  const upscaler = upscalerOf(given.text("webui"), given.text("upscaler"));
  const place = given.text("output");
  return withClient(async (client) => {
    if (given.flag("dry-run")) {
      const preview = await client.call("dataset/resizePreview", { ...folder, limit: ALL });
      if (output.json) output.document(preview);
      for (const image of output.json ? [] : preview.images) {
        output.print(`${image.path}\n    ${resizeEn.row(image.before, image.size, image.lost)}`);
      }
      return 0;
    }
    const { jobId, resumed } = await client.call("dataset/resize", {
      ...folder,
      inPlace: given.flag("in-place"),
      ...(place === undefined ? {} : { output: fromWhereTheUserStands(place) }),
      ...(upscaler === null ? {} : { upscaler }),
    });
    if (resumed > 0) output.say(`Going on with an interrupted run: ${resumed} pictures are done already.`);
    await followJob(client, jobId, { signal, onChange: progressLine(output, resizeEn.job) });
    output.endProgress();
    const report = await client.call("dataset/resizeReport", { jobId });
    if (output.json) output.document(report);
    else printReport(report, output);
    if (report.counts.failed === 0) return 0;
    return report.counts.done === 0 ? 1 : 3;
  });
}
