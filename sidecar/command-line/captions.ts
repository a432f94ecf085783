import type { Result } from "../../protocol/validate.js";
import { StudioError } from "../host/studio-error.js";
import { flag, parseArguments, text, wholeNumber } from "./arguments.js";
import { captionsEditCommand, captionsEditUsage } from "./captions-edit.js";
import { captionsFilesCommand, captionsFilesUsage } from "./captions-files.js";
import { captionsHelpCommand, captionsHelpUsage } from "./captions-help.js";
import { captionsLookCommand, captionsLookUsage } from "./captions-look.js";
import type { Output } from "./output.js";
import { withClient } from "./with-client.js";

const historyUsage = [
  "captions undo DIR [--step N] [--no-save] [--json]",
  "captions redo DIR [--no-save] [--json]",
  "captions history DIR [--json]",
  "captions point DIR --name NAME [--json]",
  "captions return DIR --step N [--no-save] [--json]",
  "captions save DIR [--json]",
];

export const captionsUsage = [
  ...captionsLookUsage,
  ...captionsEditUsage,
  ...captionsHelpUsage,
  ...captionsFilesUsage,
  ...historyUsage,
];

type Change = Result<"captions/undo">;

const changed = ({ files, moved }: { files: number; moved: number }): string =>
  `${files} ${moved > 0 ? "files" : "captions"}`;

function printChange(change: Change, output: Output): number {
  if (output.json) output.document(change);
  else {
    for (const { step, name, undone, ...counts } of change.steps) {
      output.print(`${undone ? "Undone" : "Done again"}: ${name} (step ${step}), ${changed(counts)}.`);
    }
    if (change.steps.length === 0) output.print("Everything is in that state already.");
    for (const { message, hint } of change.conflicts) output.print(`${message}\n    ${hint}`);
  }
  return change.conflicts.length > 0 ? 3 : 0;
}

function printHistory(history: Result<"captions/history">, output: Output): number {
  const { steps } = history;
  if (output.json) output.document(history);
  else if (steps.length === 0) output.print("Nothing was changed here by LoRA Atelier.");
  for (const { step, name, created, undone, point, ...counts } of output.json ? [] : steps) {
    const what = point ? `[${name}]` : `${name}, ${changed(counts)}${undone ? "  (undone)" : ""}`;
    output.print(`${step}  ${created}  ${what}`);
  }
  return 0;
}

function printSaved(saved: Result<"captions/save">, output: Output): number {
  const { files, conflicts } = saved;
  if (output.json) output.document(saved);
  else {
    output.print(files === 0 ? "Everything was saved already." : `Captions saved: ${files - conflicts.length}.`);
    for (const { message, hint } of conflicts) output.print(`${message}\n    ${hint}`);
  }
  return conflicts.length > 0 ? 3 : 0;
}

/** `captions list|add|…|undo|redo|history DIR`; 3 when somebody else changed a file since, which is then left as it is. */
export async function captionsCommand(argumentList: string[], output: Output): Promise<number> {
  const [verb = "", ...rest] = argumentList;
  const known =
    captionsEditCommand(verb, rest, output) ??
    captionsLookCommand(verb, rest, output) ??
    captionsHelpCommand(verb, rest, output) ??
    captionsFilesCommand(verb, rest, output);
  if (known !== null) return known;
  const usage = historyUsage.join("\n");
  if (!["undo", "redo", "history", "point", "return", "save"].includes(verb)) {
    const verbs = [...new Set(captionsUsage.map((line) => line.split(" ")[1]))].join(", ");
    throw new StudioError("badArguments", `captions knows ${verbs}; found "${verb}".`, captionsUsage.join("\n"));
  }
  const given = parseArguments(rest, { json: flag, step: text, name: text, "no-save": flag }, usage);
  const { folder } = given;
  const step = given.text("step");
  const way = given.flag("no-save") ? { save: false } : {};
  return withClient(async (client) => {
    if (verb === "history") return printHistory(await client.call("captions/history", { folder }), output);
    if (verb === "save") return printSaved(await client.call("captions/save", { folder }), output);
    if (verb === "redo") return printChange(await client.call("captions/redo", { folder, ...way }), output);
    if (verb === "point") {
      const name = given.text("name") ?? "";
      if (name === "") throw new StudioError("badArguments", "--name is missing.", usage);
      const point = await client.call("captions/point", { folder, name });
      if (output.json) output.document(point);
      else output.print(`Restore point ${point.step}: ${name}. Back to it: captions return DIR --step ${point.step}`);
      return 0;
    }
    if (verb === "return") {
      if (step === undefined) throw new StudioError("badArguments", "--step is missing.", usage);
      const back = { folder, step: wholeNumber("step", step), ...way };
      return printChange(await client.call("captions/return", back), output);
    }
    const until = step === undefined ? {} : { step: wholeNumber("step", step) };
    return printChange(await client.call("captions/undo", { folder, ...until, ...way }), output);
  });
}
