import { StudioError } from "../host/studio-error.js";
import { projectsEn } from "../words/projects-en.js";
import { flag, fromWhereTheUserStands, oneOf, parseWords, text, wholeNumber } from "./arguments.js";
import type { Output } from "./output.js";
import { withClient } from "./with-client.js";

export const exportUsage = "projects export ID --output FILE [--pictures] [--loras] [--replace] [--json]";
export const importUsage = "projects import FILE --into DIR [--captions keep|replace] [--dry-run] [--json]";

const wrong = (message: string, usage: string): StudioError => new StudioError("badArguments", message, usage);

/** `projects export ID --output FILE`: exit code 3 when a picture could not be read. */
export function exportProjectCommand(rest: string[], output: Output): Promise<number> {
  const options = { output: text, pictures: flag, loras: flag, replace: flag, json: flag };
  const given = parseWords(rest, options, exportUsage);
  const [id, ...more] = given.words;
  const to = given.text("output");
  if (id === undefined || more.length > 0) throw wrong("The number of one project is expected.", exportUsage);
  if (to === undefined) throw wrong("The file to write is missing: --output.", exportUsage);
  const params = {
    id: wholeNumber("ID", id),
    to: fromWhereTheUserStands(to),
    pictures: given.flag("pictures"),
    loras: given.flag("loras"),
    replace: given.flag("replace"),
  };
  return withClient(async (client) => {
    const result = await client.call("project/export", params);
    if (output.json) output.document(result);
    else {
      for (const { path, message } of result.problems) output.say(`${path}: ${message}`);
      output.print(projectsEn.exported(result));
    }
    return result.problems.length > 0 ? 3 : 0;
  });
}

/** `projects import FILE --into DIR`. */
export function importProjectCommand(rest: string[], output: Output): Promise<number> {
  const options = { into: text, captions: text, "dry-run": flag, json: flag };
  const given = parseWords(rest, options, importUsage);
  const [file, ...more] = given.words;
  const into = given.text("into");
  if (file === undefined || more.length > 0) throw wrong("One ZIP of a project is expected.", importUsage);
  if (into === undefined) throw wrong("The folder is missing: --into.", importUsage);
  const captions = oneOf("captions", given.text("captions"), ["keep", "replace"] as const);
  const params = {
    file: fromWhereTheUserStands(file),
    into: fromWhereTheUserStands(into),
    ...(captions === undefined ? {} : { captions }),
    dryRun: given.flag("dry-run"),
  };
  return withClient(async (client) => {
    const result = await client.call("project/import", params);
    if (output.json) output.document(result);
    else output.print(projectsEn.imported(result));
    return 0;
  });
}
