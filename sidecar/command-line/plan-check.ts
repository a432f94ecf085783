import { StudioError } from "../host/studio-error.js";
import { shells } from "../planning/command/quote.js";
import { parameterNamed } from "../planning/parameters/table.js";
import { flag, fromWhereTheUserStands, oneOf, parseWords, text } from "./arguments.js";
import type { Output } from "./output.js";
import { readConfig, writeNew } from "./plan-config.js";
import { document, hasErrors, printCost, printProblems, printSteps } from "./plan-print.js";
import { withClient } from "./with-client.js";

const usages = {
  check: "plan check CONFIG [--concept character|outfit|style|object] [--memory GIB] [--json]",
  explain: "plan explain CONFIG [--json]",
  export:
    "plan export CONFIG [--format kohya-json|toml|dataset-toml|command|plan] [--shell bash|powershell|windowsPowerShell|cmd] [--spelled-out] [--accelerate] [--config-file FILE] [--dataset-file FILE] [--trainer DIR] [--python FILE] [--output FILE [--overwrite]] [--json]",
  compare: "plan compare CONFIG CONFIG… [--json]",
};
export const planConfigUsage = Object.values(usages);

const formats = ["kohya-json", "toml", "dataset-toml", "command", "plan"] as const;
const concepts = ["character", "outfit", "style", "object"] as const;

function oneConfig(words: readonly string[], usage: string): string {
  const [config, ...more] = words;
  if (config !== undefined && more.length === 0) return config;
  throw new StudioError("badArguments", "One configuration file is expected.", usage);
}

/** `plan check CONFIG`: exit code 1 when a rule says that it cannot be trained. */
export function checkCommand(rest: string[], output: Output): Promise<number> {
  const given = parseWords(rest, { concept: text, memory: text, json: flag }, usages.check);
  const config = oneConfig(given.words, usages.check);
  const concept = oneOf("concept", given.text("concept"), concepts) ?? "character";
  const memory = given.text("memory");
  return withClient(async (client) => {
    const { plan, kind, problems, foreign } = await readConfig(client, config, output);
    const gpu = memory === undefined ? {} : { gpuMemory: Number(memory) };
    const examined = await client.call("planning/examine", { plan, concept, ...gpu });
    if (output.json) output.document(document(plan, examined, { kind, fields: problems, foreign }));
    else {
      printSteps(examined, output);
      printCost(examined, output);
      printProblems(examined, output);
      if (examined.problems.length === 0) output.print("No rule has anything to say.");
    }
    return hasErrors(examined) ? 1 : 0;
  });
}

/** `plan explain CONFIG`: every argument that is set, in a sentence each. */
export function explainCommand(rest: string[], output: Output): Promise<number> {
  const given = parseWords(rest, { json: flag }, usages.explain);
  const config = oneConfig(given.words, usages.explain);
  return withClient(async (client) => {
    const { plan } = await readConfig(client, config, output);
    const examined = await client.call("planning/examine", { plan });
    const rows = Object.entries(examined.effective).map(([argument, value]) => {
      const parameter = parameterNamed(argument);
      return {
        argument,
        value,
        default: parameter?.default ?? null,
        sentence: parameter?.en ?? "The trainer does not know this argument.",
        source: parameter?.source ?? "",
        remarks: examined.problems.filter((problem) => problem.argument === argument).map(({ message }) => message),
      };
    });
    if (output.json) output.document({ plan, arguments: rows });
    else {
      for (const { argument, value, default: usual, sentence, remarks } of rows) {
        const instead =
          JSON.stringify(usual) === JSON.stringify(value) ? "as by default" : `default ${JSON.stringify(usual)}`;
        output.print(`${argument} = ${JSON.stringify(value)}   (${instead})`);
        for (const line of [sentence, ...remarks]) output.print(`    ${line}`);
      }
    }
    return 0;
  });
}

/** `plan export CONFIG`: the text itself on stdout, or into a file. */
export function exportCommand(rest: string[], output: Output): Promise<number> {
  const options = {
    format: text,
    shell: text,
    "spelled-out": flag,
    accelerate: flag,
    "config-file": text,
    "dataset-file": text,
    trainer: text,
    python: text,
    output: text,
    overwrite: flag,
    json: flag,
  };
  const given = parseWords(rest, options, usages.export);
  const config = oneConfig(given.words, usages.export);
  const format = oneOf("format", given.text("format"), formats) ?? "kohya-json";
  const shell = oneOf("shell", given.text("shell"), shells);
  const names = { configFile: "config-file", datasetFile: "dataset-file", trainer: "trainer", python: "python" };
  const texts = Object.entries(names).flatMap(([name, option]) => {
    const value = given.text(option);
    return value === undefined ? [] : [[name, value] as const];
  });
  return withClient(async (client) => {
    const { plan } = await readConfig(client, config, output);
    const written = await client.call("planning/export", {
      plan,
      format,
      spelledOut: given.flag("spelled-out"),
      accelerate: given.flag("accelerate"),
      ...(shell === undefined ? {} : { shell }),
      ...Object.fromEntries(texts),
    });
    for (const { argument, message } of written.differences) output.say(`${argument}: ${message}`);
    const target = given.text("output");
    if (target !== undefined) output.say(`Written: ${await writeNew(target, written.text, given.flag("overwrite"))}`);
    if (output.json) output.document(written);
    else if (target === undefined) output.print(written.text.replace(/\n$/, ""));
    return 0;
  });
}

/** `plan compare CONFIG CONFIG…`: what differs, by what the trainer would use. */
export function compareCommand(rest: string[], output: Output): Promise<number> {
  const given = parseWords(rest, { json: flag }, usages.compare);
  if (given.words.length < 2) {
    throw new StudioError("badArguments", "Two or more configuration files are expected.", usages.compare);
  }
  return withClient(async (client) => {
    const plans = [];
    for (const config of given.words) plans.push((await readConfig(client, config, output)).plan);
    const { rows } = await client.call("planning/compare", { plans });
    if (output.json) {
      output.document({ files: given.words.map(fromWhereTheUserStands), rows });
      return 0;
    }
    for (const { argument, values, isDefault } of rows) {
      const told = values.map((value, index) => `${JSON.stringify(value)}${isDefault[index] ? " (default)" : ""}`);
      output.print(`${argument}: ${told.join("   ")}`);
    }
    if (rows.length === 0) output.print("They are the same training.");
    return 0;
  });
}
