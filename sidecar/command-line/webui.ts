import type { Result } from "../../protocol/validate.js";
import { StudioError } from "../host/studio-error.js";
import { flag, parseWords } from "./arguments.js";
import type { Output } from "./output.js";
import { withClient } from "./with-client.js";

const usages = {
  list: "webui list [--json]",
  connect: "webui connect ADDRESS [--json]",
  disconnect: "webui disconnect ADDRESS [--json]",
  handOver: "webui hand-over [on|off] [--json]",
};
export const webuiUsage = Object.values(usages);

type Webui = Result<"webui/list">["webuis"][number];

const placeOf = ({ kind, isHere }: Pick<Webui, "kind" | "isHere">): string => {
  if (kind === "tab") return "we are a tab of it";
  if (kind === "machine") return "of a machine that works for the studio";
  return isHere ? "on this machine" : "on another machine";
};

function printWebui({ title, kind, isHere, name, version, loraFolder, problem }: Webui, output: Output): void {
  const what = [name, version].filter(Boolean).join(" ");
  const place = placeOf({ kind, isHere });
  output.print(`${title}  ${what === "" ? "" : `${what}, `}${place}`);
  if (loraFolder !== null) output.print(`    LoRA files: ${loraFolder}`);
  if (problem !== null) output.print(`    ${problem.message}\n    ${problem.hint}`);
}

function printMemory({ enabled, lent, waiting, problems }: Result<"webui/memory">, output: Output): void {
  output.print(
    enabled
      ? "Checkpoints leave the graphics card while something trains, and are put back after."
      : "Checkpoints stay on the graphics card while something trains.",
  );
  for (const webui of lent) output.print(`    ${webui}: off the card now`);
  for (const webui of waiting) output.print(`    ${webui}: still draws, and is waited for`);
  for (const { webui, message, hint } of problems) output.print(`    ${webui}: ${message}\n      ${hint}`);
}

function oneWord(words: readonly string[], what: string, usage: string): string {
  const [word, ...more] = words;
  if (word === undefined || more.length > 0) throw new StudioError("badArguments", `${what} is expected.`, usage);
  return word;
}

async function list(rest: string[], output: Output): Promise<number> {
  parseWords(rest, { json: flag }, usages.list);
  return withClient(async (client) => {
    const result = await client.call("webui/list", {});
    if (output.json) output.document(result);
    else {
      for (const webui of result.webuis) printWebui(webui, output);
      if (result.webuis.length === 0) output.print("No WebUI is known: webui connect http://127.0.0.1:7860");
      printMemory(result.memory, output);
    }
    return 0;
  });
}

async function connect(rest: string[], output: Output): Promise<number> {
  const { words } = parseWords(rest, { json: flag }, usages.connect);
  const address = oneWord(words, "The address of a WebUI", usages.connect);
  return withClient(async (client) => {
    const result = await client.call("webui/connect", { address });
    if (output.json) output.document(result);
    else printWebui(result.webui, output);
    // It is kept, for it may only be off just now.
    return result.webui.problem === null ? 0 : 3;
  });
}

async function disconnect(rest: string[], output: Output): Promise<number> {
  const { words } = parseWords(rest, { json: flag }, usages.disconnect);
  const id = oneWord(words, "The address of a WebUI", usages.disconnect);
  return withClient(async (client) => {
    await client.call("webui/disconnect", { id });
    if (output.json) output.document({ disconnected: id });
    return 0;
  });
}

async function handOver(rest: string[], output: Output): Promise<number> {
  const { words } = parseWords(rest, { json: flag }, usages.handOver);
  const [word, ...more] = words;
  if (more.length > 0 || (word !== undefined && word !== "on" && word !== "off")) {
    throw new StudioError("badArguments", `on or off is expected; found "${words.join(" ")}".`, usages.handOver);
  }
  return withClient(async (client) => {
    const result = await client.call("webui/memory", word === undefined ? {} : { handOver: word === "on" });
    if (output.json) output.document(result);
    else printMemory(result, output);
    return 0;
  });
}

const commands = new Map([
  ["list", list],
  ["connect", connect],
  ["disconnect", disconnect],
  ["hand-over", handOver],
]);

/** `webui list|connect|disconnect|hand-over`. */
export async function webuiCommand(argumentList: string[], output: Output): Promise<number> {
  const [verb = "list", ...rest] = argumentList;
  const command = commands.get(verb);
  if (command) return command(rest, output);
  throw new StudioError("badArguments", `webui knows ${[...commands.keys()].join(", ")}.`, webuiUsage.join("\n"));
}
