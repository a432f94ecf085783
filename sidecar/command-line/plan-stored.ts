import { StudioError } from "../host/studio-error.js";
import { flag, fromWhereTheUserStands, parseWords, text, wholeNumber } from "./arguments.js";
import type { Output } from "./output.js";
import { readConfig } from "./plan-config.js";
import { withClient } from "./with-client.js";

const usages = {
  list: "plan list [DIR] [--json]",
  show: "plan show ID [--json]",
  remove: "plan remove ID [--restore] [--json]",
  presets: "plan presets [--save NAME --from CONFIG|--delete NAME] [--json]",
  map: "plan map [FROM TO|FROM --forget] [--json]",
  speed: "plan speed LORA… [--json]",
};
export const planStoredUsage = Object.values(usages);

type Verb = keyof typeof usages;
type Command = (rest: string[], output: Output) => Promise<number>;

const wrong = (message: string, usage: string): StudioError => new StudioError("badArguments", message, usage);

function idOf(words: readonly string[], usage: string): number {
  const [id, ...more] = words;
  if (id === undefined || more.length > 0) throw wrong("The number of one plan is expected.", usage);
  return wholeNumber("ID", id);
}

const list: Command = (rest, output) => {
  const { words } = parseWords(rest, { json: flag }, usages.list);
  const [folder] = words;
  return withClient(async (client) => {
    const where = folder === undefined ? {} : { folder: fromWhereTheUserStands(folder) };
    const { plans } = await client.call("planning/plans", where);
    if (output.json) output.document({ plans });
    else {
      for (const { id, name, family, changed, folder: of } of plans) {
        output.print(`${id}  ${name} (${family})  ${changed}  ${of ?? ""}`);
      }
    }
    return 0;
  });
};

const show: Command = (rest, output) => {
  const { words } = parseWords(rest, { json: flag }, usages.show);
  return withClient(async (client) => {
    const stored = await client.call("planning/get", { id: idOf(words, usages.show) });
    if (output.json) output.document(stored);
    else output.print((await client.call("planning/export", { plan: stored.plan, format: "plan" })).text.trimEnd());
    return 0;
  });
};

const remove: Command = (rest, output) => {
  const given = parseWords(rest, { restore: flag, json: flag }, usages.remove);
  const restore = given.flag("restore");
  return withClient(async (client) => {
    const result = await client.call("planning/remove", { id: idOf(given.words, usages.remove), restore });
    if (output.json) output.document(result);
    else
      output.print(restore ? `Plan ${result.id} is back.` : `Plan ${result.id} is removed; --restore brings it back.`);
    return 0;
  });
};

const presets: Command = (rest, output) => {
  const given = parseWords(rest, { save: text, from: text, delete: text, json: flag }, usages.presets);
  const [saved, from, deleted] = [given.text("save"), given.text("from"), given.text("delete")];
  if ((saved === undefined) !== (from === undefined)) throw wrong("--save and --from belong together.", usages.presets);
  return withClient(async (client) => {
    if (saved !== undefined && from !== undefined) {
      const { plan } = await readConfig(client, from, output);
      await client.call("planning/savePreset", { name: saved, plan });
    }
    if (deleted !== undefined) await client.call("planning/deletePreset", { name: deleted });
    const { presets: all } = await client.call("planning/presets", {});
    if (output.json) output.document({ presets: all });
    else for (const { name, builtIn, en } of all) output.print(`${name}${builtIn ? " (built in)" : ""}   ${en}`);
    return 0;
  });
};

const map: Command = (rest, output) => {
  const given = parseWords(rest, { forget: flag, json: flag }, usages.map);
  const [from, to, ...more] = given.words;
  const forget = given.flag("forget");
  if (more.length > 0 || (from !== undefined && (to === undefined) !== forget)) {
    throw wrong("A folder of another machine and where it lies here are expected.", usages.map);
  }
  return withClient(async (client) => {
    const params = from === undefined ? {} : { from, to: to === undefined ? null : fromWhereTheUserStands(to) };
    const { mappings } = await client.call("planning/mapPath", params);
    if (output.json) output.document({ mappings });
    else for (const mapping of mappings) output.print(`${mapping.from} → ${mapping.to}`);
    return 0;
  });
};

const speed: Command = (rest, output) => {
  const { words } = parseWords(rest, { json: flag }, usages.speed);
  if (words.length === 0) throw wrong("A LoRA file is missing.", usages.speed);
  return withClient(async (client) => {
    const result = await client.call("planning/learnSpeed", { files: words.map(fromWhereTheUserStands) });
    if (output.json) output.document(result);
    else {
      for (const { path, secondsPerStep, steps } of result.learned) {
        output.print(`${path}: ${secondsPerStep.toFixed(2)} s a step over ${steps} steps`);
      }
      for (const { message, hint } of result.problems) output.say(`${message}\n    ${hint}`);
    }
    return result.problems.length > 0 ? 3 : 0;
  });
};

const commands: Record<Verb, Command> = { list, show, remove, presets, map, speed };

/** What is kept of plans; null for a word that is none of these verbs. */
export function storedCommand(verb: string, rest: string[], output: Output): Promise<number> | null {
  const known = Object.keys(commands).find((name): name is Verb => name === verb);
  return known === undefined ? null : commands[known](rest, output);
}
