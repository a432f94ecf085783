import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { execa } from "execa";
import { families } from "../../sidecar/planning/families.js";
import type { Parameter } from "../../sidecar/planning/parameters/parameter.js";
import { choicesOf, defaultOf, parametersOf } from "../../sidecar/planning/parameters/table.js";
import type { ArgumentValue } from "../../sidecar/planning/plan.js";

// The trainer is large and not ours to ship: who has it says where it lies.
const folder = process.env.SD_SCRIPTS_DIR;
const withTrainer = folder ? test : test.skip;
const without = folder ? "" : " (skipped: SD_SCRIPTS_DIR names no folder of sd-scripts)";
const python = process.platform === "win32" ? "python" : "python3";

/** An argument as tests/support/trainer-parsers.py prints it. */
interface Asked {
  name: string;
  flags: string[];
  type: string | null;
  default: ArgumentValue | null;
  choices: string[] | null;
  nargs: string | number | null;
  kind: string;
}
type Answer = Record<string, { arguments: Asked[] } | { error: string }>;

/** Our types that an argument of the parser may have. */
function possibleTypes({ kind, nargs, type, choices }: Asked): Parameter["type"][] {
  if (kind === "_StoreTrueAction") return ["flag"];
  if (nargs === "*") return type === "float" ? ["numbers"] : ["words"];
  if (type === "int") return ["integer"];
  if (type === "float" || type === "int_or_float") return ["number"];
  return choices ? ["choice"] : ["text", "file", "folder"];
}

// Python's `None` among the choices is what we call no value.
const given = (choices: readonly string[] | null): string[] | null =>
  choices?.filter((choice) => choice !== "None") ?? null;

withTrainer(
  `the table is what the trainer's own parsers say${without}`,
  async () => {
    const script = join(process.cwd(), "tests/support/trainer-parsers.py");
    const { stdout } = await execa(python, [script, folder ?? ""]);
    const answer: Answer = JSON.parse(stdout);

    const differences: Record<string, unknown> = {};
    for (const { name: family, script: asked } of families) {
      const found = answer[asked];
      if (!found || "error" in found) {
        differences[`${family}: ${asked}`] = found?.error ?? "no such script";
        continue;
      }
      const theirs = new Map(found.arguments.map((argument) => [argument.name, argument]));
      const ours = new Map(parametersOf(family).map((parameter) => [parameter.name, parameter]));
      // Lists of names, for a trainer of another revision differs in these.
      const unknown = [...theirs.keys()].filter((name) => !ours.has(name));
      const gone = [...ours.keys()].filter((name) => !theirs.has(name));
      if (unknown.length > 0) differences[`${family}: only the trainer has`] = unknown;
      if (gone.length > 0) differences[`${family}: only the table has`] = gone;

      for (const [name, parameter] of ours) {
        const argument = theirs.get(name);
        if (!argument) continue;
        const types = possibleTypes(argument);
        const choices = given(argument.choices);
        const pairs: [what: string, table: unknown, trainer: unknown][] = [
          ["flag", `--${name}`, argument.flags.join()],
          ["type", types.includes(parameter.type) ? types.join() : parameter.type, types.join()],
          ["default", defaultOf(parameter, family), argument.default],
          // The usual values of a text are ours: the parser takes any.
          ["choices", choices === null && parameter.type === "text" ? null : choicesOf(parameter, family), choices],
        ];
        for (const [what, table, trainer] of pairs)
          if (JSON.stringify(table) !== JSON.stringify(trainer))
            differences[`${family}: ${name}: ${what}`] = { table, trainer };
      }
    }
    expect(differences).toEqual({});
  },
  120_000,
);
