import { stat } from "node:fs/promises";
import type { Result } from "../../protocol/validate.js";
import { besideSentence } from "../host/inference/card-gate.js";
import { builtInModel } from "../tagging/model.js";
import { presetNamed } from "../tagging/presets.js";
import { followJob } from "./follow-job.js";
import { type Output, progressLine } from "./output.js";
import type { StudioClient } from "./studio-client.js";
import { tagFileCommand } from "./tag-file.js";
import { disagreementsCommand, exportCommand, keptScoresCommand } from "./tag-kept.js";
import { executionParams, parseTagArguments, type TagParams, tagParams } from "./tag-options.js";
import { presetsCommand } from "./tag-presets.js";
import { withClient } from "./with-client.js";

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

function sayBuiltIn({ models }: TagParams, output: Output): void {
  if (models && !models.some(({ model }) => model === builtInModel)) return;
  output.say(
    "Using the small built-in tagger: it sees colours, brightness and shape, not what is drawn. --model NAME takes a WD tagger; `models list` shows them.",
  );
}

async function runModel(
  client: StudioClient,
  params: TagParams & { rescore: boolean; scoresOnly: boolean },
  { output, signal }: { output: Output; signal: AbortSignal },
): Promise<number> {
  sayBuiltIn(params, output);
  const { jobId, resumed } = await client.call("tagging/start", params);
  const showProgress = progressLine(output, "Tagging", "Tagging, the model first:");
  let told = false;
  let besideTold = "";
  const onChange = (state: Result<"job/get">): void => {
    if (state.amount && !told) output.say("A tagger is not on this machine yet: it is downloaded first.");
    told ||= state.amount !== undefined;
    const beside = state.beside ? besideSentence(state.beside) : "";
    if (beside !== "" && beside !== besideTold) output.say(beside);
    besideTold = beside || besideTold;
    showProgress(state);
  };
  await followJob(client, jobId, { signal, onChange });
  const report = await client.call("tagging/report", { jobId });
  output.endProgress();
  for (const sentence of report.execution ?? []) output.say(sentence);
  if (output.json) output.document(report);
  else printForPeople(report, resumed, output);
  return report.counts.failed > 0 ? 3 : 0;
}

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );

/** `tag DIR` or `tag FILE`: exit code 0, or 3 when some pictures failed. */
export async function tagCommand(argumentList: string[], output: Output, signal: AbortSignal): Promise<number> {
  if (argumentList[0] === "presets") return presetsCommand(argumentList, output);
  const values = parseTagArguments(argumentList);
  return withClient(async (client) => {
    const preset = values.text("preset");
    const { presets, usual } = await client.call("tagging/presets", {});
    const choice = preset === undefined ? usual.choice : presetNamed(presets, preset).choice;
    const params = tagParams(values, choice, usual.model);
    if (await isFile(params.folder)) {
      sayBuiltIn(params, output);
      return tagFileCommand(client, { ...params, ...executionParams(values) }, output);
    }
    if (values.text("export") !== undefined) return exportCommand(client, values, { params, output });
    if (values.flag("disagreements")) return disagreementsCommand(client, params, output);
    if (values.flag("kept-scores") || values.flag("dry-run"))
      return keptScoresCommand(client, values, { params, output });
    return runModel(
      client,
      {
        ...params,
        ...executionParams(values),
        rescore: values.flag("rescore"),
        scoresOnly: values.flag("scores-only"),
      },
      { output, signal },
    );
  });
}
