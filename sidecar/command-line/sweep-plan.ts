import { resolve } from "node:path";
import type { Result } from "../../protocol/validate.js";
import { StudioError } from "../host/studio-error.js";
import { flag, fromWhereTheUserStands, parseWords, text, wholeNumber } from "./arguments.js";
import type { Output } from "./output.js";
import { withClient } from "./with-client.js";

const usages = {
  candidates: "sweep candidates [DIR|FILE… | --run ID] [--json]",
  axes: "sweep axes [--webui ID] [--rehearsal] [--json]",
  saved: "sweep saved [--json]",
  forget: "sweep forget NAME [--json]",
};
export const sweepPlanUsage = Object.values(usages);

const wrong = (message: string, usage: string): StudioError => new StudioError("badArguments", message, usage);

type Look = Result<"sweep/look">;

const minutes = (seconds: number): string =>
  seconds < 90
    ? `${Math.ceil(seconds)} s`
    : seconds < 5400
      ? `${Math.round(seconds / 60)} min`
      : `${(seconds / 3600).toFixed(1)} h`;

const megabytes = (bytes: number): string =>
  bytes < 1e9 ? `${Math.ceil(bytes / 1e6)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;

function printProblems(problems: Look["problems"], output: Output): void {
  for (const { severity, message, remedy } of problems) {
    output.print(`${severity === "error" ? "Error" : "Note"}: ${message}`);
    if (remedy !== "") output.print(`    ${remedy}`);
  }
}

/** What a sweep would draw: every value, and what it takes. */
export function printLook(look: Look, output: Output): void {
  for (const { title, values } of look.axes) {
    output.print(`${title}: ${values.map(({ label, skip }) => (skip ? `(${label})` : label)).join(" | ")}`);
  }
  const time = look.seconds === null ? "time unknown: nothing was drawn here yet" : `about ${minutes(look.seconds)}`;
  // Without cells, a problem below tells why.
  if (look.cells > 0) {
    output.print(
      `${look.cells} cells, ${look.pictures} different pictures, ${look.reused} of them drawn before; ${look.toDraw} to draw: ${look.requests} requests, ${look.merges} LoRA merges, ${time}, ${megabytes(look.bytes)}.`,
    );
  }
  if (look.webuis.length > 0) output.print(`Drawn by ${look.webuis.join(", ")}.`);
  printProblems(look.problems, output);
}

/** `sweep candidates`: LoRA files of a run, a folder, or as they were named. */
export async function candidatesCommand(rest: string[], output: Output): Promise<number> {
  const given = parseWords(rest, { run: text, json: flag }, usages.candidates);
  const run = given.text("run");
  if (run !== undefined && given.words.length > 0)
    throw wrong("Either a run or files are expected.", usages.candidates);
  const paths = given.words.map(fromWhereTheUserStands);
  const [first] = paths;
  const isFolder = first !== undefined && paths.length === 1 && !/\.safetensors$/i.test(first);
  const files = paths.length > 0 && !isFolder ? { files: paths } : {};
  const folder = isFolder ? { folder: resolve(first) } : {};
  return withClient(async (client) => {
    const wish = { ...(run === undefined ? {} : { run: wholeNumber("run", run) }), ...files, ...folder };
    const result = await client.call("sweep/candidates", wish);
    if (output.json) output.document(result);
    else {
      for (const { label, path, family, hash, problem } of result.candidates) {
        output.print(`${label}  ${family ?? "?"}  ${hash ?? "–"}  ${path}`);
        if (problem) printProblems([problem], output);
      }
      if (result.candidates.length === 0) output.print("There are no LoRA files.");
    }
    return result.candidates.some(({ problem }) => problem !== null) ? 3 : 0;
  });
}

/** `sweep axes`: what may differ between pictures, with what the WebUI offers. */
export async function axesCommand(rest: string[], output: Output): Promise<number> {
  const given = parseWords(rest, { webui: text, rehearsal: flag, json: flag }, usages.axes);
  const webui = given.text("webui");
  return withClient(async (client) => {
    const result = await client.call("sweep/axes", {
      ...(webui === undefined ? {} : { webui }),
      ...(given.flag("rehearsal") ? { rehearsal: true } : {}),
    });
    if (output.json) output.document(result);
    else {
      for (const { id, title, values, choices } of result.axes) {
        output.print(`${title}  (${id}, ${values})${choices === null ? "" : `: ${choices.join(", ")}`}`);
      }
    }
    return 0;
  });
}

/** `sweep saved`: settings to be drawn again with --from. */
export async function savedCommand(rest: string[], output: Output): Promise<number> {
  parseWords(rest, { json: flag }, usages.saved);
  return withClient(async (client) => {
    const result = await client.call("sweep/saved", {});
    if (output.json) output.document(result);
    else {
      for (const { name, settings } of result.saved) {
        output.print(
          `${name}  ${settings.loras.length} files, strengths ${settings.strengths}, seeds ${settings.seeds}`,
        );
      }
      if (result.saved.length === 0) output.print("No sweep is saved: sweep … --save-as NAME");
    }
    return 0;
  });
}

/** `sweep forget NAME`. */
export async function forgetCommand(rest: string[], output: Output): Promise<number> {
  const { words } = parseWords(rest, { json: flag }, usages.forget);
  const [name, ...more] = words;
  if (name === undefined || more.length > 0) throw wrong("The name of a saved sweep is expected.", usages.forget);
  return withClient(async (client) => {
    await client.call("sweep/forget", { name });
    if (output.json) output.document({ forgotten: name });
    return 0;
  });
}
