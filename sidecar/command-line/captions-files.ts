import type { Result } from "../../protocol/validate.js";
import { StudioError } from "../host/studio-error.js";
import { flag, fromWhereTheUserStands, oneOf, parseArguments, text } from "./arguments.js";
import type { Output } from "./output.js";
import { withClient } from "./with-client.js";

export const captionsFilesUsage = [
  "captions import DIR --file FILE [--format kohya-json|jsonl|csv|zip] [--existing skip|overwrite|append|prepend] [--recursive] [--dry-run] [--no-save] [--json]",
  "captions export DIR --file FILE [--format kohya-json|jsonl|csv|zip] [--as caption|tags] [--overwrite] [--filter EXPR] [--recursive] [--json]",
  "captions move DIR --to FOLDER [--copy] [--filter EXPR] [--recursive] [--dry-run] [--json]",
  "captions delete DIR --filter EXPR [--recursive] [--dry-run] [--json]",
  "captions restore DIR [--list] [--json]",
];

const options = {
  file: text,
  format: text,
  existing: text,
  as: text,
  overwrite: flag,
  to: text,
  copy: flag,
  filter: text,
  recursive: flag,
  "dry-run": flag,
  "no-save": flag,
  list: flag,
  json: flag,
};

type Verb = "import" | "export" | "move" | "delete" | "restore";
type Given = ReturnType<typeof parseArguments>;

const formats = ["kohya-json", "jsonl", "csv", "zip"] as const;

function fileOf(given: Given): { file: string; format?: (typeof formats)[number] } {
  const file = given.text("file");
  if (file === undefined) throw new StudioError("badArguments", "--file is missing.", "For instance --file meta.json");
  const format = oneOf("format", given.text("format"), formats);
  return { file: fromWhereTheUserStands(file), ...(format === undefined ? {} : { format }) };
}

const ALL = 1_000_000;

function bring(given: Given, output: Output): Promise<number> {
  const existing = oneOf("existing", given.text("existing"), ["skip", "overwrite", "append", "prepend"]) ?? "overwrite";
  const dryRun = given.flag("dry-run");
  return withClient(async (client) => {
    const result = await client.call("captions/import", {
      folder: given.folder,
      recursive: given.flag("recursive"),
      ...fileOf(given),
      existing,
      dryRun,
      save: !given.flag("no-save"),
      limit: output.json ? ALL : 0,
    });
    if (output.json) output.document(result);
    else {
      output.print(`${result.matched} of ${result.rows} rows have their picture here.`);
      output.print(`${result.captions} captions ${dryRun ? "would change" : "changed"}.`);
      for (const problem of result.problems) output.say(problem);
    }
    return result.problems.length > 0 ? 3 : 0;
  });
}

function take(given: Given, output: Output): Promise<number> {
  const kind = oneOf("as", given.text("as"), ["caption", "tags"]) ?? "tags";
  return withClient(async (client) => {
    const result = await client.call("captions/export", {
      folder: given.folder,
      recursive: given.flag("recursive"),
      filter: given.text("filter") ?? "",
      ...fileOf(given),
      as: kind,
      overwrite: given.flag("overwrite"),
    });
    if (output.json) output.document(result);
    else output.print(`${result.captions} captions written to ${result.file}.`);
    return 0;
  });
}

function printMove(result: Result<"captions/move">, { dryRun }: { dryRun: boolean }, output: Output): number {
  if (output.json) output.document(result);
  else {
    for (const { from, to } of result.moves) output.print(`${from}\n  → ${to}`);
    const verb = result.step === null ? (dryRun ? "would be moved" : "were left where they are") : "moved";
    output.print(`${result.pictures} pictures, ${result.files} files ${verb}.`);
    for (const { message, hint } of result.problems) output.say(`${message}\n    ${hint}`);
  }
  return result.problems.length > 0 ? 3 : 0;
}

function move(verb: "move" | "delete", given: Given, output: Output): Promise<number> {
  const to = given.text("to");
  const filter = given.text("filter");
  if (verb === "move" && to === undefined) {
    throw new StudioError("badArguments", "--to is missing.", "For instance --to ../20_other");
  }
  if (verb === "delete" && filter === undefined) {
    throw new StudioError(
      "badArguments",
      "--filter is missing: everything would be deleted.",
      'For instance --filter "duplicate:yes"; with --filter "" all pictures are meant.',
    );
  }
  const dryRun = given.flag("dry-run");
  return withClient(async (client) => {
    const result = await client.call("captions/move", {
      folder: given.folder,
      recursive: given.flag("recursive"),
      filter: filter ?? "",
      to: verb === "delete" || to === undefined ? null : fromWhereTheUserStands(to),
      copy: given.flag("copy"),
      dryRun,
    });
    return printMove(result, { dryRun }, output);
  });
}

function restore(given: Given, output: Output): Promise<number> {
  const { folder } = given;
  return withClient(async (client) => {
    if (given.flag("list")) {
      const { files } = await client.call("captions/trash", { folder });
      if (output.json) output.document({ files });
      else for (const { name, deleted } of files) output.print(`${deleted}  ${name}`);
      return 0;
    }
    const result = await client.call("captions/restore", { folder });
    if (output.json) output.document(result);
    else {
      output.print(`${result.files} files restored.`);
      for (const { message, hint } of result.problems) output.say(`${message}\n    ${hint}`);
    }
    return result.problems.length > 0 ? 3 : 0;
  });
}

const isVerb = (verb: string): verb is Verb => ["import", "export", "move", "delete", "restore"].includes(verb);

/** `captions import|export|move|delete|restore DIR`; null for another verb. */
export function captionsFilesCommand(verb: string, rest: string[], output: Output): Promise<number> | null {
  if (!isVerb(verb)) return null;
  const usage = captionsFilesUsage.filter((line) => line.split(" ")[1] === verb).join("\n");
  const given = parseArguments(rest, options, usage);
  if (verb === "import") return bring(given, output);
  if (verb === "export") return take(given, output);
  return verb === "restore" ? restore(given, output) : move(verb, given, output);
}
