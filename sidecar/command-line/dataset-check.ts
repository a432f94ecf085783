import type { Result } from "../../protocol/validate.js";
import { checkEn } from "../words/check-en.js";
import { flag, oneOf, parseArguments, text, wholeNumber } from "./arguments.js";
import { followJob } from "./follow-job.js";
import { type Output, progressLine } from "./output.js";
import type { StudioClient } from "./studio-client.js";
import { withClient } from "./with-client.js";

export const checkUsage =
  "dataset check DIR [--concept character|outfit|object|style] [--max-size 1024] [--min-images 20] [--recursive] [--json]";
export const duplicatesUsage = "dataset duplicates DIR [--recursive] [--json]";

const ALL = 1_000_000;
const concepts = ["character", "outfit", "object", "style"] as const;

interface Watch {
  output: Output;
  signal: AbortSignal;
}

async function measure(
  client: StudioClient,
  params: { folder: string; recursive: boolean; lookOnly: boolean },
  { output, signal }: Watch,
): Promise<void> {
  const { jobId } = await client.call("dataset/measure", params);
  if (jobId === null) return;
  await followJob(client, jobId, { signal, onChange: progressLine(output, "Looking at") });
  output.endProgress();
}

function printCheck(result: Result<"dataset/check">, output: Output): void {
  for (const { path, problems } of result.images) {
    const told = problems.filter(({ severity }) => severity !== "note");
    if (told.length === 0) continue;
    output.print(path);
    for (const { severity, message, remedy } of told) output.print(`    ${severity}: ${message} ${remedy}`);
  }
  for (const { severity, message, remedy } of result.set) output.print(`${severity}: ${message} ${remedy}`);
  const notes = result.images.reduce(
    (sum, { problems }) => sum + problems.filter(({ severity }) => severity === "note").length,
    0,
  );
  if (notes > 0) output.print(`${notes} notes on pictures are in the answer of --json, and on the page.`);
  output.print(`${result.pictures} pictures: ${checkEn.verdicts[result.verdict].toLowerCase()}.`);
}

/** `dataset check DIR`: exit code 0, or 3 when the set cannot be trained as it is. */
export function checkCommand(argumentList: string[], watch: Watch): Promise<number> {
  const options = {
    concept: text,
    "max-size": text,
    "min-images": text,
    recursive: flag,
    json: flag,
  };
  const given = parseArguments(argumentList, options, checkUsage);
  const { folder } = given;
  const recursive = given.flag("recursive");
  const concept = oneOf("concept", given.text("concept"), concepts);
  const [maxSize, minImages] = [given.text("max-size"), given.text("min-images")];
  const params = {
    folder,
    recursive,
    limit: ALL,
    ...(concept === undefined ? {} : { concept }),
    ...(maxSize === undefined ? {} : { maxSize: wholeNumber("max-size", maxSize) }),
    ...(minImages === undefined ? {} : { minImages: wholeNumber("min-images", minImages) }),
  };
  return withClient(async (client) => {
    await measure(client, { folder, recursive, lookOnly: false }, watch);
    const result = await client.call("dataset/check", params);
    const { spread } = await client.call("tagging/spread", { folder, recursive });
    if (watch.output.json) watch.output.document({ ...result, spread });
    else {
      printCheck(result, watch.output);
      for (const { sentence } of spread?.findings ?? []) watch.output.print(sentence);
      if (spread === null) watch.output.say(checkEn.noScores);
    }
    return result.verdict === "not-trainable" ? 3 : 0;
  });
}

/** `dataset duplicates DIR`: pictures that are the same, nearly the same, mirrored, or parts of each other. */
export function duplicatesCommand(argumentList: string[], watch: Watch): Promise<number> {
  const given = parseArguments(argumentList, { recursive: flag, json: flag }, duplicatesUsage);
  const params = { folder: given.folder, recursive: given.flag("recursive") };
  return withClient(async (client) => {
    await measure(client, { ...params, lookOnly: true }, watch);
    const result = await client.call("dataset/duplicates", params);
    if (watch.output.json) watch.output.document(result);
    else {
      for (const { one, other, kind, share } of result.pairs) {
        const part = kind === "crop" ? ` (${Math.round(share * 100)} %)` : "";
        watch.output.print(`${one}\n    ${checkEn.duplicateNames[kind]}${part}: ${other}`);
      }
      watch.output.print(`${result.pairs.length} pairs in ${result.pictures} pictures.`);
    }
    return 0;
  });
}
