import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { planFromMetadata } from "../../../sidecar/planning/metadata/plan-from-metadata.js";
import { recordedOptimizer } from "../../../sidecar/planning/metadata/recorded-optimizer.js";

/** The metadata of a LoRA that the real trainer saved, as it was printed: `key = 'value'`. */
const recorded = new Map(
  readFileSync("tests/fixtures/trainer-output/train_ok.safetensors-meta.txt", "utf8")
    .split("\n")
    .flatMap((line) => {
      const [, key = "", value = ""] = /^\s+((?:ss|sshs|modelspec)[\w.]*) = '(.*)'$/.exec(line) ?? [];
      return key === "" ? [] : [[key, value] as const];
    }),
);

const { argv } = JSON.parse(readFileSync("tests/fixtures/trainer-output/train_ok.json", "utf8")) as { argv: string[] };
const given = (name: string): string => argv[argv.indexOf(`--${name}`) + 1] ?? "";

describe("a plan from what the trainer wrote into its file", () => {
  it("is the training that was asked for", () => {
    const { plan, folders } = planFromMetadata("okara.safetensors", { metadata: recorded });
    expect(plan).toMatchObject({
      name: "okara",
      family: "sd15",
      length: { by: "steps", value: Number(given("max_train_steps")) },
      arguments: {
        network_module: given("network_module"),
        network_dim: Number(given("network_dim")),
        network_alpha: Number(given("network_alpha")),
        resolution: given("resolution"),
        optimizer_type: given("optimizer_type"),
        optimizer_args: ["scale_parameter=True", "relative_step=True", "warmup_init=True"],
        lr_scheduler: "adafactor",
        learning_rate: Number(given("learning_rate")),
        min_bucket_reso: Number(given("min_bucket_reso")),
        max_bucket_reso: Number(given("max_bucket_reso")),
        enable_bucket: true,
        cache_latents: true,
        seed: 1,
        train_batch_size: 1,
      },
    });
    expect(folders).toEqual([{ name: "2_okara", repeats: 2, pictures: 4 }]);
    // Rates that Adafactor blanks are not there, nor are flags that were off.
    expect(plan.arguments).not.toHaveProperty("unet_lr");
    expect(plan.arguments).not.toHaveProperty("text_encoder_lr");
    expect(plan.arguments).not.toHaveProperty("shuffle_caption");
  });

  it("tells how long a step took, and what it does not know", () => {
    const { secondsPerStep, unknown } = planFromMetadata("okara.safetensors", { metadata: recorded });
    expect(secondsPerStep).toBeCloseTo((1795382816.3552237 - 1795382796.5646164) / 6, 6);
    expect(unknown).toContain("train_data_dir");
  });

  it("whole epochs are epochs again", () => {
    const metadata = new Map([...recorded, ["ss_max_train_steps", "16"], ["ss_num_epochs", "2"]]);
    expect(planFromMetadata("x", { metadata }).plan.length).toEqual({ by: "epochs", value: 2 });
  });

  it.each([
    ["sdxl_base_v1-0", "sdxl"],
    ["sd_v2_768_v", "sd2"],
    ["flux1", "flux"],
    ["chroma", "chroma"],
    ["hunyuan-image-2.1", "hunyuan"],
    ["lumina2", "lumina"],
    ["sd3m", "sd3"],
  ])("%s is of the family %s", (version, family) => {
    const metadata = new Map([...recorded, ["ss_base_model_version", version]]);
    expect(planFromMetadata("x", { metadata }).plan.family).toBe(family);
  });

  it("network arguments come back as words", () => {
    const metadata = new Map([...recorded, ["ss_network_args", '{"conv_dim": "8", "algo": "loha"}']]);
    expect(planFromMetadata("x", { metadata }).plan.arguments.network_args).toEqual(["conv_dim=8", "algo=loha"]);
  });

  it("a file without them is refused in words", () => {
    expect(() => planFromMetadata("x.safetensors", { metadata: new Map() })).toThrow(/no training metadata/);
  });
});

describe("the optimizer that was recorded", () => {
  it.each([
    ["torch.optim.adamw.AdamW", "AdamW", []],
    [
      "bitsandbytes.optim.adamw.AdamW8bit(weight_decay=0.1,betas=(0.9, 0.99))",
      "AdamW8bit",
      ["weight_decay=0.1", "betas=0.9,0.99"],
    ],
    ["prodigyopt.prodigy.Prodigy(decouple=True,d_coef=2)", "Prodigy", ["decouple=True", "d_coef=2"]],
    ["pytorch_optimizer.optimizer.came.CAME(eps1=1e-30)", "pytorch_optimizer.optimizer.came.CAME", ["eps1=1e-30"]],
  ])("%s", (text, type, words) => {
    expect(recordedOptimizer(text)).toEqual({ type, words });
  });
});
