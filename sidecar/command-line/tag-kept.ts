import { extname } from "node:path";
import type { Result } from "../../protocol/validate.js";
import { StudioError } from "../host/studio-error.js";
import { type Concept, concepts } from "../tagging/advice/advise.js";
import { en } from "../words/en.js";
import { type Arguments, fromWhereTheUserStands, oneOf } from "./arguments.js";
import type { Output } from "./output.js";
import type { StudioClient } from "./studio-client.js";
import type { TagParams } from "./tag-options.js";

// What fits on a screen.
const TAGS_SHOWN = 40;
const PATHS_SHOWN = 500;

function printUnscored({ pictures, scored }: { pictures: number; scored: number }, output: Output): void {
  if (scored < pictures) {
    output.print(
      `${pictures - scored} of ${pictures} pictures have no kept scores: \`tag\` without --kept-scores runs the model.`,
    );
  }
}

function countsLine({ changed, created, unchanged, leftAlone }: Result<"tagging/apply">["counts"]): string {
  return `${changed} captions changed, ${created} new, ${unchanged} as before, ${leftAlone} left alone`;
}

/** What to leave out of the captions when this is taught, printed below a dry run. */
async function printAdvice(
  client: StudioClient,
  params: TagParams,
  { concept, output }: { concept: Concept; output: Output },
) {
  const { folder, recursive, models, join } = params;
  const advice = await client.call("tagging/advise", {
    concept,
    folder,
    ...(recursive ? { recursive } : {}),
    ...(models ? { models } : {}),
    ...(join ? { join } : {}),
  });
  const words = en.choose.advice;
  output.print(`\n${words.reason[concept]}`);
  for (const { tag, images, kind, proposed } of advice.prune) {
    output.print(
      `  ${proposed ? "leave out" : "consider"} "${tag}": on ${images} of ${advice.scored}. ${words.why[kind]}`,
    );
  }
}

async function dryRun(client: StudioClient, params: TagParams, output: Output, concept?: Concept): Promise<number> {
  const scan = await client.call("dataset/scan", { folder: params.folder, recursive: params.recursive ?? false });
  const paths = scan.images.slice(0, PATHS_SHOWN).map(({ path }) => path);
  const preview = await client.call("tagging/preview", { ...params, paths });
  if (output.json) {
    output.document(preview);
    return 0;
  }
  for (const { path, before, after } of preview.captions) {
    if (after !== null && after !== before) output.print(`${path}\n  - ${before ?? "(no caption)"}\n  + ${after}`);
  }
  output.print("\nTag: captions that will have it (gained, lost), mean confidence");
  for (const { tag, images, gained, lost, probability } of preview.tags.slice(0, TAGS_SHOWN)) {
    output.print(`  ${tag}: ${images} (+${gained}, −${lost}), ${probability.toFixed(2)}`);
  }
  output.print(`\nNothing was written. It would be: ${countsLine(preview.counts)}.`);
  printUnscored(preview, output);
  if (concept) await printAdvice(client, params, { concept, output });
  return 0;
}

/** `tag DIR --kept-scores [--dry-run]`: captions from scores that earlier runs left; exit code 3 when some have none. */
export async function keptScoresCommand(
  client: StudioClient,
  values: Arguments,
  { params, output }: { params: TagParams; output: Output },
): Promise<number> {
  if (values.flag("dry-run")) {
    return dryRun(client, params, output, oneOf("concept", values.text("concept"), concepts));
  }
  const applied = await client.call("tagging/apply", { ...params, wait: true });
  if (output.json) output.document(applied);
  else {
    output.print(`${countsLine(applied.counts)}.`);
    for (const { message, hint } of applied.conflicts) output.print(`Failed: ${message}\n    ${hint}`);
    printUnscored(applied, output);
    if (applied.step !== null) output.print("`captions undo` with the same folder takes this back.");
  }
  return applied.conflicts.length > 0 || applied.scored < applied.pictures ? 3 : 0;
}

/** `tag DIR --model A --model B --disagreements`: tags on which the models differ, by kept scores. */
export async function disagreementsCommand(client: StudioClient, params: TagParams, output: Output): Promise<number> {
  const { folder, recursive, models, choice } = params;
  if (!models || models.length < 2) {
    throw new StudioError("badArguments", "--disagreements needs two models.", "Name them by --model A --model B.");
  }
  const found = await client.call("tagging/disagreements", {
    folder,
    models,
    ...(recursive ? { recursive } : {}),
    ...(choice ? { choice } : {}),
  });
  if (output.json) output.document(found);
  else {
    output.print(`${found.total} pictures; confidences in the order ${found.models.join(", ")}`);
    for (const { path, tags } of found.images) {
      output.print(path);
      for (const { tag, probabilities } of tags) {
        output.print(`    ${tag}: ${probabilities.map((one) => one?.toFixed(2) ?? "unknown").join(", ")}`);
      }
    }
  }
  return 0;
}

/** `tag DIR --export FILE`: the tags of kept scores as one file; exit code 3 when some pictures have none. */
export async function exportCommand(
  client: StudioClient,
  values: Arguments,
  { params, output }: { params: TagParams; output: Output },
): Promise<number> {
  const file = fromWhereTheUserStands(values.text("export") ?? "");
  const format = (["json", "jsonl", "csv"] as const).find((known) => extname(file).toLowerCase() === `.${known}`);
  if (!format) {
    throw new StudioError("badArguments", `--export expects a .json, .jsonl or .csv file; found ${file}.`, "");
  }
  const { folder, recursive, models, join, choice } = params;
  const exported = await client.call("tagging/export", {
    folder,
    file,
    format,
    overwrite: values.flag("replaceable"),
    ...(recursive ? { recursive } : {}),
    ...(models ? { models } : {}),
    ...(join ? { join } : {}),
    ...(choice ? { choice } : {}),
  });
  if (output.json) output.document(exported);
  else {
    output.print(`${exported.images} pictures written to ${exported.file}.`);
    printUnscored({ pictures: exported.images + exported.unscored.length, scored: exported.images }, output);
  }
  return exported.unscored.length > 0 ? 3 : 0;
}
