import { flag, oneOf, parseArguments, text, threshold, wholeNumber } from "./arguments.js";
import { runEdits } from "./captions-edit.js";
import type { Output } from "./output.js";
import { withClient } from "./with-client.js";

export const captionsHelpUsage = [
  "captions prune DIR --concept character|outfit|style|object [--view article|absorption] [--trigger okara] [--filter EXPR] [--recursive] [--dry-run] [--no-save] [--json]",
  "captions doubts DIR [--threshold 0.35] [--limit 100] [--filter EXPR] [--recursive] [--json]",
];

const options = {
  concept: text,
  view: text,
  trigger: text,
  filter: text,
  recursive: flag,
  prose: flag,
  "dry-run": flag,
  "no-save": flag,
  json: flag,
  threshold: text,
  limit: text,
};

const concepts = ["character", "outfit", "style", "object"] as const;

/** Takes the proposed tags out; with --dry-run only says which, and why. */
async function prune(rest: string[], output: Output, usage: string): Promise<number> {
  const given = parseArguments(rest, options, usage);
  const concept = oneOf("concept", given.text("concept"), concepts) ?? "character";
  const view = oneOf("view", given.text("view"), ["article", "absorption"]) ?? "article";
  const trigger = given.text("trigger");
  const filter = given.text("filter");
  const { groups, source } = await withClient((client) =>
    client.call("captions/prune", {
      folder: given.folder,
      recursive: given.flag("recursive"),
      concept,
      view,
      ...(trigger === undefined ? {} : { trigger }),
      ...(filter === undefined ? {} : { filter }),
    }),
  );
  const proposed = groups.flatMap(({ tags }) => tags).filter((row) => row.proposed);
  output.say(`By ${source}.`);
  for (const { tag, sentence } of proposed) output.say(`  ${tag}: ${sentence}`);
  if (proposed.length === 0) {
    if (output.json) output.document({ step: null, changed: [], unchanged: 0, captions: 0 });
    else output.print("No tag is proposed.");
    return 0;
  }
  return runEdits(
    [{ kind: "remove", tags: proposed.map(({ tag }) => tag.replaceAll(/[*?\\]/g, "\\$&")) }],
    given,
    output,
  );
}

async function doubts(rest: string[], output: Output, usage: string): Promise<number> {
  const given = parseArguments(rest, options, usage);
  const filter = given.text("filter") ?? "";
  const limit = given.text("limit");
  return withClient(async (client) => {
    const result = await client.call("captions/doubts", {
      folder: given.folder,
      recursive: given.flag("recursive"),
      filter,
      threshold: threshold("threshold", given.text("threshold"), 0.35),
      limit: limit === undefined ? 100 : wholeNumber("limit", limit),
    });
    if (output.json) output.document(result);
    for (const { name, tag, present, sentence } of output.json ? [] : result.doubts) {
      output.print(`${name}: ${tag} (${present ? "in the caption" : "not in the caption"}): ${sentence}`);
    }
    if (!output.json) output.print(`${result.total} doubts.`);
    return 0;
  });
}

/** `captions prune|doubts DIR`; null for another verb. */
export function captionsHelpCommand(verb: string, rest: string[], output: Output): Promise<number> | null {
  const commands: Record<string, typeof prune> = { prune, doubts };
  const command = Object.hasOwn(commands, verb) ? commands[verb] : undefined;
  const usage = captionsHelpUsage.filter((line) => line.split(" ")[1] === verb).join("\n");
  return command ? command(rest, output, usage) : null;
}
