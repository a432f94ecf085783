import { parseArgs } from "node:util";
import type { Result } from "../../protocol/validate.js";
import { type ErrorReport, reportError, StudioError } from "../host/studio-error.js";
import { enModels } from "../words/en-models.js";
import { followJob } from "./follow-job.js";
import { cudaCommand, cudaUsage } from "./models-cuda.js";
import { type Output, progressLine } from "./output.js";
import type { StudioClient } from "./studio-client.js";
import { withClient } from "./with-client.js";

export const modelsUsage = ["models list [--json]", "models download NAME… [--json]", cudaUsage];

type Model = Result<"tagging/models">["models"][number];

function names(argumentList: string[]): string[] {
  try {
    const json = { type: "boolean" } as const;
    return parseArgs({ args: argumentList, options: { json }, allowPositionals: true }).positionals;
  } catch (error) {
    throw new StudioError("badArguments", reportError(error).message, modelsUsage.join("\n"));
  }
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

function printModel({ name, state, bytes, description = "", where }: Model, output: Output): void {
  const size = bytes === undefined ? "" : ` (${state === "absent" ? "about " : ""}${megabytes(bytes)})`;
  output.print(`${state === "here" ? "here   " : "absent "}  ${name}${size}`);
  for (const line of [enModels[description], where]) if (line) output.print(`           ${line}`);
}

async function list(client: StudioClient, output: Output): Promise<number> {
  const { models } = await client.call("tagging/models", {});
  if (output.json) output.document({ models });
  else for (const model of models) printModel(model, output);
  return 0;
}

interface Download {
  model: string;
  status: "here" | "failed";
  where?: string;
  error?: ErrorReport;
}

async function download(
  client: StudioClient,
  model: string,
  { output, signal }: { output: Output; signal: AbortSignal },
): Promise<Download> {
  try {
    const { jobId } = await client.call("tagging/download", { model });
    await followJob(client, jobId, { signal, onChange: progressLine(output, `Downloading ${model}:`) });
    output.endProgress();
    const { models } = await client.call("tagging/models", {});
    const where = models.find(({ name, repo }) => name === model || repo === model)?.where;
    return { model, status: "here", ...(where === undefined ? {} : { where }) };
  } catch (thrown) {
    const error = reportError(thrown);
    if (error.code === "interrupted") throw thrown;
    return { model, status: "failed", error };
  }
}

/** `models list`, `models install-cuda`, and `models download NAME…`: 1 when no model could be downloaded, 3 when some could not. */
export async function modelsCommand(argumentList: string[], output: Output, signal: AbortSignal): Promise<number> {
  const [verb = "", ...rest] = argumentList;
  if (verb === "install-cuda") return withClient((client) => cudaCommand(client, rest, { output, signal }));
  const wanted = names(rest);
  const usage = modelsUsage.join("\n");
  if (verb === "list" && wanted.length === 0) return withClient((client) => list(client, output));
  if (verb !== "download")
    throw new StudioError("badArguments", "models knows list, download and install-cuda.", usage);
  if (wanted.length === 0) throw new StudioError("badArguments", "The name of a model is missing.", usage);
  const downloads: Download[] = [];
  await withClient(async (client) => {
    for (const model of wanted) downloads.push(await download(client, model, { output, signal }));
  });
  if (output.json) output.document({ models: downloads });
  for (const { model, where, error } of output.json ? [] : downloads) {
    output.print(error ? `${model}: ${error.message}\n    ${error.hint}` : `${model}: ${where ?? "here"}`);
  }
  const failed = downloads.filter(({ status }) => status === "failed").length;
  if (failed === 0) return 0;
  return failed === downloads.length ? 1 : 3;
}
