import { expect, test } from "@jest/globals";
import fc from "fast-check";
import type { TrainingPlan } from "../../../sidecar/planning/plan.js";
import { planValues } from "../../../sidecar/planning/plan-values.js";
import { freeName } from "../../../sidecar/training/preflight/find-name.js";
import { combine } from "../../../sidecar/training/series/combine.js";
import { readRange } from "../../../sidecar/training/series/read-range.js";
import { splitValues } from "../../../sidecar/training/series/read-values.js";
import { runNames } from "../../../sidecar/training/series/run-names.js";
import { readVariedField } from "../../../sidecar/training/series/varied-field.js";

const plan: TrainingPlan = {
  name: "okara",
  family: "sd15",
  length: { by: "steps", value: 100 },
  arguments: { output_name: "okara", learning_rate: 1e-4, network_dim: 4, resolution: "512,512" },
  datasets: null,
  launch: {},
  samplePrompts: null,
  additional: [],
  origin: null,
};
const valuesOf = (argument: string, text: string) => readVariedField(plan, argument, text).values;
const combined = (given: Record<string, string>, base = plan) =>
  combine(
    base,
    Object.entries(given).map(([name, text]) => readVariedField(base, name, text)),
  );
const namesOf = (given: Record<string, string>, base = plan) => combined(given, base).map(({ name }) => name);

test.each([
  ["learning_rate", "1e-4, 5e-5,1E-4", [1e-4, 5e-5]],
  ["lr", "１e-4、2e-4", [1e-4, 2e-4]],
  ["network_dim", "8,16, 32", [8, 16, 32]],
  ["dim", "8-32 (+8)", [8, 16, 24, 32]],
  ["network_alpha", "0.5-1 [3]", [0.5, 0.75, 1]],
  ["network_dropout", "0.1-0.3 (+0.1)", [0.1, 0.2, 0.3]],
  ["min_snr_gamma", "none, 5", [null, 5]],
  ["flip_aug", "on,off", [true, false]],
  ["optimizer", "AdamW8bit, Prodigy", ["AdamW8bit", "Prodigy"]],
  ["resolution", "512,512; 768,768", ["512,512", "768,768"]],
  ["resolution", "512\\,768, 640", ["512,768", "640"]],
  ["network_args", "conv_dim=8 conv_alpha=1, conv_dim=16", [["conv_dim=8", "conv_alpha=1"], ["conv_dim=16"]]],
  ["text_encoder_lr", "1e-5 5e-6, 0", [[1e-5, 5e-6], [0]]],
  ["caption_extension", ".txt,.caption", [".txt", ".caption"]],
  ["mixed_precision", "BF16,no", ["bf16", "no"]],
])("%s=%s is read", (argument, text, values) => {
  expect(valuesOf(argument, text)).toEqual(values);
});

test.each([
  ["network_dim", "8,x", /whole number.*"x"/],
  ["network_dim", "0", /at least 1/],
  ["network_dim", "8.5", /whole number/],
  ["network_dim", " , ", /one value or more/],
  ["network_dim", "1-100000", /1 to 100 values/],
  ["network_dim", "1-5 (+0)", /no end/],
  ["mixed_precision", "fp8", /bf16.*"fp8"/],
  ["flip_aug", "maybe", /on or off/],
  ["output_name", "a,b", /each run has its own/],
  ["netwrk_dim", "4", /no argument "netwrk_dim"/],
  ["blocks_to_swap", "4", /no argument/],
  ["__proto__", "4", /no argument/],
])("%s=%s is refused with what was expected", (argument, text, message) => {
  expect(() => valuesOf(argument, text)).toThrow(message);
});

test("the grid has every combination, named by what differs", () => {
  const runs = combined({ learning_rate: "1e-4,5e-5", network_dim: "8,16", seed: "7" });
  expect(runs.map(({ name, plan: made }) => [name, made.arguments])).toEqual([
    ["okara-lr1e-4-dim8", { ...plan.arguments, learning_rate: 1e-4, network_dim: 8, seed: 7 }],
    ["okara-lr1e-4-dim16", { ...plan.arguments, learning_rate: 1e-4, network_dim: 16, seed: 7 }],
    ["okara-lr5e-5-dim8", { ...plan.arguments, learning_rate: 5e-5, network_dim: 8, seed: 7 }],
    ["okara-lr5e-5-dim16", { ...plan.arguments, learning_rate: 5e-5, network_dim: 16, seed: 7 }],
  ]);
  expect(runs[1]?.differs).toEqual([
    { argument: "learning_rate", value: "1e-4" },
    { argument: "network_dim", value: "16" },
  ]);
});

test("names of other kinds of values", () => {
  expect(namesOf({ optimizer_type: "AdamW8bit,Prodigy" })).toEqual(["okara-AdamW8bit", "okara-Prodigy"]);
  expect(namesOf({ flip_aug: "on,off" })).toEqual(["okara-flip-aug", "okara-no-flip-aug"]);
  expect(namesOf({ resolution: "512,512;600,900" })).toEqual(["okara-512x512", "okara-600x900"]);
  expect(namesOf({ train_data_dir: "/data/おから タグ,C:\\sets\\natural" })).toEqual([
    "okara-おから-タグ",
    "okara-natural",
  ]);
  expect(namesOf({ caption_extension: ".txt,.caption" })).toEqual(["okara-txt", "okara-caption"]);
  expect(namesOf({ steps: "500,1000" })).toEqual(["okara-steps500", "okara-steps1000"]);
  expect(namesOf({ network_args: "conv_dim=8 conv_alpha=1,conv_dim=8  conv_alpha=4" })).toEqual([
    "okara-conv_dim8-conv_alpha1",
    "okara-conv_dim8-conv_alpha4",
  ]);
});

test("names are safe, short enough and unique, whatever the values", () => {
  const value = fc.oneof(fc.string({ unit: "binary", maxLength: 300 }), fc.double(), fc.boolean(), fc.constant(null));
  const run = fc.array(fc.tuple(fc.constantFrom("train_data_dir", "optimizer_args", "learning_rate"), value), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(fc.constantFrom("okara", "お".repeat(99)), fc.array(run, { maxLength: 20 }), (base, runs) => {
      const names = runNames(base, runs);
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(runs.length);
      for (const name of names) {
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(150);
        expect(name).toMatch(/^[\p{L}\p{M}\p{N}._+-]+$/u);
      }
    }),
    { numRuns: 200 },
  );
});

test("a name that is taken gets a number, not another exponent", () => {
  const free = (there: string[]) => freeName("okara-lr1e-4", (name) => [`${name}.safetensors`], new Set(there));
  expect(free([])).toBe("okara-lr1e-4");
  expect(free(["okara-lr1e-4.safetensors"])).toBe("okara-lr1e-4-2");
  expect(free(["okara-lr1e-4.safetensors", "okara-lr1e-4-2.safetensors"])).toBe("okara-lr1e-4-3");
});

test("steps and epochs are the plan's length; not both, and nothing twice", () => {
  expect(combined({ max_train_epochs: "2,4" }).map((run) => run.plan.length)).toEqual([
    { by: "epochs", value: 2 },
    { by: "epochs", value: 4 },
  ]);
  expect(() => combined({ epochs: "2", steps: "100" })).toThrow(/not both/);
  expect(() => combined({ lr: "1e-4", learning_rate: "1e-5" })).toThrow(/twice/);
  expect(() => combined({ dim: "1-50", alpha: "1-3" })).toThrow(/150/);
});

test("what a set says itself gives way, so that the value is used", () => {
  const subset = {
    folder: "/p",
    repeats: 2,
    trigger: null,
    regularisation: false,
    options: { caption_extension: ".txt" },
  };
  const sets: TrainingPlan = {
    ...plan,
    datasets: [{ options: { batch_size: 2, resolution: 512 }, subsets: [subset] }],
  };
  const [captions] = combined({ caption_extension: ".caption" }, sets);
  expect(captions?.plan.datasets?.[0]?.subsets[0]?.options).toEqual({});
  expect(captions?.plan.arguments.caption_extension).toBe(".caption");
  const [batch] = combined({ batch_size: "4" }, sets);
  expect(batch?.plan.datasets?.[0]?.options).toEqual({ resolution: 512 });
  const [folder] = combined({ train_data_dir: "/other" }, sets);
  expect(folder?.plan.datasets?.[0]?.subsets[0]?.folder).toBe("/other");
  const two: TrainingPlan = { ...plan, datasets: [{ options: {}, subsets: [subset, { ...subset, folder: "/q" }] }] };
  expect(() => combined({ train_data_dir: "/other" }, two)).toThrow(/2 folders/);
});

test("a value that would change nothing is refused with what goes before it", () => {
  const rates: TrainingPlan = { ...plan, arguments: { ...plan.arguments, unet_lr: 1e-4, text_encoder_lr: [1e-5] } };
  expect(() => combined({ learning_rate: "1e-4,1e-5" }, rates)).toThrow(/unet_lr/);
  expect(() => combined({ network_dim: "8,16" }, { ...plan, additional: ["--network_dim", "4"] })).toThrow(
    /would stay 4/,
  );
});

test("whatever is written, a value that is read is what the trainer will use", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 5 }), (dims) => {
      const runs = combined({ network_dim: dims.join(", ") });
      expect(runs.map((run) => planValues(run.plan).number("network_dim"))).toEqual([...new Set(dims)]);
    }),
  );
  fc.assert(
    fc.property(fc.string(), (text) => {
      for (const part of splitValues(text)) expect(part).toBe(part.trim());
      for (const part of splitValues(text).filter((one) => !/\d/.test(one)))
        expect(readRange(part, false)).toEqual([part]);
    }),
  );
});
