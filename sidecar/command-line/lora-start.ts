import type { Params } from "../../protocol/validate.js";
import { StudioError } from "../host/studio-error.js";
import { familyNames } from "../planning/families.js";
import { commaList, flag, fromWhereTheUserStands, oneOf, parseWords, text, texts, type Words } from "./arguments.js";
import { followTool } from "./follow-tool.js";
import type { Output } from "./output.js";
import { withClient } from "./with-client.js";

type Start = Params<"training/toolStart">;
type Values = NonNullable<Start["values"]>;
type Command = (rest: string[], output: Output, signal: AbortSignal) => Promise<number>;

const common = "[--set NAME=VALUE]… [--sd-scripts DIR] [--rehearsal] [--allow-pickle] [--detach] [--json]";

export const startUsages = {
  resize: `lora resize FILE --dim 8 [--conv-dim N] [--dynamic-method sv_ratio|sv_fro|sv_cumulative --dynamic-param X] [--precision fp16|bf16|float] [--device cuda] [--output F] [--rename] ${common}`,
  merge: `lora merge FILE… [--ratios 0.5,0.5] [--into CHECKPOINT] [--svd --dim 16] [--concat] [--precision fp16|bf16|float] [--family F] --output F [--rename] ${common}`,
  extract: `lora extract --original F --tuned F --dim 32 [--conv-dim N] [--precision fp16|bf16|float] [--device cuda] [--family F] --output F [--rename] ${common}`,
  check: `lora check FILE ${common}`,
};

const options = {
  dim: text,
  "conv-dim": text,
  "dynamic-method": text,
  "dynamic-param": text,
  precision: text,
  device: text,
  output: text,
  ratios: text,
  into: text,
  original: text,
  tuned: text,
  family: text,
  set: texts,
  svd: flag,
  concat: flag,
  rename: flag,
  "sd-scripts": text,
  rehearsal: flag,
  "allow-pickle": flag,
  detach: flag,
  json: flag,
};

const wrong = (message: string, usage: string): StudioError => new StudioError("badArguments", message, usage);

/** A number where it is one, true or false, else the text; what the tool takes is checked by its table. */
function toValue(given: string): string | number | boolean {
  if (given === "true" || given === "false") return given === "true";
  const number = Number(given);
  return given.trim() !== "" && Number.isFinite(number) ? number : given;
}

function valuesOf(given: Words, dimName: string, usage: string): Values {
  const values: Values = {};
  const named = {
    [dimName]: given.text("dim"),
    [dimName === "dim" ? "conv_dim" : "new_conv_rank"]: given.text("conv-dim"),
    dynamic_method: given.text("dynamic-method"),
    dynamic_param: given.text("dynamic-param"),
    save_precision: given.text("precision"),
    device: given.text("device"),
  };
  for (const [name, value] of Object.entries(named)) if (value !== undefined) values[name] = toValue(value);
  if (given.flag("concat")) values.concat = true;
  for (const pair of given.texts("set")) {
    const at = pair.indexOf("=");
    if (at < 1) throw wrong(`--set expects NAME=VALUE; found "${pair}".`, usage);
    values[pair.slice(0, at)] = toValue(pair.slice(at + 1));
  }
  return values;
}

function ratiosOf(given: Words, usage: string): number[] | undefined {
  const all = given.text("ratios");
  if (all === undefined) return undefined;
  return commaList(all).map((part) => {
    const ratio = Number(part);
    if (Number.isFinite(ratio)) return ratio;
    throw wrong(`--ratios expects numbers with commas; found "${part}".`, usage);
  });
}

const path = (given: string | undefined): string | undefined =>
  given === undefined ? undefined : fromWhereTheUserStands(given);
const where = <Name extends string, Value>(name: Name, value: Value | undefined) =>
  value === undefined ? {} : { [name]: value };

function command(usage: string, dimName: string, toolOf: (given: Words) => Start["tool"]): Command {
  return (rest, output, signal) => {
    const given = parseWords(rest, options, usage);
    const tool = toolOf(given);
    const needsOutput = tool !== "resize" && tool !== "check";
    if (needsOutput && given.text("output") === undefined) throw wrong("--output is missing: the new file.", usage);
    const params: Start = {
      tool,
      loras: given.words.map(fromWhereTheUserStands),
      files: {
        ...where("checkpoint", path(given.text("into"))),
        ...where("original", path(given.text("original"))),
        ...where("tuned", path(given.text("tuned"))),
      },
      values: valuesOf(given, dimName, usage),
      whenThere: given.flag("rename") ? "rename" : "refuse",
      allowPickle: given.flag("allow-pickle"),
      rehearsal: given.flag("rehearsal"),
      ...where("ratios", ratiosOf(given, usage)),
      ...where("family", oneOf("family", given.text("family"), familyNames)),
      ...where("output", path(given.text("output"))),
      ...where("trainer", path(given.text("sd-scripts"))),
    };
    return withClient(async (client) => {
      const { id, output: file } = await client.call("training/toolStart", params);
      output.say(`Tool ${id}${file === null ? "" : `: ${file}`}`);
      if (!given.flag("detach")) return followTool(client, id, { output, signal });
      if (output.json) output.document({ tool: id, output: file });
      return 0;
    });
  };
}

export const startCommands: Record<string, Command> = {
  resize: command(startUsages.resize, "new_rank", () => "resize"),
  merge: command(startUsages.merge, "new_rank", (given) =>
    given.text("into") !== undefined ? "mergeInto" : given.flag("svd") ? "mergeBySvd" : "merge",
  ),
  extract: command(startUsages.extract, "dim", () => "extract"),
  check: command(startUsages.check, "dim", () => "check"),
};
