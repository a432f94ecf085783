import { describe, expect, test } from "@jest/globals";
import { kohyaShowings, kohyaSteps } from "../../../sidecar/planning/kohya/kohya-steps.js";
import { kohyaToPlan } from "../../../sidecar/planning/kohya/kohya-to-plan.js";
import { type KohyaVersion, readKohya } from "../../../sidecar/planning/kohya/read-kohya.js";
import type { Arguments, JsonValue } from "../../../sidecar/planning/plan.js";
import { fixtureText } from "../../support/kohya-fixtures.js";

const article = readKohya(fixtureText("article-okara.config.json"));

type Change = Record<string, JsonValue>;

const read = (change: Change, version: KohyaVersion = "24", showings: number | null = 60) =>
  kohyaToPlan({ ...article, ...change }, { showings, version });
const given = (change: Change, version: KohyaVersion = "24"): Arguments => read(change, version).plan.arguments;

describe("the GUI's steps", () => {
  test("one ceiling at the end, of floats in the GUI's order", () => {
    const parts = { showings: 8, batchSize: 1, accumulation: 1, epochs: 3, regularisation: false };
    expect(kohyaSteps(parts)).toBe(24);
    expect(kohyaSteps({ ...parts, batchSize: 2, accumulation: 2, regularisation: true })).toBe(12);
    expect(kohyaSteps({ ...parts, showings: 10, batchSize: 3, epochs: 10 })).toBe(34);
    // 5 × 9 / 15 is 3, but 5 / 3 / 5 × 9 is a little more in floating point.
    expect(kohyaSteps({ ...parts, showings: 5, batchSize: 3, accumulation: 5, epochs: 9 })).toBe(4);
  });

  test("folders count by the whole number in front, pictures by four suffixes in any case", () => {
    const files = ["a.png", "b.JPG", "c.jpeg", "d.webp", "e.bmp", "f.txt", "g.avif", "png"];
    const folders = ["10_okara", "x2_okara", "okara", " 3_a", "1.5_b", "2", "_c"].map((name) => ({ name, files }));
    expect(kohyaShowings(folders)).toBe((10 + 3 + 2) * 4);
  });
});

test("how long is trained", () => {
  expect(read({ max_train_epochs: 4, max_train_steps: 9 }).plan.length).toEqual({ by: "epochs", value: 4 });
  expect(read({ max_train_steps: 9 }).plan.length).toEqual({ by: "steps", value: 9 });
  expect(read({})).toMatchObject({ plan: { length: { by: "kohyaEpochs", value: 35 } }, steps: 35 * 60 });
  expect(read({ dataset_config: "/sets.toml" })).toMatchObject({
    plan: { length: { by: "steps", value: 1600 }, datasets: null },
    datasetConfig: "/sets.toml",
    steps: 0,
  });
  expect(read({ epoch: 0 }).plan.length).toEqual({ by: "steps", value: 1600 });
  for (const name of ["max_train_steps", "max_train_epochs", "dataset_config", "sample_prompts"])
    expect(given({ max_train_steps: 9, max_train_epochs: 2, dataset_config: "/d.toml" })).not.toHaveProperty(name);
});

test("warm-up: v24 makes steps of its percentage, to the even neighbour; later ones give a share or steps", () => {
  const warmup = (change: Change, version: KohyaVersion, showings: number | null = 60): unknown =>
    read(change, version, showings).plan.arguments.lr_warmup_steps;
  expect(warmup({ lr_warmup: 10, epoch: 1 }, "24")).toBe(6);
  expect([25, 35, 45].map((showings) => warmup({ lr_warmup: 10, epoch: 1 }, "24", showings))).toEqual([2, 4, 4]);
  expect(warmup({ lr_warmup: 1, epoch: 1 }, "24", 20)).toBeUndefined();
  expect(warmup({ lr_warmup: 10 }, "24", null)).toBe(0.1);
  expect(warmup({ lr_warmup: "10", dataset_config: "/d.toml" }, "24")).toBeUndefined();
  expect(warmup({ lr_warmup: 10, dataset_config: "/d.toml", max_train_steps: 75 }, "24")).toBe(8);
  expect(warmup({ lr_warmup: 10 }, "26")).toBe(0.1);
  expect(warmup({ lr_warmup: 10, lr_warmup_steps: 30 }, "26")).toBe(30);
  expect(warmup({ lr_warmup: 10, dataset_config: "/d.toml", max_train_steps: 75 }, "26")).toBe(8);
  // 1 would be one step.
  expect(warmup({ lr_warmup: 100 }, "26")).toBe(1 - 2 ** -53);
});

test("zero is never passed, so that the trainer's default stays", () => {
  const zeros = { max_grad_norm: 0, learning_rate: 0, keep_tokens: 0, clip_skip: 0, seed: 0, network_dropout: 0 };
  for (const name of Object.keys(zeros)) expect(given({ ...zeros, unet_lr: 1e-4 })).not.toHaveProperty(name);
  expect(given({ max_data_loader_n_workers: 0 }).max_data_loader_n_workers).toBe(0);
  expect(given({ multires_noise_discount: 0.3 }).multires_noise_discount).toBe(0.3);
});

test("a part whose rate is 0 is not trained when the other has one", () => {
  const both = ["network_train_unet_only", "network_train_text_encoder_only", "unet_lr", "text_encoder_lr"] as const;
  const rates = (change: Change, version?: KohyaVersion) => both.map((name) => given(change, version)[name]);
  expect(rates({ unet_lr: 0, text_encoder_lr: 0 })).toEqual([undefined, undefined, undefined, undefined]);
  expect(rates({ unet_lr: 1e-4, text_encoder_lr: 0 })).toEqual([true, undefined, 1e-4, undefined]);
  expect(rates({ unet_lr: 0, text_encoder_lr: "5e-5" })).toEqual([undefined, true, undefined, 5e-5]);
  expect(rates({ unet_lr: 1, text_encoder_lr: 2 }, "26")).toEqual([undefined, undefined, 1, [2, 2]]);
  expect(rates({ unet_lr: 1, text_encoder_lr: 2, t5xxl_lr: 3 }, "26")).toEqual([undefined, undefined, 1, [2, 3]]);
});

test("noise: v24 gives both kinds, later ones that of the chosen type", () => {
  const noise = {
    noise_offset: 0.1,
    adaptive_noise_scale: 0.5,
    multires_noise_iterations: 6,
    multires_noise_discount: 0.2,
  };
  const names = Object.keys(noise);
  const kept = (type: string, version: KohyaVersion) =>
    names.filter((name) => given({ ...noise, noise_offset_type: type }, version)[name] !== undefined);
  // v24 makes a whole number of the scale when it opens a file.
  expect(kept("Multires", "24")).toEqual(names.filter((name) => name !== "adaptive_noise_scale"));
  expect(kept("Original", "26")).toEqual(["noise_offset", "adaptive_noise_scale"]);
  expect(kept("Multires", "26")).toEqual(["multires_noise_iterations", "multires_noise_discount"]);
});

test("attention, cache of text encoders, run name", () => {
  expect(given({ xformers: "sdpa" })).toMatchObject({ sdpa: true });
  expect(given({ xformers: "none" })).not.toHaveProperty("xformers");
  expect(given({ sdxl_cache_text_encoder_outputs: true })).not.toHaveProperty("cache_text_encoder_outputs");
  expect(given({ sdxl: true, sdxl_cache_text_encoder_outputs: true })).toMatchObject({
    cache_text_encoder_outputs: true,
    no_half_vae: true,
  });
  expect([given({}).wandb_run_name, given({}, "26").wandb_run_name]).toEqual([undefined, "okara"]);
  expect(given({ persistent_data_loader_workers: true }).persistent_data_loader_workers).toBe(true);
});

test("families by their boxes; what a family always needs is not repeated", () => {
  const family = (change: Change) => read(change, "26").plan.family;
  expect(family({})).toBe("sd15");
  expect([family({ v2: true }), given({ v2: true }).v2]).toEqual(["sd2", undefined]);
  const boxes = [
    "sdxl",
    "flux1_checkbox",
    "sd3_checkbox",
    "hunyuan_image_checkbox",
    "anima_checkbox",
    "lumina_checkbox",
  ];
  expect(boxes.map((box) => family({ [box]: true }))).toEqual(["sdxl", "flux", "sd3", "hunyuan", "anima", "lumina"]);
  expect(read({ anima_checkbox: true }, "24").plan.family).toBe("sd15");
  const chroma = read(
    { flux1_checkbox: true, model_type: "Chroma", LoRA_type: "Flux1", clip_l: "/c", guidance_scale: 0 },
    "26",
  );
  expect(chroma.plan.family).toBe("chroma");
  for (const name of ["clip_l", "guidance_scale", "apply_t5_attn_mask", "model_type", "max_token_length"])
    expect(chroma.plan.arguments).not.toHaveProperty(name);
  expect(read({ sdxl: true, flux1_checkbox: true }, "26").problems).toEqual([
    { field: "flux1_checkbox", expected: "one kind of base model", found: "sdxl and flux" },
  ]);
});

test("additional parameters and accelerate's own words: quotation marks go, blanks split, signs are quoted", () => {
  const { plan } = read({
    additional_parameters: '--a "b c"\u3000--d=[1] \'',
    extra_accelerate_launch_args: '--quiet "x y"',
  });
  expect(plan.additional).toEqual(["--a", "b", "c", "'--d=[1]'", `''"'"''`]);
  expect(plan.launch.extra_accelerate_launch_args).toEqual(["--quiet", "x", "y"]);
  expect(read({ num_processes: 0, main_process_port: 0, gpu_ids: "", mixed_precision: "" }).plan.launch).toEqual({
    dynamo_backend: "no",
    dynamo_mode: "default",
    num_machines: 1,
    num_cpu_threads_per_process: 2,
  });
});
