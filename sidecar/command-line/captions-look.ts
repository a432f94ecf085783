import { oneOf, parseArguments } from "./arguments.js";
import type { Output } from "./output.js";
import { withClient } from "./with-client.js";

export const captionsLookUsage = [
  "captions list DIR [--filter EXPR] [--recursive] [--json]",
  "captions stats DIR [--filter EXPR] [--recursive] [--json]",
  "captions conflicts DIR [--keep mine|theirs|merged] [--json]",
];

const options = {
  filter: { type: "string" },
  recursive: { type: "boolean" },
  keep: { type: "string" },
  json: { type: "boolean" },
} as const;

const ALL = 1_000_000;
const TAGS_FOR_PEOPLE = 40;

async function list(rest: string[], output: Output, usage: string): Promise<number> {
  const given = parseArguments(rest, options, usage);
  const filter = given.text("filter") ?? "";
  return withClient(async (client) => {
    const params = { folder: given.folder, recursive: given.flag("recursive"), filter, limit: ALL };
    const result = await client.call("captions/list", params);
    if (output.json) output.document(result);
    else {
      for (const { name, caption } of result.rows) output.print(`${name}: ${caption ?? "(no caption)"}`);
      output.print(`${result.matched} of ${result.pictures} pictures.`);
      for (const { message, hint } of result.problems) output.say(`${message}\n    ${hint}`);
    }
    return result.problems.length > 0 ? 3 : 0;
  });
}

async function stats(rest: string[], output: Output, usage: string): Promise<number> {
  const given = parseArguments(rest, options, usage);
  const filter = given.text("filter") ?? "";
  return withClient(async (client) => {
    const params = { folder: given.folder, recursive: given.flag("recursive"), filter };
    const result = await client.call("captions/stats", params);
    if (output.json) output.document(result);
    else {
      const { pictures, captions, untagged, long, different, tags } = result;
      output.print(`${pictures} pictures, ${captions} with a caption, ${untagged} without tags, ${different} tags.`);
      if (long > 0) output.print(`${long} captions have more than 75 tokens.`);
      for (const { tag, images } of tags.slice(0, TAGS_FOR_PEOPLE)) output.print(`${images}\t${tag}`);
      if (tags.length > TAGS_FOR_PEOPLE) output.print(`… and ${different - TAGS_FOR_PEOPLE} more; --json lists them.`);
    }
    return 0;
  });
}

async function conflicts(rest: string[], output: Output, usage: string): Promise<number> {
  const given = parseArguments(rest, options, usage);
  const keep = oneOf("keep", given.text("keep"), ["mine", "theirs", "merged"]);
  const { folder } = given;
  return withClient(async (client) => {
    const found = await client.call("captions/conflicts", { folder });
    const paths = found.conflicts.map(({ path }) => path);
    if (keep === undefined || paths.length === 0) {
      if (output.json) output.document(found);
      else if (paths.length === 0) output.print("No caption was changed by another program.");
      for (const { path, mine, theirs } of output.json ? [] : found.conflicts) {
        output.print(`${path}\n  mine:   ${mine ?? "(none)"}\n  theirs: ${theirs ?? "(none)"}`);
      }
      return paths.length > 0 ? 3 : 0;
    }
    const result = await client.call("captions/resolve", { folder, paths, keep });
    if (output.json) output.document(result);
    else output.print(`${result.resolved} captions settled.`);
    for (const { message, hint } of output.json ? [] : result.problems) output.say(`${message}\n    ${hint}`);
    return result.problems.length > 0 ? 3 : 0;
  });
}

/** `captions list|stats|conflicts DIR`; null for another verb. */
export function captionsLookCommand(verb: string, rest: string[], output: Output): Promise<number> | null {
  const commands: Record<string, typeof list> = { list, stats, conflicts };
  const command = Object.hasOwn(commands, verb) ? commands[verb] : undefined;
  const usage = captionsLookUsage.filter((line) => line.split(" ")[1] === verb).join("\n");
  return command ? command(rest, output, usage) : null;
}
