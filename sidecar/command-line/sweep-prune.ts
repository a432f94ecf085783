import { StudioError } from "../host/studio-error.js";
import { flag, numberWithin, parseWords, text } from "./arguments.js";
import type { Output } from "./output.js";
import { withClient } from "./with-client.js";

export const pruneUsage = "sweep prune [--older 30d] [--back NAME] [--dry-run] [--json]";

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** `sweep prune`: pictures that no sweep needs are put aside, and come back with `--back`. */
export async function pruneCommand(rest: string[], output: Output): Promise<number> {
  const options = { older: text, back: text, "dry-run": flag, json: flag };
  const given = parseWords(rest, options, pruneUsage);
  if (given.words.length > 0) {
    throw new StudioError("badArguments", `Nothing is expected after "prune"; found "${given.words[0]}".`, pruneUsage);
  }
  const [older, back, dryRun] = [given.text("older"), given.text("back"), given.flag("dry-run")];
  return withClient(async (client) => {
    if (back !== undefined) {
      const result = await client.call("sweep/bringBack", { name: back });
      if (output.json) output.document(result);
      else output.print(`${result.pictures} pictures are back.`);
      return 0;
    }
    const olderDays = older === undefined ? undefined : numberWithin("older", older.replace(/d$/, ""), [0, 3650]);
    const result = await client.call("sweep/prune", {
      ...(olderDays !== undefined && { olderDays }),
      ...(dryRun && { dryRun }),
    });
    if (output.json) output.document(result);
    else {
      const { pictures, bytes, groups, held } = result;
      const verb = dryRun ? "would be put aside" : "were put aside";
      output.print(
        pictures === 0
          ? "Every picture is needed, or too young."
          : `${pictures} pictures, ${megabytes(bytes)}, ${verb}:`,
      );
      for (const group of groups) {
        const whose =
          group.name === null ? "settings that no sweep has any more" : `removed sweep ${group.sweep}, ${group.name}`;
        output.print(`  ${group.pictures} of ${whose} (${megabytes(group.bytes)})`);
      }
      for (const { name, until, ...one } of held) {
        output.print(
          `${one.pictures} pictures (${megabytes(one.bytes)}) come back until ${until.slice(0, 10)}: sweep prune --back ${name}`,
        );
      }
    }
    return 0;
  });
}
