import { describe, expect, test } from "@jest/globals";
import { kohyaToPlan } from "../../../sidecar/planning/kohya/kohya-to-plan.js";
import { planToKohya } from "../../../sidecar/planning/kohya/plan-to-kohya.js";
import { readKohya } from "../../../sidecar/planning/kohya/read-kohya.js";
import type { KohyaConfig, TrainingPlan } from "../../../sidecar/planning/plan.js";
import { fixtureText, goldens } from "../../support/kohya-fixtures.js";

const article = readKohya(fixtureText("article-okara.config.json"));
const files: { name: string; config: KohyaConfig }[] = [{ name: "the article's", config: article }, ...goldens];

describe.each(files)("$name", ({ config }) => {
  test.each([8, 2100, null])("an untouched plan gives back the very file, with %p showings", (showings) => {
    for (const version of ["24", "26"] as const) {
      const { plan } = kohyaToPlan(config, { showings, version });
      const written = planToKohya(plan, { showings, version });
      expect(written.differences).toEqual([]);
      expect(written.config).toStrictEqual(config);
      expect(JSON.stringify(written.config)).toBe(JSON.stringify(config));
    }
  });
});

const changedKeys = (plan: TrainingPlan, change: Partial<TrainingPlan>): Record<string, unknown> => {
  const { config } = planToKohya({ ...plan, ...change }, { showings: 2100 });
  return Object.fromEntries(Object.entries(config).filter(([key, value]) => article[key] !== value));
};

describe("a changed plan", () => {
  const { plan } = kohyaToPlan(article, { showings: 60 });

  test("changes the key of what was changed and no other", () => {
    const changed = { ...plan.arguments, network_dim: 32, optimizer_type: "Prodigy", resolution: "768,768" };
    expect(changedKeys(plan, { arguments: changed })).toEqual({
      network_dim: 32,
      optimizer: "Prodigy",
      max_resolution: "768,768",
    });
    expect(changedKeys(plan, { length: { by: "epochs", value: 12 } })).toEqual({ epoch: 12, max_train_epochs: 12 });
    expect(changedKeys(plan, { samplePrompts: "okara --w 512" })).toEqual({ sample_prompts: "okara --w 512" });
    expect(changedKeys(plan, { launch: { ...plan.launch, num_processes: 2 } })).toEqual({ num_processes: 2 });
  });

  test("an argument that is taken away becomes the trainer's default, not the GUI's", () => {
    const { caption_extension: _, save_every_n_steps: __, ...rest } = plan.arguments;
    expect(changedKeys(plan, { arguments: rest })).toEqual({ caption_extension: ".caption", save_every_n_steps: 0 });
  });

  test("leaving out what is the trainer's default anyway changes nothing", () => {
    const { huber_c: _, lr_scheduler_power: __, max_token_length: ___, ...rest } = plan.arguments;
    expect(changedKeys(plan, { arguments: rest })).toEqual({});
  });

  test("a zero that the GUI would drop goes into its additional parameters", () => {
    const changed = { ...plan.arguments, max_grad_norm: 0 };
    expect(changedKeys(plan, { arguments: changed })).toEqual({
      max_grad_norm: 0,
      additional_parameters: "--max_grad_norm 0",
    });
  });

  test("another kind of network is the GUI's own type where it has one", () => {
    const args = ["preset=full", "conv_dim=8", "conv_alpha=4", "rank_dropout=0", "bypass_mode=False", "dora_wd=True"];
    const lycoris = [...args, "module_dropout=0", "use_tucker=False", "use_scalar=False", "rank_dropout_scale=False"];
    const network = [...lycoris, "algo=loha", "train_norm=False"];
    expect(
      changedKeys(plan, { arguments: { ...plan.arguments, network_module: "lycoris.kohya", network_args: network } }),
    ).toEqual({ LoRA_type: "LyCORIS/LoHa", conv_dim: 8, conv_alpha: 4, dora_wd: true });
  });

  test("a network that no type makes is said in words", () => {
    const changed = { ...plan.arguments, network_module: "networks.oft", network_args: ["conv_dim=4"] };
    expect(changedKeys(plan, { arguments: changed })).toEqual({
      additional_parameters: "--network_args conv_dim=4 --network_module networks.oft",
    });
  });

  test("another base model ticks its box and adds the later GUI's keys", () => {
    expect(changedKeys(plan, { family: "sdxl", arguments: { ...plan.arguments, no_half_vae: true } })).toEqual({
      sdxl: true,
    });
    const { config } = planToKohya({ ...plan, family: "anima" }, { showings: 60 });
    expect(config).toMatchObject({ anima_checkbox: true, sdxl: false });
    expect(Object.keys(config).slice(0, 158)).toEqual(Object.keys(article));
    expect(kohyaToPlan(config, { showings: 60 })).toMatchObject({ version: "26", plan: { family: "anima" } });
  });

  test("the same rates, network arguments or resolution in other words change nothing", () => {
    const [locon] = goldens.filter(({ name }) => name === "head-locon");
    if (!locon) throw new Error("no golden");
    const { plan: own } = kohyaToPlan(locon.config, { showings: 8, version: "26" });
    const other = {
      network_args: ["conv_alpha=1", "rank_dropout=0.1", "conv_alpha=4", "conv_dim=8"],
      text_encoder_lr: 1,
    };
    const { unet_lr: _, ...rest } = own.arguments;
    const changed = { ...own, arguments: { ...rest, ...other, resolution: " 64, 96" } };
    expect(planToKohya(changed, { showings: 8, version: "26" })).toEqual({ config: locon.config, differences: [] });
  });

  test("rates that are not given do not take a part out of the training", () => {
    const rates = (given: Record<string, number>, unet_lr: number, text_encoder_lr: number, words = "") =>
      expect(planToKohya({ ...plan, origin: null, arguments: given }, { showings: 60 })).toMatchObject({
        config: { unet_lr, text_encoder_lr, additional_parameters: words },
        differences: [],
      });
    rates({ learning_rate: 2e-4 }, 0, 0);
    rates({ learning_rate: 1e-4, unet_lr: 5e-5 }, 5e-5, 1e-4);
    rates({ learning_rate: 1e-4, text_encoder_lr: 5e-5 }, 1e-4, 5e-5);
    rates({ unet_lr: 5e-5 }, 5e-5, 2e-6);
    rates({ learning_rate: 0, unet_lr: 1 }, 1, 1, "--learning_rate 0 --text_encoder_lr 0");
    const { config } = planToKohya(
      { ...plan, origin: null, arguments: { learning_rate: 1e-4, network_train_unet_only: true } },
      { showings: 60 },
    );
    expect(config).toMatchObject({ unet_lr: 1e-4, text_encoder_lr: 0, additional_parameters: "" });
  });

  test("what cannot be said is told", () => {
    const unsayable = { ...plan.arguments, optimizer_args: ["betas=(0.9, 0.99)"], log_prefix: "a b" };
    expect(planToKohya({ ...plan, arguments: unsayable }, { showings: 60 }).differences).toEqual([
      { argument: "log_prefix", wanted: "a b", gets: null, reason: "quoting" },
      { argument: "optimizer_args", wanted: ["betas=(0.9, 0.99)"], gets: ["betas=(0.9,", "0.99)"], reason: "quoting" },
    ]);
    const words = ["--note", "a b", "'x'"];
    expect(planToKohya({ ...plan, additional: words }, { showings: 60 }).differences).toEqual([
      { argument: "additional_parameters", wanted: "a b", gets: null, reason: "quoting" },
      { argument: "additional_parameters", wanted: "'x'", gets: null, reason: "quoting" },
    ]);
  });

  test("a type of LyCORIS that writes more than is wanted is chosen by its algorithm, the rest in words", () => {
    const network = { network_module: "lycoris.kohya", network_args: ["algo=lokr", "factor=8"] };
    expect(changedKeys(plan, { arguments: { ...plan.arguments, ...network } })).toEqual({
      LoRA_type: "LyCORIS/LoKr",
      additional_parameters: "--network_args algo=lokr factor=8",
    });
  });

  test("noise since v25 is of one kind: the other goes into words", () => {
    const noise = { multires_noise_iterations: 6, multires_noise_discount: 0.2 };
    const write = (given: TrainingPlan["arguments"]) =>
      planToKohya({ ...plan, origin: null, arguments: given }, { showings: 60, version: "26" });
    expect(write(noise)).toMatchObject({
      config: { noise_offset_type: "Multires", ...noise, additional_parameters: "" },
      differences: [],
    });
    expect(write({ ...noise, noise_offset: 0.1 }).config.additional_parameters).toBe("--noise_offset 0.1");
  });
});

describe("sets in a dataset file", () => {
  const sets = [{ options: {}, subsets: [] }];
  const other = [{ options: { batch_size: 2 }, subsets: [] }];
  const withFile = { ...article, dataset_config: "/own.toml" };
  const { plan } = kohyaToPlan(withFile, { showings: 60, datasets: sets });
  const write = (change: Partial<TrainingPlan>, options = {}) =>
    planToKohya({ ...plan, ...change }, { showings: 60, ...options });
  const lost = [{ argument: "dataset_config", wanted: null, gets: "/own.toml", reason: "datasetFile" }];

  test("the origin's file stays while it holds the same sets", () => {
    expect(write({}, { originalDatasets: sets, datasetToml: "/new.toml" })).toEqual({
      config: withFile,
      differences: [],
    });
    expect(write({}, { originalDatasets: sets })).toEqual({ config: withFile, differences: [] });
    expect(write({ datasets: null })).toEqual({ config: withFile, differences: [] });
  });

  test("other sets need a file of their own", () => {
    expect(write({ datasets: other }, { originalDatasets: sets }).differences).toEqual(lost);
    expect(write({}).differences).toEqual(lost);
    expect(write({ datasets: other }, { originalDatasets: sets, datasetToml: "/new.toml" })).toEqual({
      config: { ...withFile, dataset_config: "/new.toml" },
      differences: [],
    });
    expect(planToKohya({ ...plan, origin: null }, { showings: 60 }).differences).toEqual([{ ...lost[0], gets: null }]);
  });

  test("the GUI's formula is no part of it: its result is written", () => {
    const length = { by: "kohyaEpochs" as const, value: 3 };
    expect(write({ length }, { originalDatasets: sets }).config).toMatchObject({ max_train_steps: 180, epoch: 3 });
    expect(write({ length }, { originalDatasets: sets, showings: null }).differences).toEqual([
      { argument: "max_train_steps", wanted: null, gets: null, reason: "picturesUnknown" },
    ]);
  });
});
