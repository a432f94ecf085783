import type { Result } from "../../protocol/validate.js";
import { StudioError } from "../host/studio-error.js";
import { flag, parseWords, text, wholeNumber } from "./arguments.js";
import type { Output } from "./output.js";
import { withClient } from "./with-client.js";

export const trainCompareUsage = "train compare A B [--limit N] [--json]";

type Compared = Result<"training/compare">;

const said = (value: unknown): string => (value === null ? "–" : JSON.stringify(value));
const both = (values: readonly unknown[]): string => values.map(said).join("   ");

function printPictures({ pictures, folders, runs }: Compared, output: Output): void {
  for (const { id, pictures: known } of runs) {
    if (!known) output.print(`Run ${id} was made before its pictures were recorded: they cannot be compared.`);
  }
  if (pictures === null) return;
  const { counts } = pictures;
  output.print(
    `Pictures: ${pictures.before} and ${pictures.after}; ${pictures.same} the same, ${counts.added} added, ${counts.removed} removed, ${counts.changed} changed, ${counts.renamed} renamed`,
  );
  for (const { path } of pictures.added) output.print(`    + ${path}`);
  for (const { path } of pictures.removed) output.print(`    - ${path}`);
  for (const { after } of pictures.changed) output.print(`    ~ ${after.path}`);
  for (const { before, after } of pictures.renamed) output.print(`    ${before.path} -> ${after.path}`);
  for (const path of pictures.uncertain) {
    output.print(`    ${path} changed while it was recorded: what was trained is not certain.`);
  }
  for (const { before, after } of folders) {
    const side = (one: typeof before): string => (one === null ? "–" : `${one.repeats} × ${one.folder}`);
    output.print(`    folder: ${side(before)}   ${side(after)}`);
  }
}

function printCaptions({ captions }: Compared, output: Output): void {
  if (captions === null) return;
  output.print(`Captions: ${captions.changed} differ, ${captions.reordered} of them in order`);
  for (const { tag, added, removed } of captions.tags) output.print(`    ${tag}: +${added} -${removed}`);
  for (const { after, added, removed, reordered } of captions.pictures) {
    const parts = [...removed.map((tag) => `-${tag}`), ...added.map((tag) => `+${tag}`), reordered && "(reordered)"];
    output.print(`    ${after.path}: ${parts.filter(Boolean).join(" ")}`);
  }
}

/** What differs between two runs. */
export function printComparedRuns(found: Result<"training/compare">, output: Output): void {
  output.print(found.runs.map(({ id, name, state }) => `${id} ${name}: ${state}`).join("   "));
  output.print(found.plan.length === 0 ? "Plans: the same" : "Plans:");
  for (const { argument, values } of found.plan) output.print(`    ${argument}: ${both(values)}`);
  printPictures(found, output);
  printCaptions(found, output);
  for (const { id, environment } of found.runs) {
    if (!environment) output.print(`Run ${id} was made before trainer and machine were recorded.`);
  }
  if (found.environment.length > 0) output.print("Trainer and machine:");
  for (const { name, values } of found.environment) output.print(`    ${name}: ${both(values)}`);
  output.print("Results:");
  for (const { name, values } of found.results) output.print(`    ${name}: ${both(values)}`);
}

/** `train compare A B`: what differs between two runs, by what they were made of and how they ended. */
export function compareRunsCommand(rest: string[], { output }: { output: Output }): Promise<number> {
  const given = parseWords(rest, { limit: text, json: flag }, trainCompareUsage);
  const ids = given.words.map((word) => wholeNumber("ID", word));
  if (ids.length !== 2)
    throw new StudioError("badArguments", "The numbers of two runs are expected.", trainCompareUsage);
  const limit = given.text("limit");
  return withClient(async (client) => {
    const found = await client.call("training/compare", {
      ids,
      ...(limit === undefined ? {} : { limit: wholeNumber("limit", limit) }),
    });
    if (output.json) {
      output.document(found);
      return 0;
    }
    printComparedRuns(found, output);
    return 0;
  });
}

/** The sample pictures of a run, a line each. */
export function printSamples({ rows, prompts }: Result<"training/samples">, output: Output): void {
  for (const { step, epoch, pictures } of rows) {
    for (const { prompt, path } of pictures) {
      const when = epoch === null ? `step ${step}` : `epoch ${epoch}`;
      const text = prompts[prompt]?.text;
      output.print(`    ${when}, prompt ${prompt + 1}${text === undefined ? "" : ` (${text})`}: ${path}`);
    }
  }
}
