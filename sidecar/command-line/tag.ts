import { existsSync } from "node:fs";
import type { Result } from "../../protocol/validate.js";
import { StudioError } from "../host/studio-error.js";
import { builtInModel } from "../tagging/model.js";
import { knownModel, knownModels } from "../tagging/models/known-models.js";
import { defaultThresholds, type ExistingMode, existingModes, type TagOptions } from "../tagging/options.js";
import { commaList, fromWhereTheUserStands, parseArguments, threshold } from "./arguments.js";
import { followJob } from "./follow-job.js";
import { type Output, progressLine } from "./output.js";
import { withClient } from "./with-client.js";

export const tagUsage =
  "tag DIR [--model NAME|FOLDER] [--threshold 0.35] [--character-threshold 0.85] [--existing skip|only-empty|overwrite|append|prepend] [--output DIR] [--exclude a,b] [--add a,b] [--recursive] [--json]";

function existingMode(value: string): ExistingMode {
  const mode = existingModes.find((known) => known === value);
  if (mode) return mode;
  throw new StudioError("badArguments", `--existing expects ${existingModes.join(", ")}; found "${value}".`, tagUsage);
}

/** A name stays one, unless it could only be a folder: `models list` has the names, `owner/name` is a repository. */
function modelGiven(model: string): string {
  const known =
    model === builtInModel || knownModels.some(({ name, repository }) => [name, repository].includes(model));
  const folder = fromWhereTheUserStands(model);
  return known || (knownModel(model) && !existsSync(folder)) ? model : folder;
}

function tagOptions(argumentList: string[]): TagOptions {
  const text = { type: "string" } as const;
  const flag = { type: "boolean" } as const;
  const kinds = {
    model: text,
    threshold: text,
    "character-threshold": text,
    existing: text,
    output: text,
    exclude: text,
    add: text,
    recursive: flag,
    json: flag,
  };
  const given = parseArguments(argumentList, kinds, tagUsage);
  const model = modelGiven(given.text("model") ?? builtInModel);
  const usual = knownModel(model)?.thresholds ?? defaultThresholds;
  const output = given.text("output");
  return {
    folder: given.folder,
    model,
    generalThreshold: threshold("threshold", given.text("threshold"), usual.general),
    characterThreshold: threshold("character-threshold", given.text("character-threshold"), usual.character),
    existing: existingMode(given.text("existing") ?? "skip"),
    output: output ? fromWhereTheUserStands(output) : null,
    recursive: given.flag("recursive"),
    exclude: commaList(given.text("exclude")),
    add: commaList(given.text("add")),
  };
}

function printForPeople(report: Result<"tagging/report">, resumed: number, output: Output): void {
  for (const image of report.images) {
    if (image.status === "written")
      output.print(`${image.path}\n    ${image.caption || "(no tag above the threshold)"}`);
  }
  const { written, skipped, failed } = report.counts;
  output.print(
    `\n${written} tagged, ${skipped} skipped (they have captions), ${failed} failed, in ${report.seconds.toFixed(1)} s with ${report.model}.`,
  );
  if (resumed > 0) output.print(`${resumed} of them were done by the interrupted run before this one.`);
  for (const { status, error } of report.images) {
    if (status === "failed") output.print(`Failed: ${error?.message}\n    ${error?.hint}`);
  }
  if (written > 0) output.print("`captions undo` with the same folder takes this back.");
}

/** `tag DIR`: exit code 0, or 3 when some pictures failed. */
export async function tagCommand(argumentList: string[], output: Output, signal: AbortSignal): Promise<number> {
  const options = tagOptions(argumentList);
  if (options.model === builtInModel) {
    output.say(
      "Using the small built-in tagger: it sees colours, brightness and shape, not what is drawn. --model NAME takes a WD tagger; `models list` shows them.",
    );
  }
  const { report, resumed } = await withClient(async (client) => {
    const started = await client.call("tagging/start", options);
    const showProgress = progressLine(output, "Tagging", "Tagging, the model first:");
    let told = false;
    const onChange = (state: Result<"job/get">): void => {
      if (state.amount && !told) output.say(`${options.model} is not on this machine yet: it is downloaded first.`);
      told ||= state.amount !== undefined;
      showProgress(state);
    };
    await followJob(client, started.jobId, { signal, onChange });
    return { report: await client.call("tagging/report", { jobId: started.jobId }), resumed: started.resumed };
  });
  output.endProgress();
  if (output.json) output.document(report);
  else printForPeople(report, resumed, output);
  return report.counts.failed > 0 ? 3 : 0;
}
