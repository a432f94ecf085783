import type { Result } from "../../protocol/validate.js";
import { StudioError } from "../host/studio-error.js";
import { flag, parseWords } from "./arguments.js";
import { followJob } from "./follow-job.js";
import { type Output, progressLine } from "./output.js";
import type { StudioClient } from "./studio-client.js";

export const cudaUsage = "models install-cuda [--dry-run] [--remove] [--json]";

type Cuda = Result<"host/cuda">;

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1e6)} MB`;
const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(1)} GB`;

function printOffer(
  { state, card, folder = "", download, installed, free, packages, problem, missing }: Cuda,
  output: Output,
): void {
  if (problem) {
    output.print(`${problem.message}\n    ${problem.hint}`);
    return;
  }
  if (state === "installed") {
    output.print(`The libraries for ${card ?? "NVIDIA cards"} are in ${folder} (${gigabytes(installed)}).`);
    return;
  }
  if (state === "broken") output.print(`Of the libraries in ${folder} these are missing: ${missing.join(", ")}.`);
  output.print(`For ${card ?? "NVIDIA cards"}, from the index of Python packages (PIP_INDEX_URL, else PyPI):`);
  for (const { name, version, bytes } of packages) output.print(`    ${name} ${version} (${megabytes(bytes)})`);
  output.print(
    `${megabytes(download)} to download, ${gigabytes(installed)} on the disk when it is done (${gigabytes(free)} are free), into ${folder}`,
  );
  output.print("NVIDIA's packages are under NVIDIA's own licence: https://docs.nvidia.com/cuda/eula/");
}

async function install(client: StudioClient, output: Output, signal: AbortSignal): Promise<number> {
  const before = await client.call("host/cuda", {});
  if (!output.json) printOffer(before, output);
  if (before.problem) {
    if (output.json) output.document(before);
    return 1;
  }
  if (before.state !== "installed") {
    const { jobId } = await client.call("host/installCuda", {});
    await followJob(client, jobId, { signal, onChange: progressLine(output, "Unpacking", "Downloading:") });
    output.endProgress();
  }
  // Not only there: it is tried.
  const { findings } = await client.call("host/doctor", {});
  const tagger = findings.find(({ part }) => part === "tagger");
  if (output.json) output.document({ ...(await client.call("host/cuda", {})), tagger });
  else output.print(tagger?.message ?? "");
  return 0;
}

/** `models install-cuda`: 1 when it cannot be done here. */
export async function cudaCommand(
  client: StudioClient,
  argumentList: string[],
  { output, signal }: { output: Output; signal: AbortSignal },
): Promise<number> {
  const given = parseWords(argumentList, { "dry-run": flag, remove: flag, json: flag }, cudaUsage);
  if (given.words.length > 0 || (given.flag("remove") && given.flag("dry-run")))
    throw new StudioError("badArguments", "models install-cuda takes --dry-run or --remove, nothing else.", cudaUsage);
  if (given.flag("remove")) {
    const { removed } = await client.call("host/removeCuda", {});
    if (output.json) output.document({ removed });
    else output.print(removed ? "The libraries for NVIDIA cards are removed." : "There were none.");
    return 0;
  }
  if (!given.flag("dry-run")) return install(client, output, signal);
  const offer = await client.call("host/cuda", {});
  if (output.json) output.document(offer);
  else printOffer(offer, output);
  return offer.problem ? 1 : 0;
}
