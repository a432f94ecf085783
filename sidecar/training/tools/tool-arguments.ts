import { StudioError } from "../../host/studio-error.js";
import { type Sentence, type SentenceValue, say } from "../../words/sentence.js";
import { type Tool, type ToolArgument, type ToolRequest, type ToolValue, toolFiles } from "./tool.js";
import { argumentsFor, toolNamed } from "./tool-table.js";

const wrong = (message: string | Sentence, hint: string | Sentence): StudioError =>
  new StudioError("badArguments", message, hint);

function expected({ kind, least, most, choices }: ToolArgument): SentenceValue {
  if (kind === "choice") return say("one of {choices}", { choices: choices?.join(", ") ?? "" });
  if (kind === "flag") return say("true or false");
  if (kind === "text") return say("a text");
  const range = { least: least ?? 0, most: most ?? 0 };
  return kind === "integer"
    ? say("a whole number from {least} to {most}", range)
    : say("a number from {least} to {most}", range);
}

function fits({ kind, least = 0, most = 0, choices }: ToolArgument, value: ToolValue): boolean {
  switch (kind) {
    case "flag":
      return typeof value === "boolean";
    case "choice":
      return typeof value === "string" && choices?.includes(value) === true;
    case "text":
      // A word that begins with a dash would be read as an option.
      return typeof value === "string" && value !== "" && !value.startsWith("-");
    default:
      return (
        typeof value === "number" && value >= least && value <= most && (kind === "number" || Number.isInteger(value))
      );
  }
}

function checkValues(tool: Tool, { family, values }: ToolRequest): void {
  const known = argumentsFor(tool, family);
  for (const [name, value] of Object.entries(values)) {
    const argument = known.find((one) => one.name === name);
    if (argument === undefined) {
      throw wrong(
        say("The tool {tool} has no argument {argument} for {family}.", { tool: tool.name, argument: name, family }),
        say("It has {known}.", { known: known.map((one) => one.name).join(", ") }),
      );
    }
    if (!fits(argument, value)) {
      throw wrong(
        say("{name} expects {expected}; found {value}.", {
          name,
          expected: expected(argument),
          value: JSON.stringify(value),
        }),
        say("Change this value."),
      );
    }
  }
}

/** How much of each layer a dynamic method keeps: a ratio of singular values, or a part of their sum (`rank_resize`). */
function checkDynamic({ values: { dynamic_method: method, dynamic_param: kept } }: ToolRequest): void {
  if (method === undefined) {
    if (kept === undefined) return;
    throw wrong(
      say("dynamic_param was given without dynamic_method."),
      say("Choose a dynamic method, or leave both out."),
    );
  }
  const [least, most] = method === "sv_ratio" ? [1, 1_000_000] : [0, 1];
  if (typeof kept === "number" && kept > least && kept <= most) return;
  throw wrong(
    say("dynamic_method {method} needs dynamic_param above {least} and up to {most}; found {kept}.", {
      method: String(method),
      least,
      most,
      kept: kept === undefined ? say("none") : String(kept),
    }),
    method === "sv_ratio" ? say("For instance 10.") : say("For instance 0.9."),
  );
}

function checkCounts(tool: Tool, { loras, ratios, files, family }: ToolRequest): void {
  if (tool.scripts[family] === undefined) {
    throw wrong(
      say("The tool {tool} of sd-scripts does not know {family}.", { tool: tool.name, family }),
      say("It knows {families}.", { families: Object.keys(tool.scripts).join(", ") }),
    );
  }
  if (loras.length < tool.least || loras.length > tool.most) {
    const count = tool.least === tool.most ? `${tool.least}` : `${tool.least} to ${tool.most}`;
    throw wrong(
      say("The tool {tool} takes {count} LoRA files; found {found}.", {
        tool: tool.name,
        count,
        found: loras.length,
      }),
      say("Name as many as it takes."),
    );
  }
  if (isMerge(tool) && ratios.length !== loras.length) {
    throw wrong(
      say("Each LoRA needs its ratio: {loras} LoRAs, {ratios} ratios.", {
        loras: loras.length,
        ratios: ratios.length,
      }),
      say("For instance 0.5,0.5 for two LoRAs."),
    );
  }
  for (const file of toolFiles) {
    if (tool.files[file] !== undefined && files[file] === undefined)
      throw wrong(say("The tool {tool} needs the file {file}.", { tool: tool.name, file }), say("Name it."));
  }
}

/** Whether a tool takes LoRAs with ratios. */
export const isMerge = ({ name }: Tool): boolean => name === "merge" || name === "mergeBySvd" || name === "mergeInto";

/** @throws StudioError "badArguments" that says what is expected, before any program is started */
export function checkRequest(request: ToolRequest): void {
  const tool = toolNamed(request.tool);
  checkCounts(tool, request);
  checkValues(tool, request);
  if (tool.name === "resize") checkDynamic(request);
}

const words = (name: string, value: ToolValue): string[] => {
  if (typeof value === "boolean") return value ? [`--${name}`] : [];
  // As one word: a negative number would be read as an option.
  return [`--${name}=${value}`];
};

/**
 * The words behind the script, in the order of its parser's own help. Numbers of `--ratios` follow its name as words of their own:
 * Python's argparse takes negative ones as values as long as no option looks like a number.
 * @param saveTo null for a tool that makes no file
 */
export function toolWords(request: ToolRequest, saveTo: string | null): string[] {
  const tool = toolNamed(request.tool);
  const { family, loras, ratios, files, values } = request;
  if (tool.name === "check") return [loras[0] ?? "", ...(values.show_all_keys === true ? ["--show_all_keys"] : [])];
  const named = toolFiles.flatMap((file) => {
    const argument = tool.files[file];
    const name = typeof argument === "string" ? argument : argument?.[family];
    const path = files[file];
    return name === undefined || path === undefined ? [] : [`--${name}`, path];
  });
  const sources = isMerge(tool)
    ? ["--models", ...loras, "--ratios", ...ratios.map(String)]
    : loras.flatMap((lora) => ["--model", lora]);
  return [
    ...(tool.always?.[family] ?? []),
    ...named,
    ...sources,
    ...argumentsFor(tool, family).flatMap(({ name }) => {
      const value = values[name];
      return value === undefined ? [] : words(name, value);
    }),
    ...(saveTo === null ? [] : ["--save_to", saveTo]),
  ];
}
