import type { Params, Result } from "../../protocol/validate.js";
import { StudioError } from "../host/studio-error.js";
import {
  flag,
  fromWhereTheUserStands,
  numberWithin,
  oneOf,
  parseWords,
  text,
  type Words,
  wholeNumber,
} from "./arguments.js";
import type { Output } from "./output.js";
import { withClient } from "./with-client.js";

const usages = {
  publish:
    "train publish ID|FILE… [--all] [--name NAME] [--folder DIR] [--activation-text TEXT] [--preferred-weight N] [--negative-text TEXT] [--notes TEXT] [--preview FILE|none] [--dry-run] [--json]",
  unpublish: "train unpublish NAME [--folder DIR] [--json]",
  published: "train published [ID] [--json]",
  folder: "train results-folder [DIR] [--forget] [--automatic none|last|all] [--json]",
};
export const trainResultsUsage = Object.values(usages);

const wrong = (message: string, usage: string): StudioError => new StudioError("badArguments", message, usage);

function printPublished(result: Result<"training/publish">, output: Output): void {
  const { name, path, status, renamed, metadata, activationText, preview, refreshed, warnings } = result;
  const words = { new: "put there", there: "is there already", planned: "would be put there" };
  output.print(`<lora:${name}:1>  ${words[status]}: ${path}`);
  if (renamed) output.print("    The name was used for another file: a part of the content's hash follows it.");
  output.print(`    activation text: ${activationText || "–"}`);
  output.print(`    user metadata: ${metadata ?? "is there already, left as it is"}`);
  if (preview) output.print(`    preview: ${preview.from} (${preview.kind})`);
  for (const title of refreshed) output.print(`    ${title} knows of it.`);
  for (const warning of warnings) output.print(`    ${warning}`);
}

/** The named texts that were given, by the names of the method's params. */
function textsOf(given: Words): Pick<Params<"training/publish">, "name" | "activationText" | "negativeText" | "notes"> {
  const [name, activationText, negativeText, notes] = [
    given.text("name"),
    given.text("activation-text"),
    given.text("negative-text"),
    given.text("notes"),
  ];
  return {
    ...(name === undefined ? {} : { name }),
    ...(activationText === undefined ? {} : { activationText }),
    ...(negativeText === undefined ? {} : { negativeText }),
    ...(notes === undefined ? {} : { notes }),
  };
}

function wishOf(given: Words): Params<"training/publish"> {
  const [preview, folder, weight] = [given.text("preview"), given.text("folder"), given.text("preferred-weight")];
  return {
    ...textsOf(given),
    ...(folder === undefined ? {} : { folder: fromWhereTheUserStands(folder) }),
    ...(weight === undefined ? {} : { preferredWeight: numberWithin("preferred-weight", weight, STRENGTHS) }),
    ...(preview === undefined ? {} : { preview: preview === "none" ? null : fromWhereTheUserStands(preview) }),
    ...(given.flag("dry-run") ? { dryRun: true } : {}),
  };
}

const STRENGTHS = [-10, 10] as const;

const isId = (word: string): boolean => /^\d+$/.test(word);

/** `train publish ID|FILE…`: LoRA files to the WebUI's own folder. */
export async function publishCommand(rest: string[], output: Output): Promise<number> {
  const options = {
    all: flag,
    name: text,
    folder: text,
    "activation-text": text,
    "preferred-weight": text,
    "negative-text": text,
    notes: text,
    preview: text,
    "dry-run": flag,
    json: flag,
  };
  const given = parseWords(rest, options, usages.publish);
  const { words } = given;
  if (words.length === 0) throw wrong("A run's number or LoRA files are expected.", usages.publish);
  const wish = wishOf(given);
  return withClient(async (client) => {
    const targets: Params<"training/publish">[] = [];
    for (const word of words) {
      if (!isId(word)) targets.push({ path: fromWhereTheUserStands(word) });
      else if (!given.flag("all")) targets.push({ run: Number(word) });
      else {
        const { files } = await client.call("training/run", { id: Number(word) });
        const paths = files.filter(({ kind }) => kind !== "state").map(({ path }) => path);
        targets.push(...paths.map((path) => ({ run: Number(word), path })));
      }
    }
    if (targets.length > 1 && wish.name !== undefined) throw wrong("One name is for one file.", usages.publish);
    const published: Result<"training/publish">[] = [];
    for (const target of targets) published.push(await client.call("training/publish", { ...wish, ...target }));
    if (output.json) output.document({ loras: published });
    else for (const one of published) printPublished(one, output);
    return 0;
  });
}

/** `train unpublish NAME`: takes back what was put there. */
export async function unpublishCommand(rest: string[], output: Output): Promise<number> {
  const given = parseWords(rest, { folder: text, json: flag }, usages.unpublish);
  const [name, ...more] = given.words;
  if (name === undefined || more.length > 0) throw wrong("The name of one LoRA is expected.", usages.unpublish);
  const folder = given.text("folder");
  return withClient(async (client) => {
    const where = folder === undefined ? {} : { folder: fromWhereTheUserStands(folder) };
    const result = await client.call("training/unpublish", { name, ...where });
    if (output.json) output.document(result);
    else {
      for (const path of result.removed) output.print(`removed: ${path}`);
      for (const path of result.restored) output.print(`as it was before: ${path}`);
      for (const path of result.kept) output.print(`left, it was changed since: ${path}`);
      for (const title of result.refreshed) output.print(`${title} knows of it.`);
    }
    return 0;
  });
}

/** `train published [ID]`: what was put among a WebUI's LoRA files. */
export async function publishedCommand(rest: string[], output: Output): Promise<number> {
  const { words } = parseWords(rest, { json: flag }, usages.published);
  const [id, ...more] = words;
  if (more.length > 0) throw wrong("The number of one run is expected.", usages.published);
  return withClient(async (client) => {
    const result = await client.call("training/published", id === undefined ? {} : { run: wholeNumber("ID", id) });
    if (output.json) output.document(result);
    for (const { name, path, run, isThere } of output.json ? [] : result.loras) {
      output.print(
        `<lora:${name}:1>${run === null ? "" : `  run ${run}`}  ${path}${isThere ? "" : " (taken away since)"}`,
      );
    }
    return 0;
  });
}

/** `train results-folder`: where LoRA files are put, and which by themselves. */
export async function resultsFolderCommand(rest: string[], output: Output): Promise<number> {
  const given = parseWords(rest, { forget: flag, automatic: text, json: flag }, usages.folder);
  const [folder, ...more] = given.words;
  if (more.length > 0) throw wrong("One folder is expected.", usages.folder);
  const automatic = oneOf("automatic", given.text("automatic"), ["none", "last", "all"] as const);
  const chosen = folder === undefined ? undefined : fromWhereTheUserStands(folder);
  return withClient(async (client) => {
    const result = await client.call("training/resultsFolder", {
      ...(given.flag("forget") ? { folder: null } : {}),
      ...(chosen === undefined ? {} : { folder: chosen }),
      ...(automatic === undefined ? {} : { automatic }),
    });
    if (output.json) output.document(result);
    else {
      output.print(result.folder === null ? "No folder is known." : `${result.folder} (${result.origin})`);
      output.print(`By itself, when a run has succeeded: ${result.automatic}`);
    }
    return 0;
  });
}
