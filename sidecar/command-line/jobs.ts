import type { Result } from "../../protocol/validate.js";
import { besideSentence } from "../host/inference/card-gate.js";
import { StudioError } from "../host/studio-error.js";
import { flag, parseWords, wholeNumber } from "./arguments.js";
import type { Output } from "./output.js";
import { withClient } from "./with-client.js";

const usages = {
  list: "jobs list [--json]",
  show: "jobs show ID [--json]",
  cancel: "jobs cancel ID [--json]",
};
export const jobsUsage = Object.values(usages);

type Job = Result<"job/get">;

const titles: Readonly<Record<string, string>> = {
  tag: "tagging",
  download: "download of a tagger",
  measure: "measuring pictures",
  resize: "resizing",
  cutout: "removing backgrounds",
  cutoutDownload: "download of a model that finds subjects",
  sweep: "drawing a sweep",
  sweepScore: "looking at a sweep's pictures",
};

function lineOf({ jobId, kind, state, done, failed, total, amount }: Job): string {
  const wrong = failed > 0 ? `, ${failed} failed` : "";
  const much = amount ? `, ${(amount.done / 1e6).toFixed(0)} of ${(amount.total / 1e6).toFixed(0)} MB` : "";
  return `${String(jobId).padStart(5)}  ${state.padEnd(9)}  ${titles[kind] ?? kind}: ${done} of ${total}${wrong}${much}`;
}

function idOf(words: readonly string[], usage: string): number {
  const [id, ...more] = words;
  if (id !== undefined && more.length === 0) return wholeNumber("ID", id);
  throw new StudioError("badArguments", "The number of one job is expected.", usage);
}

async function list(rest: string[], output: Output): Promise<number> {
  parseWords(rest, { json: flag }, usages.list);
  return withClient(async (client) => {
    const result = await client.call("job/list", {});
    if (output.json) output.document(result);
    else if (result.jobs.length === 0) output.print("No job has been done yet.");
    else for (const job of result.jobs) output.print(lineOf(job));
    return 0;
  });
}

async function show(rest: string[], output: Output): Promise<number> {
  const { words } = parseWords(rest, { json: flag }, usages.show);
  const jobId = idOf(words, usages.show);
  return withClient(async (client) => {
    const job = await client.call("job/get", { jobId });
    if (output.json) output.document(job);
    else {
      output.print(lineOf(job));
      if (job.message !== undefined) output.print(`    ${job.message}`);
      if (job.beside) output.print(`    ${besideSentence(job.beside, "It runs")}`);
    }
    return 0;
  });
}

async function cancel(rest: string[], output: Output): Promise<number> {
  const { words } = parseWords(rest, { json: flag }, usages.cancel);
  const jobId = idOf(words, usages.cancel);
  return withClient(async (client) => {
    const { state } = await client.call("job/get", { jobId });
    if (state === "running") await client.call("job/cancel", { jobId });
    if (output.json) output.document({ jobId, cancelled: state === "running" });
    else output.print(state === "running" ? `Job ${jobId} is cancelled.` : `Job ${jobId} has ended already: ${state}.`);
    return 0;
  });
}

/** `jobs list|show|cancel`: the work of the studio that runs, or what is left of earlier ones. */
export async function jobsCommand([verb = "list", ...rest]: string[], output: Output): Promise<number> {
  const found = { list, show, cancel }[verb];
  if (found) return found(rest, output);
  throw new StudioError("badArguments", `jobs has no "${verb}".`, jobsUsage.join("\n"));
}
