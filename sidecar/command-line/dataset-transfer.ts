import { parseArgs } from "node:util";
import { reportError, StudioError } from "../host/studio-error.js";
import { transferEn } from "../words/transfer-en.js";
import { flag, fromWhereTheUserStands, parseArguments, text, wholeNumber } from "./arguments.js";
import type { Output } from "./output.js";
import { withClient } from "./with-client.js";

export const importUsage = "dataset import DIR FILE… [--dry-run] [--json]   pictures, captions, ZIP archives";
export const importVideoUsage = "dataset import DIR --video FILE [--every 1.0] [--most 200] [--json]";
export const exportUsage = "dataset export DIR --to FILE.zip [--replace] [--recursive] [--json]";

const ALL = 1_000_000;

function importArguments(rest: string[]) {
  const options = { video: text, every: text, most: text, "dry-run": flag, json: flag };
  try {
    const { values, positionals } = parseArgs({ args: rest, options, allowPositionals: true });
    const [folder, ...files] = positionals.map(fromWhereTheUserStands);
    if (folder === undefined) throw new Error("A folder is missing.");
    if (files.length === 0 && values.video === undefined) throw new Error("Files to add are missing.");
    if (files.length > 0 && values.video !== undefined) throw new Error("Give files or a video, not both.");
    return { ...values, folder, files };
  } catch (error) {
    throw new StudioError("badArguments", reportError(error).message, importUsage);
  }
}

/** Seconds. @throws StudioError "badArguments" */
function secondsOf(given: string): number {
  const seconds = Number(given);
  if (seconds > 0 && seconds <= 3600) return seconds;
  throw new StudioError("badArguments", `--every: expected seconds such as 0.5, found "${given}".`, importUsage);
}

/** `dataset import DIR FILE…`: exit code 3 when something was left out. */
export function importCommand(rest: string[], output: Output): Promise<number> {
  const given = importArguments(rest);
  const { folder, files, video, every, most } = given;
  return withClient(async (client) => {
    if (video !== undefined) {
      const result = await client.call("dataset/importVideo", {
        folder,
        file: fromWhereTheUserStands(video),
        ...(every === undefined ? {} : { every: secondsOf(every) }),
        ...(most === undefined ? {} : { most: wholeNumber("most", most) }),
      });
      if (output.json) output.document(result);
      else output.print(transferEn.frames(result.frames));
      return result.problems.length > 0 ? 3 : 0;
    }
    const dryRun = given["dry-run"] === true;
    const result = await client.call("dataset/import", { folder, files, dryRun, limit: ALL });
    if (output.json) output.document(result);
    else {
      for (const { name, place } of result.added) output.print(name === place ? place : `${name} → ${place}`);
      for (const { name, reason } of result.leftOut) output.say(`${name}: ${transferEn.leftOut[reason]}`);
      for (const { message, hint } of result.problems) output.say(`${message}\n    ${hint}`);
      output.print(dryRun ? transferEn.wouldAdd(result.files) : transferEn.added(result.files));
    }
    return result.leftOut.length + result.problems.length > 0 ? 3 : 0;
  });
}

/** `dataset export DIR --to FILE.zip`: exit code 3 when a caption could not be read. */
export function exportCommand(rest: string[], output: Output): Promise<number> {
  const given = parseArguments(rest, { to: text, replace: flag, recursive: flag, json: flag }, exportUsage);
  const to = given.text("to");
  if (to === undefined) throw new StudioError("badArguments", "--to is missing.", exportUsage);
  return withClient(async (client) => {
    const result = await client.call("dataset/export", {
      folder: given.folder,
      recursive: given.flag("recursive"),
      to: fromWhereTheUserStands(to),
      replace: given.flag("replace"),
    });
    if (output.json) output.document(result);
    else {
      for (const { path, message } of result.problems) output.say(`${path}: ${message}`);
      output.print(transferEn.exported(result.pictures, result.captions, result.file));
    }
    return result.problems.length > 0 ? 3 : 0;
  });
}
