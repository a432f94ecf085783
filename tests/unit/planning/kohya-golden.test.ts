import { describe, expect, test } from "@jest/globals";
import { parse } from "smol-toml";
import { trainingWords } from "../../../sidecar/planning/command/command-line.js";
import { trainerArguments } from "../../../sidecar/planning/command/trainer-arguments.js";
import { familyNamed } from "../../../sidecar/planning/families.js";
import { kohyaArguments } from "../../../sidecar/planning/kohya/kohya-arguments.js";
import { kohyaFields } from "../../../sidecar/planning/kohya/kohya-fields.js";
import { accelerateWords } from "../../../sidecar/planning/kohya/kohya-launch.js";
import { ignoredByTrainer, kohyaToPlan } from "../../../sidecar/planning/kohya/kohya-to-plan.js";
import { writeTrainerToml } from "../../../sidecar/planning/toml/write-toml.js";
import { goldens, recordedShowings } from "../../support/kohya-fixtures.js";

/** TOML's values as arguments hold them: whole numbers and others are one type there. */
const plain = (table: Record<string, unknown>): Record<string, unknown> =>
  JSON.parse(JSON.stringify(table, (_, value: unknown) => (typeof value === "bigint" ? Number(value) : value)));

/** Recorded numbers without a point that the trainer reads with one: the GUI copies what its page holds. */
const pointAdded = ["max_grad_norm", "network_alpha", "prior_loss_weight"];

/** Keys of the recorded TOML that no sd-scripts knows; they change nothing, and a plan does not have them. */
const unknownToTrainer = ["epoch", "noise_offset_type"];

test("all eight recorded runs are here", () => {
  expect(goldens).toHaveLength(8);
  expect(ignoredByTrainer).toEqual(expect.arrayContaining(unknownToTrainer));
});

describe.each(goldens)("$name", ({ version, config, argv, toml }) => {
  const reading = kohyaToPlan(config, { showings: recordedShowings, version });
  const { sample_prompts: promptFile, ...rest } = toml;

  test("every field is read", () => {
    expect(reading.problems).toEqual([]);
  });

  test("our arguments are the GUI's TOML, key by key, also those that the trainer does not know", () => {
    const ours = kohyaArguments(kohyaFields(config, version).fields, version, reading.steps);
    expect(ours).toStrictEqual(plain(rest));
    expect(Object.keys(ours)).toEqual(Object.keys(rest));
  });

  test("what the plan gives to the trainer is the same but for keys that it does not know", () => {
    const given = trainerArguments(reading.plan, { kohyaSteps: reading.steps, samplePrompts: String(promptFile) });
    const known = Object.entries(plain(toml)).filter(([key]) => !unknownToTrainer.includes(key));
    const prompts = reading.plan.samplePrompts === null ? known.filter(([key]) => key !== "sample_prompts") : known;
    expect(given).toStrictEqual(Object.fromEntries(prompts));
  });

  test("our TOML has the recorded types: whole numbers, numbers with a point, texts, lists", () => {
    const ours = kohyaArguments(kohyaFields(config, version).fields, version, reading.steps);
    const written = parse(writeTrainerToml(ours), { integersAsBigInt: true });
    const expected = Object.entries(rest).map(([key, value]) => [
      key,
      pointAdded.includes(key) && typeof value === "bigint" ? Number(value) : value,
    ]);
    expect(written).toEqual(Object.fromEntries(expected));
  });

  test("accelerate, the script and the words after it are the recorded ones, in order", () => {
    const [accelerate = "", , ...words] = argv;
    const script = words.findIndex((word) => word.endsWith("train_network.py"));
    expect(accelerateWords(reading.plan.launch)).toEqual(words.slice(0, script));
    expect(words[script]?.endsWith(`/${familyNamed(reading.plan.family).script}`)).toBe(true);
    const program = { python: "python", accelerate, script: words[script] ?? "" };
    const source = { configFile: words[script + 2] ?? "" };
    expect(trainingWords(reading.plan, program, source, true)).toEqual(argv);
  });

  test("the prompts' text is kept", () => {
    expect(reading.plan.samplePrompts ?? "").toBe(config.sample_prompts);
    expect(promptFile).toBe(`${config.output_dir}${version === "26" ? "/sample" : ""}/prompt.txt`);
  });
});
