import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { parse } from "smol-toml";
import { trainerArguments } from "../../../sidecar/planning/command/trainer-arguments.js";
import { familyNamed, familyNames } from "../../../sidecar/planning/families.js";
import { parametersOf } from "../../../sidecar/planning/parameters/table.js";
import type { ArgumentValue } from "../../../sidecar/planning/plan.js";
import { readTrainerToml } from "../../../sidecar/planning/toml/read-toml.js";
import { largestTomlText } from "../../../sidecar/planning/toml/toml-text.js";
import { writeTrainerToml } from "../../../sidecar/planning/toml/write-toml.js";

const value: fc.Arbitrary<ArgumentValue> = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: fc.constantFrom("\\", '"', "\n", "\x7f", "\0", "髪", "#", "'", "[", ",") }),
  fc.boolean(),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(1e-4, 1e-7, 5e-324, 1e21, -0, 1.5e300),
  fc.array(fc.oneof(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true })), { maxLength: 4 }),
);
const names = parametersOf("flux").map(({ name }) => name);

test("what is written is TOML that holds the same, whatever the values", () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.stringMatching(/^[a-z_ ."髪]{1,9}$/)), value),
      (given) => {
        const text = writeTrainerToml(given);
        const read: Record<string, unknown> = parse(text);
        // -0 is no number of its own here.
        const plain = (one: unknown): unknown => JSON.parse(JSON.stringify(one));
        expect(plain(read)).toEqual(plain(given));
        const lines = Object.entries(given).sort(([one], [other]) => (one < other ? -1 : 1));
        expect(writeTrainerToml(Object.fromEntries(lines.reverse()))).toBe(text);
      },
    ),
    { numRuns: 300 },
  );
});

test("lines by name, numbers with a point where the trainer reads one, a resolution as text", () => {
  const given = {
    unet_lr: 1,
    learning_rate: 1e-7,
    text_encoder_lr: [1, 0.00005],
    network_alpha: 16,
    network_dim: 16,
    resolution: "600,900",
    lr_warmup_steps: 100,
    max_grad_norm: 0,
    enable_bucket: true,
    network_args: ["conv_dim=4", 'a="b"'],
    output_dir: "C:\\lora\\出力",
    optimizer_args: [],
  };
  expect(writeTrainerToml(given)).toBe(
    [
      "enable_bucket = true",
      "learning_rate = 1e-7",
      "lr_warmup_steps = 100",
      "max_grad_norm = 0.0",
      "network_alpha = 16.0",
      'network_args = ["conv_dim=4", "a=\\"b\\""]',
      "network_dim = 16",
      "optimizer_args = []",
      'output_dir = "C:\\\\lora\\\\出力"',
      'resolution = "600,900"',
      "text_encoder_lr = [1.0, 0.00005]",
      "unet_lr = 1.0",
      "",
    ].join("\n"),
  );
  expect(writeTrainerToml({ lr_warmup_steps: 0.05 })).toBe("lr_warmup_steps = 0.05\n");
});

test("half of a character pair, which TOML cannot hold, is replaced", () => {
  expect(parse(writeTrainerToml({ output_name: "a\uD83D" }))).toEqual({ output_name: "a\uFFFD" });
});

test("sections are laid together as the trainer does, the later wins", () => {
  const { plan, problems } = readTrainerToml(`
resolution = "600,900"
network_dim = 4
[model]
pretrained_model_name_or_path = "/m.safetensors"
[network.inner]
x = 1
[later]
network_dim = 32
max_train_epochs = 7
sample_prompts = "/p.txt"
dataset_config = "/d.toml"
output_name = "okara"
`);
  expect(plan).toMatchObject({ name: "okara", length: { by: "epochs", value: 7 }, origin: { kind: "toml" } });
  expect(plan.arguments).toEqual({
    resolution: "600,900",
    pretrained_model_name_or_path: "/m.safetensors",
    network_dim: 32,
    output_name: "okara",
  });
  expect(problems).toEqual([
    { field: "inner", expected: "a text, a number, true or false, or a list of those", found: "a table" },
  ]);
});

test("files that it names are told, the trainer's own length is taken without one", () => {
  const reading = readTrainerToml('dataset_config = "/d.toml"\nsample_prompts = "/p.txt"');
  expect(reading).toMatchObject({ datasetConfig: "/d.toml", samplePromptsFile: "/p.txt", problems: [] });
  expect(reading.plan.length).toEqual({ by: "steps", value: 1600 });
  expect(readTrainerToml("max_train_steps = 0").problems).toEqual([
    { field: "max_train_steps", expected: "a whole number from 1", found: "0" },
  ]);
});

test("a whole warm-up of 1.0 stays a share, 1 stays one step", () => {
  const warmup = (text: string): unknown => readTrainerToml(`lr_warmup_steps = ${text}`).plan.arguments.lr_warmup_steps;
  expect([warmup("1"), warmup("1.0"), warmup("0.1"), warmup("1e2")]).toEqual([1, 1 - 2 ** -53, 0.1, 100]);
});

test("values that no argument can be are named and left out", () => {
  const text = "a = inf\nb = nan\nc = 1979-05-27\nd = [[1]]\ne = 9007199254740993\nf = [true]\ng = 1\nh = { i = 2 }";
  const { plan, problems } = readTrainerToml(text, { isKnown: (name) => name !== "g" });
  expect(problems.map(({ field }) => field)).toEqual(["a", "b", "c", "d", "e", "f", "g"]);
  expect(plan.arguments).toEqual({ i: 2 });
});

test("families are told by what only they have; SDXL and 1.5 by the size", () => {
  const family = (text: string): unknown[] => {
    const { plan, familyIsCertain } = readTrainerToml(text);
    return [plan.family, familyIsCertain];
  };
  expect(family('qwen3 = "/q"')).toEqual(["anima", true]);
  expect(family('model_type = "chroma"\nt5xxl = "/t"')).toEqual(["chroma", true]);
  expect(family('network_module = "networks.lora_sd3"')).toEqual(["sd3", true]);
  expect(family("v2 = true")).toEqual(["sd2", true]);
  expect(family('resolution = "1024,1024"')).toEqual(["sdxl", false]);
  expect(family('resolution = "512"')).toEqual(["sd15", false]);
  expect(readTrainerToml("", { family: "lumina" })).toMatchObject({
    familyIsCertain: true,
    plan: { family: "lumina" },
  });
});

test("what is no TOML, too much, or hostile is refused with a hint", () => {
  for (const text of [
    "a = ",
    "[a",
    "a = 1\na = 2",
    "__proto__ = 1",
    "x".repeat(largestTomlText + 1),
    `a = ${"[".repeat(5000)}`,
  ]) {
    let code = "";
    try {
      readTrainerToml(text);
    } catch (thrown) {
      const error = thrown as { code: string; message: string; hint: string };
      code = error.code;
      expect(error.message).toMatch(/^Expected .* found /);
      expect(error.hint).not.toBe("");
    }
    expect([text.slice(0, 20), code]).toEqual([text.slice(0, 20), "badArguments"]);
  }
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test("a plan goes through the file and comes back, for every family", () => {
  for (const name of familyNames) {
    const plan = {
      ...readTrainerToml("", { family: name }).plan,
      name: "okara",
      length: { by: "epochs" as const, value: 3 },
      arguments: { network_module: familyNamed(name).networkModule, output_name: "okara", learning_rate: 1, seed: 42 },
    };
    const text = writeTrainerToml(trainerArguments(plan, { kohyaSteps: null }));
    expect(readTrainerToml(text, { family: name }).plan).toEqual(plan);
  }
});
