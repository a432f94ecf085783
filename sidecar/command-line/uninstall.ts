import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { stateFolder } from "../host/state-folder.js";
import { reportError, StudioError } from "../host/studio-error.js";
import { openDatabase } from "../store/database.js";
import { takeStateLock } from "../store/state-lock.js";
import { placedFiles, takeAway } from "../sweep/draw/placed-files.js";
import { say } from "../words/sentence.js";
import type { Output } from "./output.js";

export const uninstallUsage = "uninstall [--yes] [--json]";

const program = fileURLToPath(new URL("../../..", import.meta.url)).replace(/[\\/]$/, "");

function isMeant(argumentList: string[]): boolean {
  const [yes, json] = [{ type: "boolean" }, { type: "boolean" }] as const;
  try {
    return parseArgs({ args: argumentList, options: { yes, json } }).values.yes ?? false;
  } catch (error) {
    throw new StudioError("badArguments", reportError(error).message, uninstallUsage);
  }
}

/**
 * `uninstall`: what we put into WebUIs' folders, taken away with `--yes`, and where the rest lies, which the user deletes.
 * Exit code 3 when a file was left.
 */
export async function uninstallCommand(argumentList: string[], output: Output): Promise<number> {
  const meant = isMeant(argumentList);
  const state = stateFolder();
  const lock = takeStateLock(state);
  if (lock === null)
    throw new StudioError(
      "busy",
      say("The studio is running."),
      say("Close the WebUI and every other start of it, then try again."),
    );
  const database = openDatabase(state);
  const files: { path: string; status: "there" | "removed" | "left" }[] = [];
  try {
    for (const file of placedFiles(database)) {
      const status = !meant ? "there" : (await takeAway(database, file)) ? "removed" : "left";
      files.push({ path: file.path, status });
    }
  } finally {
    database.close();
    lock.release();
  }
  if (output.json) output.document({ files, state, program });
  else {
    for (const { path, status } of files) output.print(`${status.padEnd(8)} ${path}`);
    if (files.length === 0) output.print("No file of a sweep lies in a WebUI's folder.");
    else if (!meant) output.print("With --yes these links go; the files that they lead to stay.");
    if (files.some(({ status }) => status === "left"))
      output.print("What is left may be the only copy, or was changed: look at it, and delete it yourself.");
    output.print(`\nThe program: ${program}\nIts state (settings, scores, history, runs, sweeps): ${state}`);
    output.print(
      "Delete the first to be rid of the program, the second to forget everything. Pictures, captions and LoRA files are yours and stay.",
    );
  }
  return files.some(({ status }) => status === "left") ? 3 : 0;
}
