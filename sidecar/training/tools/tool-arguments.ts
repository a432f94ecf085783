import { StudioError } from "../../host/studio-error.js";
import { type Tool, type ToolArgument, type ToolRequest, type ToolValue, toolFiles } from "./tool.js";
import { argumentsFor, toolNamed } from "./tool-table.js";

const wrong = (message: string, hint: string): StudioError => new StudioError("badArguments", message, hint);

function expected({ kind, least, most, choices }: ToolArgument): string {
  if (kind === "choice") return `one of ${choices?.join(", ")}`;
  if (kind === "flag") return "true or false";
  if (kind === "text") return "a text";
  return `${kind === "integer" ? "a whole number" : "a number"} from ${least} to ${most}`;
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
        `The tool ${tool.name} has no argument ${name} for ${family}.`,
        `It has ${known.map((one) => one.name).join(", ")}.`,
      );
    }
    if (!fits(argument, value)) {
      throw wrong(`${name} expects ${expected(argument)}; found ${JSON.stringify(value)}.`, "Change this value.");
    }
  }
}

/** How much of each layer a dynamic method keeps: a ratio of singular values, or a part of their sum (`rank_resize`). */
function checkDynamic({ values: { dynamic_method: method, dynamic_param: kept } }: ToolRequest): void {
  if (method === undefined) {
    if (kept === undefined) return;
    throw wrong("dynamic_param was given without dynamic_method.", "Choose a dynamic method, or leave both out.");
  }
  const [least, most] = method === "sv_ratio" ? [1, 1_000_000] : [0, 1];
  if (typeof kept === "number" && kept > least && kept <= most) return;
  throw wrong(
    `dynamic_method ${method} needs dynamic_param above ${least} and up to ${most}; found ${kept ?? "none"}.`,
    method === "sv_ratio" ? "For instance 10." : "For instance 0.9.",
  );
}

function checkCounts(tool: Tool, { loras, ratios, files, family }: ToolRequest): void {
  if (tool.scripts[family] === undefined) {
    throw wrong(
      `The tool ${tool.name} of sd-scripts does not know ${family}.`,
      `It knows ${Object.keys(tool.scripts).join(", ")}.`,
    );
  }
  if (loras.length < tool.least || loras.length > tool.most) {
    const count = tool.least === tool.most ? `${tool.least}` : `${tool.least} to ${tool.most}`;
    throw wrong(`The tool ${tool.name} takes ${count} LoRA files; found ${loras.length}.`, "Name as many as it takes.");
  }
  if (isMerge(tool) && ratios.length !== loras.length) {
    throw wrong(
      `Each LoRA needs its ratio: ${loras.length} LoRAs, ${ratios.length} ratios.`,
      "For instance 0.5,0.5 for two LoRAs.",
    );
  }
  for (const file of toolFiles) {
    if (tool.files[file] !== undefined && files[file] === undefined)
      throw wrong(`The tool ${tool.name} needs the file ${file}.`, "Name it.");
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
