import { StudioError } from "../host/studio-error.js";
import { flag, parseArguments, text, wholeNumber } from "./arguments.js";
import { captionsCommand } from "./captions.js";
import type { Output } from "./output.js";
import { withClient } from "./with-client.js";

export const datasetUsage = [
  "dataset rename DIR [--start 1] [--digits 4] [--recursive] [--dry-run] [--json]",
  "dataset undo DIR [--json]",
];

const ALL = 1_000_000;
const LISTED_FOR_PEOPLE = 40;

function rename(rest: string[], output: Output): Promise<number> {
  const options = { start: text, digits: text, recursive: flag, "dry-run": flag, json: flag };
  const given = parseArguments(rest, options, datasetUsage[0] ?? "");
  const [start, digits] = [given.text("start"), given.text("digits")];
  const dryRun = given.flag("dry-run");
  return withClient(async (client) => {
    const result = await client.call("dataset/rename", {
      folder: given.folder,
      recursive: given.flag("recursive"),
      dryRun,
      limit: output.json ? ALL : LISTED_FOR_PEOPLE,
      ...(start === undefined ? {} : { start: wholeNumber("start", start) }),
      ...(digits === undefined ? {} : { digits: wholeNumber("digits", digits) }),
    });
    if (output.json) output.document(result);
    else {
      for (const { from, to } of result.renamed) output.print(`${from}\n  → ${to}`);
      const rest = result.files - result.renamed.length;
      if (rest > 0) output.print(`… and ${rest} more`);
      const done = result.step === null ? "" : ` (step ${result.step})`;
      output.print(
        `${result.files} files of ${result.pictures} pictures ${dryRun ? "would get" : "got"} new names${done}.`,
      );
      for (const { message, hint } of result.problems) output.say(`${message}\n    ${hint}`);
    }
    return result.problems.length > 0 ? 3 : 0;
  });
}

/** `dataset rename|undo DIR`; the history is the folder's own, that of its captions too. */
export async function datasetCommand(argumentList: string[], output: Output): Promise<number> {
  const [verb = "", ...rest] = argumentList;
  if (verb === "rename") return rename(rest, output);
  if (verb === "undo") return captionsCommand(["undo", ...rest], output);
  throw new StudioError("badArguments", `dataset knows rename, undo; found "${verb}".`, datasetUsage.join("\n"));
}
