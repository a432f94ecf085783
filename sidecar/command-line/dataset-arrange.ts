import type { Params } from "../../protocol/validate.js";
import { StudioError } from "../host/studio-error.js";
import { arrangeEn } from "../words/arrange-en.js";
import { flag, fromWhereTheUserStands, parseArguments, text, texts, wholeNumber } from "./arguments.js";
import type { Output } from "./output.js";
import { withClient } from "./with-client.js";

export const arrangeUsage =
  "dataset arrange DIR --repeats 10 --trigger okara [--class WORD] [--into WORK] [--move] [--concept DIR:TRIGGER[:REPEATS]]… [--balance] [--reg DIR:CLASS] [--recursive] [--dry-run] [--json]";
export const trainingFolderUsage = "dataset training-folder DIR [--json]";

const options = {
  repeats: text,
  trigger: text,
  class: text,
  into: text,
  move: flag,
  concept: texts,
  balance: flag,
  reg: text,
  recursive: flag,
  "dry-run": flag,
  json: flag,
};

const ALL = 1_000_000;
const LISTED_FOR_PEOPLE = 20;

/** The parts after the folder, whose own colons (a Windows drive) stay its own. */
function splitAtColons(name: string, given: string, pattern: RegExp, example: string): string[] {
  const match = pattern.exec(given);
  if (match) return match.slice(1).map((part) => part ?? "");
  throw new StudioError("badArguments", `--${name}: expected ${example}, found "${given}".`, arrangeUsage);
}

function conceptOf(given: string): NonNullable<Params<"dataset/arrange">["concepts"]>[number] {
  const [folder = "", trigger = "", repeats = ""] = splitAtColons(
    "concept",
    given,
    /^(.+?):([^:\\/]+)(?::(\d+))?$/,
    "DIR:TRIGGER or DIR:TRIGGER:REPEATS",
  );
  return {
    folder: fromWhereTheUserStands(folder),
    trigger,
    ...(repeats === "" ? {} : { repeats: wholeNumber("concept", repeats) }),
  };
}

/** `dataset arrange DIR`: the folders that the trainer wants, copied or moved as one step. */
export function arrangeCommand(rest: string[], output: Output): Promise<number> {
  const given = parseArguments(rest, options, arrangeUsage);
  const [trigger, repeats, kind] = [given.text("trigger"), given.text("repeats"), given.text("class")];
  const [into, reg] = [given.text("into"), given.text("reg")];
  if (trigger === undefined) throw new StudioError("badArguments", "--trigger is missing.", arrangeUsage);
  const [regFolder = "", regClass = ""] =
    reg === undefined ? [] : splitAtColons("reg", reg, /^(.+):([^:\\/]+)$/, "DIR:CLASS");
  const dryRun = given.flag("dry-run");
  return withClient(async (client) => {
    const result = await client.call("dataset/arrange", {
      folder: given.folder,
      trigger,
      recursive: given.flag("recursive"),
      move: given.flag("move"),
      balance: given.flag("balance"),
      dryRun,
      limit: output.json ? ALL : LISTED_FOR_PEOPLE,
      concepts: given.texts("concept").map(conceptOf),
      ...(repeats === undefined ? {} : { repeats: wholeNumber("repeats", repeats) }),
      ...(kind === undefined ? {} : { class: kind }),
      ...(into === undefined ? {} : { into: fromWhereTheUserStands(into) }),
      ...(reg === undefined ? {} : { regularisation: { folder: fromWhereTheUserStands(regFolder), class: regClass } }),
    });
    if (output.json) output.document(result);
    else {
      for (const { from, to } of result.moved) output.print(`${from}\n  → ${to}`);
      if (result.files > result.moved.length) output.print(`… and ${result.files - result.moved.length} more`);
      for (const { path, pictures, repeats: times, showings } of result.folders) {
        output.print(`${path}: ${arrangeEn.row(pictures, times, showings)}`);
      }
      for (const { message, remedy } of result.warnings) output.say(`${message}\n    ${remedy}`);
      for (const { message, hint } of result.problems) output.say(`${message}\n    ${hint}`);
      if (!dryRun) output.print(arrangeEn.done(result.folder));
    }
    return result.problems.length > 0 ? 3 : 0;
  });
}

/** `dataset training-folder DIR`: what the trainer will find there; exit code 3 when it is the wrong folder. */
export function trainingFolderCommand(rest: string[], output: Output): Promise<number> {
  const given = parseArguments(rest, { json: flag }, trainingFolderUsage);
  return withClient(async (client) => {
    const result = await client.call("dataset/trainingFolder", { folder: given.folder });
    if (output.json) output.document(result);
    else {
      for (const { severity, message, remedy } of result.findings) output.print(`${severity}: ${message} ${remedy}`);
      if (result.verdict === "right") output.print(arrangeEn.right(result.pictures));
    }
    return result.verdict === "right" ? 0 : 3;
  });
}
