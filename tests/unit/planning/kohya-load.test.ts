import { expect, test } from "@jest/globals";
import { pythonInteger, pythonRound, pythonText } from "../../../sidecar/planning/kohya/kohya-python.js";
import { kohyaToPlan } from "../../../sidecar/planning/kohya/kohya-to-plan.js";
import { loadedKohya } from "../../../sidecar/planning/kohya/load-kohya.js";
import { readKohya } from "../../../sidecar/planning/kohya/read-kohya.js";
import type { JsonValue } from "../../../sidecar/planning/plan.js";
import { fixtureText } from "../../support/kohya-fixtures.js";

const article = readKohya(fixtureText("article-okara.config.json"));

type Change = Record<string, JsonValue>;

test("what the GUI's loader makes of old files", () => {
  const old: Change = {
    epoch: "7",
    lr_warmup: "10",
    max_train_epochs: "",
    lr_scheduler_num_cycles: "",
    max_token_length: "225",
    learning_rate: "1e-4",
    text_encoder_lr: "",
    adaptive_noise_scale: 0.7,
    lora_network_weights: "/w.safetensors",
    network_weights: "",
    conv_dims: "1,2",
    conv_alphas: "3,4",
    use_wandb: "True",
    xformers: true,
    LoRA_type: "LoCon",
    save_model_as: "pt",
    use_8bit_adam: true,
  };
  const { conv_block_dims: _, conv_block_alphas: __, optimizer: ___, ...rest } = article;
  const config = { ...rest, ...old };
  const before = JSON.stringify(config);
  const loaded = Object.fromEntries(loadedKohya(config, "24"));
  expect(loaded).toMatchObject({
    epoch: 7,
    lr_warmup: 10,
    max_train_epochs: 0,
    lr_scheduler_num_cycles: 1,
    max_token_length: 225,
    learning_rate: 0.0001,
    text_encoder_lr: 0,
    adaptive_noise_scale: 0,
    network_weights: "/w.safetensors",
    conv_block_dims: "1,2",
    conv_block_alphas: "3,4",
    log_with: "wandb",
    xformers: "xformers",
    LoRA_type: "LyCORIS/LoCon",
    save_model_as: "safetensors",
    optimizer: "AdamW8bit",
  });
  for (const gone of ["lora_network_weights", "use_wandb", "conv_dims", "use_8bit_adam"])
    expect(loaded).not.toHaveProperty(gone);
  expect(Object.fromEntries(loadedKohya(config, "26")).adaptive_noise_scale).toBe(0.7);
  expect(JSON.stringify(config)).toBe(before);
  expect(kohyaToPlan(config, { showings: 1 }).problems).toEqual([]);
});

test("Python's numbers", () => {
  expect([0.5, 1.5, 2.5, 2.4999, 7].map(pythonRound)).toEqual([0, 2, 2, 2, 7]);
  expect([1e-5, 1.5e-7, 0.0001, 0.1, 16, 1e21, -2.5, -3e-9].map(pythonText)).toEqual([
    "1e-05",
    "1.5e-07",
    "0.0001",
    "0.1",
    "16",
    "1000000000000000000000",
    "-2.5",
    "-3e-09",
  ]);
  expect([" 12 ", "+3", "-4", "1_000", "１０", "1.5", "", "x", "0x1", "1e3"].map(pythonInteger)).toEqual([
    12,
    3,
    -4,
    1000,
    10,
    null,
    null,
    null,
    null,
    null,
  ]);
});
