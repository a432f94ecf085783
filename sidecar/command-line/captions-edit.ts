import type { CaptionEdit } from "../../protocol/generated/methods.js";
import type { Result } from "../../protocol/validate.js";
import { StudioError } from "../host/studio-error.js";
import { type Arguments, commaList, flag, oneOf, parseArguments, text, wholeNumber } from "./arguments.js";
import type { Output } from "./output.js";
import { withClient } from "./with-client.js";

const common = "[--filter EXPR] [--recursive] [--prose] [--dry-run] [--no-save] [--json]";

export const captionsEditUsage = [
  `captions add DIR --tags a,b [--at first|last|N] [--move] ${common}`,
  `captions remove DIR --tags "a,*skirt,/^(red|blue) eyes$/" ${common}`,
  `captions replace DIR --find A --with B [--in tag|text|caption] [--regex] [--match-case] ${common}`,
  `captions dedupe DIR ${common}`,
  `captions sort DIR [--by name|count|length|tokens] [--descending] [--protect N] ${common}`,
  `captions truncate DIR [--tokens 75] ${common}`,
  `captions trigger DIR --word okara ${common}`,
  `captions set DIR --caption TEXT ${common}`,
  `captions affix DIR --text TEXT [--at start|end] ${common}`,
  `captions normalise DIR [--lower-case] [--punctuation] [--underscores spaces|underscores] ${common}`,
  `captions encoding DIR [--to utf8|shift_jis|euc-jp|utf16le] ${common}`,
  `captions from-names DIR [--split-at "_- ,"] [--keep-numbers] [--existing skip|overwrite|append|prepend] ${common}`,
];

const options = {
  filter: text,
  recursive: flag,
  prose: flag,
  "dry-run": flag,
  "no-save": flag,
  json: flag,
  tags: text,
  at: text,
  move: flag,
  find: text,
  with: text,
  in: text,
  regex: flag,
  "match-case": flag,
  by: text,
  descending: flag,
  protect: text,
  tokens: text,
  word: text,
  caption: text,
  text,
  "lower-case": flag,
  punctuation: flag,
  underscores: text,
  to: text,
  "split-at": text,
  "keep-numbers": flag,
  existing: text,
};

const missing = (option: string, example: string): StudioError =>
  new StudioError("badArguments", `--${option} is missing.`, `For instance: ${example}`);

function required(given: Arguments, option: string, example: string): string {
  const value = given.text(option);
  if (value === undefined) throw missing(option, example);
  return value;
}

const tagList = (given: Arguments): string[] => {
  const tags = commaList(given.text("tags"));
  if (tags.length === 0) throw missing("tags", '--tags "skirt,off shoulder"');
  return tags;
};

const place = (value: string | undefined): "first" | "last" | number =>
  value === undefined || value === "last" || value === "first" ? (value ?? "last") : wholeNumber("at", value);

function editOf(verb: string, given: Arguments): CaptionEdit | null {
  switch (verb) {
    case "add":
      return { kind: "add", tags: tagList(given), at: place(given.text("at")), move: given.flag("move") };
    case "remove":
      return { kind: "remove", tags: tagList(given) };
    case "replace":
      return {
        kind: "replace",
        find: required(given, "find", '--find "blonde hair" --with "golden hair"'),
        with: given.text("with") ?? "",
        where: oneOf("in", given.text("in"), ["tag", "text", "caption"]) ?? "tag",
        regex: given.flag("regex"),
        matchCase: given.flag("match-case"),
      };
    case "dedupe":
      return { kind: "dedupe" };
    case "sort": {
      const by = oneOf("by", given.text("by"), ["name", "count", "length", "tokens"]) ?? "name";
      const protect = given.text("protect");
      const first = protect === undefined ? 0 : wholeNumber("protect", protect);
      return { kind: "sort", by, descending: given.flag("descending"), protect: first };
    }
    case "truncate": {
      const tokens = given.text("tokens");
      return { kind: "truncate", tokens: tokens === undefined ? 75 : wholeNumber("tokens", tokens) };
    }
    case "trigger":
      return { kind: "trigger", word: required(given, "word", "--word okara") };
    case "set":
      return { kind: "set", caption: required(given, "caption", '--caption "okara, 1girl"') };
    case "affix": {
      const at = oneOf("at", given.text("at"), ["start", "end"]) ?? "end";
      return { kind: "affix", text: required(given, "text", '--text ", white background"'), at };
    }
    case "normalise": {
      const underscores = oneOf("underscores", given.text("underscores"), ["spaces", "underscores"]) ?? null;
      const letterCase = given.flag("lower-case") ? "lower" : null;
      return { kind: "normalise", letterCase, punctuation: given.flag("punctuation"), underscores };
    }
    case "encoding":
      return {
        kind: "encoding",
        to: oneOf("to", given.text("to"), ["utf8", "shift_jis", "euc-jp", "utf16le"]) ?? "utf8",
      };
    case "from-names": {
      const existing = oneOf("existing", given.text("existing"), ["skip", "overwrite", "append", "prepend"]) ?? "skip";
      const splitAt = given.text("split-at");
      const dropNumbers = !given.flag("keep-numbers");
      return { kind: "fileName", dropNumbers, existing, ...(splitAt === undefined ? {} : { splitAt }) };
    }
    default:
      return null;
  }
}

const NOTHING = "";

function printEdit(result: Result<"captions/edit">, { dryRun }: { dryRun: boolean }, output: Output): void {
  const { captions, matched, changed, prose, problems, step } = result;
  for (const { path, before, after } of changed) {
    output.print(`${path}\n  - ${before ?? NOTHING}\n  + ${after ?? NOTHING}`);
  }
  const verb = dryRun ? "would change" : "changed";
  output.print(`${captions} of ${matched} captions ${verb}${step === null ? "" : ` (step ${step})`}.`);
  if (prose > 0) output.print(`${prose} captions in sentences were left alone; --prose splits them at commas too.`);
  for (const { message, hint } of problems) output.say(`${message}\n    ${hint}`);
}

// With --json every change is listed; for people the first ones.
const LISTED = 1_000_000;
const LISTED_FOR_PEOPLE = 20;

/** `captions add|remove|… DIR`; null for a verb that is no edit. 3 when some captions could not be read or written. */
export function captionsEditCommand(verb: string, rest: string[], output: Output): Promise<number> | null {
  const known = captionsEditUsage.some((line) => line.split(" ")[1] === verb);
  if (!known) return null;
  const usage = captionsEditUsage.filter((line) => line.split(" ")[1] === verb).join("\n");
  const given = parseArguments(rest, options, usage);
  const edit = editOf(verb, given);
  if (edit === null) return null;
  return runEdits([edit], given, output);
}

/** Does edits over a folder by one step and waits until the files have followed. */
export function runEdits(edits: CaptionEdit[], given: Arguments, output: Output): Promise<number> {
  const dryRun = given.flag("dry-run");
  const filter = given.text("filter");
  const { folder } = given;
  return withClient(async (client) => {
    const result = await client.call("captions/edit", {
      folder,
      edits,
      dryRun,
      recursive: given.flag("recursive"),
      prose: given.flag("prose"),
      limit: output.json ? LISTED : LISTED_FOR_PEOPLE,
      save: !given.flag("no-save"),
      ...(filter === undefined ? {} : { filter }),
    });
    const { conflicts, unsaved } = dryRun
      ? { conflicts: 0, unsaved: 0 }
      : await client.call("captions/following", { folder, wait: true });
    if (output.json) output.document({ ...result, conflicts });
    else {
      printEdit(result, { dryRun }, output);
      if (unsaved > 0) output.say(`${unsaved} captions wait to be saved: captions save DIR.`);
      if (conflicts > 0) output.say(`${conflicts} files were changed by another program: see captions conflicts DIR.`);
    }
    return result.problems.length + conflicts > 0 ? 3 : 0;
  });
}
