import type { Result } from "../../protocol/validate.js";
import { StudioError } from "../host/studio-error.js";
import { parseArguments, wholeNumber } from "./arguments.js";
import { captionsEditCommand, captionsEditUsage } from "./captions-edit.js";
import { captionsFilesCommand, captionsFilesUsage } from "./captions-files.js";
import { captionsHelpCommand, captionsHelpUsage } from "./captions-help.js";
import { captionsLookCommand, captionsLookUsage } from "./captions-look.js";
import type { Output } from "./output.js";
import { withClient } from "./with-client.js";

const historyUsage = [
  "captions undo DIR [--step N] [--json]",
  "captions redo DIR [--json]",
  "captions history DIR [--json]",
];

export const captionsUsage = [
  ...captionsLookUsage,
  ...captionsEditUsage,
  ...captionsHelpUsage,
  ...captionsFilesUsage,
  ...historyUsage,
];

type Change = Result<"captions/undo">;

function printChange(title: string, change: Change, output: Output): number {
  if (output.json) output.document(change);
  else {
    for (const { step, name, files } of change.steps)
      output.print(`${title}: ${name} (step ${step}), ${files} captions.`);
    for (const { message, hint } of change.conflicts) output.print(`${message}\n    ${hint}`);
  }
  return change.conflicts.length > 0 ? 3 : 0;
}

function printHistory({ steps }: Result<"captions/history">, output: Output): number {
  if (output.json) output.document({ steps });
  else if (steps.length === 0) output.print("Nothing was changed here by LoRA Atelier.");
  for (const { step, name, created, files, undone } of output.json ? [] : steps) {
    output.print(`${step}  ${created}  ${name}, ${files} captions${undone ? "  (undone)" : ""}`);
  }
  return 0;
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
  if (!["undo", "redo", "history"].includes(verb)) {
    const verbs = [...new Set(captionsUsage.map((line) => line.split(" ")[1]))].join(", ");
    throw new StudioError("badArguments", `captions knows ${verbs}; found "${verb}".`, captionsUsage.join("\n"));
  }
  const given = parseArguments(rest, { json: { type: "boolean" }, step: { type: "string" } }, usage);
  const { folder } = given;
  const step = given.text("step");
  return withClient(async (client) => {
    if (verb === "history") return printHistory(await client.call("captions/history", { folder }), output);
    if (verb === "redo") return printChange("Done again", await client.call("captions/redo", { folder }), output);
    const until = step === undefined ? {} : { step: wholeNumber("step", step) };
    return printChange("Undone", await client.call("captions/undo", { folder, ...until }), output);
  });
}
