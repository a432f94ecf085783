import { StudioError } from "../host/studio-error.js";
import { flag, parseWords, wholeNumber } from "./arguments.js";
import { compare, compareUsage } from "./lora-compare.js";
import { lineage, lineageUsage } from "./lora-lineage.js";
import { startCommands, startUsages } from "./lora-start.js";
import { verify, verifyUsage } from "./lora-verify.js";
import type { Output } from "./output.js";
import { withClient } from "./with-client.js";

const usages = {
  list: "lora list [--json]",
  show: "lora show ID [--json]",
  stop: "lora stop ID [--json]",
  tools: "lora tools [--json]",
};

export const loraUsage = [
  verifyUsage,
  lineageUsage,
  compareUsage,
  ...Object.values(startUsages),
  ...Object.values(usages),
];

type Command = (rest: string[], output: Output, signal: AbortSignal) => Promise<number>;

function idOf(rest: string[], usage: string): number {
  const { words } = parseWords(rest, { json: flag }, usage);
  const [id, ...more] = words;
  if (id !== undefined && more.length === 0) return wholeNumber("ID", id);
  throw new StudioError("badArguments", "The number of one tool that was started is expected.", usage);
}

const list: Command = (rest, output) => {
  parseWords(rest, { json: flag }, usages.list);
  return withClient(async (client) => {
    const result = await client.call("training/toolRuns", {});
    if (output.json) output.document(result);
    else {
      for (const { id, tool, state, output: file, rehearsal } of result.runs) {
        output.print(`${id}  ${tool}${rehearsal ? " (rehearsal)" : ""}  ${state}  ${file ?? ""}`);
      }
    }
    return 0;
  });
};

const show: Command = (rest, output) => {
  const id = idOf(rest, usages.show);
  return withClient(async (client) => {
    const run = await client.call("training/toolRun", { id });
    if (output.json) output.document(run);
    else {
      output.print(`${run.tool}: ${run.state}${run.made ? `  ${run.made.path}` : ""}`);
      output.print(run.command);
      for (const text of run.verdict ? [run.verdict.message, run.verdict.remedy] : []) {
        if (text !== "") output.print(`    ${text}`);
      }
      // Of a bar that was drawn over and over, its last state; wide lines have their source far on the right.
      const log = run.log.stderr.replaceAll(/[^\r\n]*\r(?!\n)/g, "").replaceAll(/ {8,}(?=\S+\.py:\d+\s*$)/gm, "  ");
      output.print(`${log}${run.log.stdout}`);
    }
    return 0;
  });
};

const stop: Command = (rest, output) => {
  const id = idOf(rest, usages.stop);
  return withClient(async (client) => {
    const result = await client.call("training/toolStop", { id });
    if (output.json) output.document(result);
    else output.print(result.state === "running" ? `Tool ${id} is asked to end.` : `Tool ${id}: ${result.state}`);
    return 0;
  });
};

const tools: Command = (rest, output) => {
  parseWords(rest, { json: flag }, usages.tools);
  return withClient(async (client) => {
    const result = await client.call("training/toolList", {});
    if (output.json) output.document(result);
    else {
      for (const { name, families, arguments: all } of result.tools) {
        output.print(`${name}  (${families.join(", ")})`);
        for (const { name: argument, kind, least, most, choices, default: usual } of all) {
          const range = choices.length > 0 ? choices.join("|") : least === null ? kind : `${kind} ${least}–${most}`;
          output.print(`    --set ${argument}=…   ${range}${usual === null ? "" : `, default ${usual}`}`);
        }
      }
    }
    return 0;
  });
};

const commands: Record<string, Command> = { verify, lineage, compare, ...startCommands, list, show, stop, tools };

/** `lora VERB …`: the tools for LoRA files. */
export async function loraCommand(argumentList: string[], output: Output, signal: AbortSignal): Promise<number> {
  const [verb = "", ...rest] = argumentList;
  const command = Object.hasOwn(commands, verb) ? commands[verb] : undefined;
  if (verb === "--help" || verb === "-h" || rest.includes("--help")) {
    const own = loraUsage.filter((usage) => usage.startsWith(`lora ${verb} `));
    output.print((own.length > 0 ? own : loraUsage).join("\n"));
    return 0;
  }
  if (command) return command(rest, output, signal);
  throw new StudioError("badArguments", `There is no command "lora ${verb}".`, loraUsage.join("\n  "));
}
