import { existsSync } from "node:fs";
import { extname } from "node:path";
import { fromWhereTheUserStands, oneOf, parseArguments, wholeNumber } from "./arguments.js";
import type { Output } from "./output.js";
import { checkCommand, compareCommand, explainCommand, exportCommand, planConfigUsage } from "./plan-check.js";
import { readConfig, writeNew } from "./plan-config.js";
import { nextCommand, planNextUsage } from "./plan-next.js";
import { argumentsGiven, familyGiven, planOptions } from "./plan-options.js";
import { document, hasErrors, printCost, printProblems, printSteps } from "./plan-print.js";
import { planPromptsUsage, promptsCommand } from "./plan-prompts.js";
import { planStoredUsage, storedCommand } from "./plan-stored.js";
import { parametersCommand, planSumUsage, solveCommand } from "./plan-sum.js";
import { withClient } from "./with-client.js";

const usage =
  "plan DIR [--steps 7000|--epochs N] [--repeats N] [--concept character|outfit|style|object] [--base-model FILE] [--family NAME] [--preset NAME|--from CONFIG] [--type NAME] [--trigger WORD] [--memory GIB] [--patience quick|usual|thorough] [--batch-size N] [--resolution W,H] [--optimizer NAME] [--scheduler NAME] [--learning-rate R] [--dim N] [--alpha N] [--set NAME=VALUE]… [--processes N] [--name NAME] [--output-dir DIR] [--output CONFIG [--overwrite]] [--save] [--json]";

export const planUsage = [
  usage,
  ...planConfigUsage,
  ...planSumUsage,
  ...planStoredUsage,
  planPromptsUsage,
  planNextUsage,
];

const concepts = ["character", "outfit", "style", "object"] as const;
const patiences = ["quick", "usual", "thorough"] as const;

/** A name on a hub (`owner/name`) stays as it is; a path is meant from where the user stands. */
export const modelGiven = (model: string): string =>
  /^[\w-]+\/[\w.-]+$/.test(model) && !existsSync(fromWhereTheUserStands(model)) && extname(model) !== ".safetensors"
    ? model
    : fromWhereTheUserStands(model);

function proposed(argumentList: string[], output: Output): Promise<number> {
  const given = parseArguments(argumentList, planOptions, usage);
  const whole = (name: string): number | undefined => {
    const value = given.text(name);
    return value === undefined ? undefined : wholeNumber(name, value);
  };
  const concept = oneOf("concept", given.text("concept"), concepts) ?? "character";
  const [steps, epochs, repeats, memory] = [whole("steps"), whole("epochs"), whole("repeats"), whole("memory")];
  const [processes, trigger, model, name] = [
    whole("processes"),
    given.text("trigger"),
    given.text("base-model"),
    given.text("name"),
  ];
  const [preset, loraType, outputFolder] = [given.text("preset"), given.text("type"), given.text("output-dir")];
  const family = familyGiven(given.text("family"));
  const patience = oneOf("patience", given.text("patience"), patiences);
  const gpu = memory === undefined ? {} : { gpuMemory: memory };
  const params = {
    folder: given.folder,
    concept,
    arguments: argumentsGiven(given),
    ...gpu,
    ...(steps === undefined ? {} : { steps }),
    ...(epochs === undefined ? {} : { epochs }),
    ...(repeats === undefined ? {} : { repeats }),
    ...(trigger === undefined ? {} : { trigger }),
    ...(model === undefined ? {} : { model: modelGiven(model) }),
    ...(family === undefined ? {} : { family }),
    ...(outputFolder === undefined ? {} : { output: fromWhereTheUserStands(outputFolder) }),
    ...(name === undefined ? {} : { name }),
    ...(patience === undefined ? {} : { patience }),
    ...(preset === undefined ? {} : { preset }),
    ...(loraType === undefined ? {} : { loraType }),
    ...(processes === undefined ? {} : { launch: { num_processes: processes, multi_gpu: processes > 1 } }),
  };
  return withClient(async (client) => {
    const from = given.text("from");
    const begun = from === undefined ? {} : { from: (await readConfig(client, from, output)).plan };
    const { plan, reasons, choices } = await client.call("planning/propose", { ...params, ...begun });
    const examined = await client.call("planning/examine", { plan, concept, ...gpu });
    const target = given.text("output");
    if (hasErrors(examined)) {
      // Before it is written: whoever reads no further must not take it for a plan that can be trained.
      if (target !== undefined) output.say("This plan cannot be trained as it is; it is written all the same:");
      const errors = examined.problems.filter(({ severity }) => severity === "error");
      for (const { message } of errors) output.say(`    ${message}`);
    }
    const { text: planText } = await client.call("planning/export", { plan, format: "plan" });
    const written = target === undefined ? null : await writeNew(target, planText, given.flag("overwrite"));
    const saved = given.flag("save")
      ? await client.call("planning/save", { plan, concept, folder: given.folder, reasons })
      : null;
    if (output.json) {
      output.document(document(plan, examined, { reasons, choices, ...(saved === null ? {} : { id: saved.id }) }));
      return 0;
    }
    printSteps(examined, output);
    for (const { epochs, steps } of choices) output.print(`    ${epochs} epochs: ${steps} steps`);
    printCost(examined, output);
    output.print("Why:");
    for (const { argument, message } of reasons) output.print(`    ${argument}: ${message}`);
    printProblems(examined, output);
    if (hasErrors(examined)) output.say("Errors have to be mended before it can be trained.");
    if (written !== null) output.say(`Written: ${written}`);
    if (saved !== null) output.say(`Saved as plan ${saved.id}.`);
    return 0;
  });
}

/** `plan DIR`, or one of its verbs. */
export function planCommand(argumentList: string[], output: Output): Promise<number> {
  const [verb = "", ...rest] = argumentList;
  if (verb === "check") return checkCommand(rest, output);
  if (verb === "explain") return explainCommand(rest, output);
  if (verb === "export") return exportCommand(rest, output);
  if (verb === "compare") return compareCommand(rest, output);
  if (verb === "solve") return solveCommand(rest, output);
  if (verb === "next") return nextCommand(rest, output);
  if (verb === "prompts") return promptsCommand(rest, output);
  if (verb === "parameters") return parametersCommand(rest, output);
  const stored = storedCommand(verb, rest, output);
  return stored ?? proposed(argumentList, output);
}
