import { flag, parseWords, text, wholeNumber } from "./arguments.js";
import type { Output } from "./output.js";
import { familyGiven } from "./plan-options.js";
import { withClient } from "./with-client.js";

const usages = {
  solve:
    "plan solve [--images 20] [--repeats 10] [--epochs 35] [--steps 7000] [--batch-size 1] [--accumulation 1] [--processes 1]   (all but one) [--json]",
  parameters: "plan parameters [WORDS] [--family NAME] [--json]",
};
export const planSumUsage = Object.values(usages);

/** `plan solve`: the number that is missing from the sum. */
export function solveCommand(rest: string[], output: Output): Promise<number> {
  const names = ["images", "repeats", "epochs", "steps", "batch-size", "accumulation", "processes"];
  const options = { ...Object.fromEntries(names.map((name) => [name, text])), json: flag };
  const given = parseWords(rest, options, usages.solve);
  const numbers = names.flatMap((name) => {
    const value = given.text(name);
    return value === undefined ? [] : [[name === "batch-size" ? "batchSize" : name, wholeNumber(name, value)] as const];
  });
  return withClient(async (client) => {
    const solved = await client.call("planning/solve", Object.fromEntries(numbers));
    if (output.json) output.document(solved);
    else {
      output.print(solved.formula);
      for (const { value, steps, off } of solved.choices) {
        const apart = off === 0 ? "" : ` (${off > 0 ? `${off} more` : `${-off} fewer`})`;
        output.print(`${solved.missing}: ${value} → ${steps} steps${apart}`);
      }
    }
    return 0;
  });
}

/** `plan parameters WORDS`: every argument of the trainer, by name or sentence. */
export function parametersCommand(rest: string[], output: Output): Promise<number> {
  const given = parseWords(rest, { family: text, json: flag }, usages.parameters);
  const family = familyGiven(given.text("family"));
  const wanted = given.words.map((word) => word.toLowerCase());
  return withClient(async (client) => {
    const { parameters } = await client.call("planning/parameters", {});
    const found = parameters.filter(({ name, en, ja, families }) => {
      const all = `${name} ${en} ${ja}`.toLowerCase();
      const knows = family === undefined || families === null || families.includes(family);
      return knows && wanted.every((word) => all.includes(word));
    });
    if (output.json) output.document({ parameters: found });
    else {
      for (const { name, type, default: usual, en, since, choices } of found) {
        output.print(`${name}   ${type}, default ${JSON.stringify(usual)}, since ${since}`);
        output.print(`    ${en}${choices === undefined ? "" : ` [${choices.join(", ")}]`}`);
      }
      output.print(`${found.length} of ${parameters.length} parameters.`);
    }
    return 0;
  });
}
