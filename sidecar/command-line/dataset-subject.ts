import { basename, isAbsolute, join } from "node:path";
import { StudioError } from "../host/studio-error.js";
import { subjectEn } from "../words/subject-en.js";
import { commaList, flag, parseArguments, text } from "./arguments.js";
import type { Output } from "./output.js";
import { withClient } from "./with-client.js";

export const subjectUsage =
  "dataset subject DIR [--pictures a.png,b.png (--box 0.2,0,0.8,0.5 | --clear)] [--recursive] [--json]";

/** Four numbers 0–1. @throws StudioError "badArguments" */
function boxOf(given: string): [number, number, number, number] {
  const parts = commaList(given).map(Number);
  const [left = Number.NaN, top = 0, right = 0, bottom = 0] = parts;
  if (parts.length === 4 && parts.every((part) => part >= 0 && part <= 1)) return [left, top, right, bottom];
  throw new StudioError(
    "badArguments",
    `--box: expected left, top, right, bottom in parts of the picture, such as 0.2,0,0.8,0.5; found "${given}".`,
    subjectUsage,
  );
}

const percent = (part: number): string => `${Math.round(part * 100)} %`;

/** `dataset subject DIR`: where subjects lie; with a box, marks it. 3 when some picture could not be marked. */
export function subjectCommand(rest: string[], output: Output): Promise<number> {
  const options = { pictures: text, box: text, clear: flag, recursive: flag, json: flag };
  const given = parseArguments(rest, options, subjectUsage);
  const [box, clear] = [given.text("box"), given.flag("clear")];
  const names = commaList(given.text("pictures"));
  const marks = box !== undefined || clear;
  if ((box !== undefined && clear) || marks !== names.length > 0) {
    throw new StudioError("badArguments", "--pictures goes with either --box or --clear.", subjectUsage);
  }
  const mark = box === undefined ? null : boxOf(box);
  return withClient(async (client) => {
    if (marks) {
      const pictures = names.map((name) => (isAbsolute(name) ? name : join(given.folder, name)));
      const result = await client.call("dataset/markSubject", { pictures, box: mark });
      if (output.json) output.document(result);
      else {
        output.print(clear ? subjectEn.cleared(result.marked) : subjectEn.marked(result.marked));
        for (const { path, message, hint } of result.problems) output.say(`${path}: ${message}\n    ${hint}`);
      }
      if (result.problems.length === 0) return 0;
      return result.marked === 0 ? 1 : 3;
    }
    const result = await client.call("dataset/subjects", { folder: given.folder, recursive: given.flag("recursive") });
    if (output.json) output.document(result);
    for (const { path, subject } of output.json ? [] : result.images) {
      const where = subject && `${subjectEn.by[subject.by]}: ${subject.box.map(percent).join(", ")}`;
      output.print(`${basename(path)}: ${where ?? subjectEn.unknown}`);
    }
    return 0;
  });
}
