import { expect, test } from "@jest/globals";
import { kohyaToPlan } from "../../../sidecar/planning/kohya/kohya-to-plan.js";
import { type KohyaVersion, readKohya } from "../../../sidecar/planning/kohya/read-kohya.js";
import type { Arguments, JsonValue } from "../../../sidecar/planning/plan.js";
import { fixtureText } from "../../support/kohya-fixtures.js";

const article = readKohya(fixtureText("article-okara.config.json"));

type Change = Record<string, JsonValue>;

const read = (change: Change, version: KohyaVersion) =>
  kohyaToPlan({ ...article, ...change }, { showings: 60, version });
const given = (change: Change, version: KohyaVersion): Arguments => read(change, version).plan.arguments;

const lycoris = (change: Change, version: KohyaVersion): string => {
  const made = given({ LyCORIS_preset: "full", conv_dim: 8, conv_alpha: 4, ...change }, version);
  expect(made.network_module).toBe("lycoris.kohya");
  return (made.network_args as string[]).join(" ");
};

test("LyCORIS types, in the GUI's order", () => {
  const start = "preset=full conv_dim=8 conv_alpha=4";
  const locon = "rank_dropout=0 bypass_mode=False dora_wd=True module_dropout=0";
  expect(lycoris({ LoRA_type: "LoCon", dora_wd: true }, "24")).toBe(
    `${start} ${locon} use_tucker=False use_scalar=False rank_dropout_scale=False algo=locon train_norm=False`,
  );
  expect(lycoris({ LoRA_type: "LyCORIS/LoHa", dora_wd: true }, "26")).toBe(
    `${start} use_tucker=False ${locon} use_tucker=False use_scalar=False rank_dropout_scale=False algo=loha train_norm=False`,
  );
  expect(lycoris({ LoRA_type: "LyCORIS/LoKr", dora_wd: true, factor: 8 }, "24")).toBe(
    `${start} ${locon} factor=8 use_cp=False use_scalar=False decompose_both=False rank_dropout_scale=False algo=lokr train_norm=False`,
  );
  expect(lycoris({ LoRA_type: "LyCORIS/DyLoRA", unit: 4 }, "24")).toBe(
    `${start} use_tucker=False block_size=4 rank_dropout=0 module_dropout=0 algo=dylora train_norm=False`,
  );
  expect(lycoris({ LoRA_type: "LyCORIS/GLoRA" }, "24")).toBe(
    `${start} rank_dropout=0 module_dropout=0 rank_dropout_scale=False algo=glora train_norm=False`,
  );
  expect(lycoris({ LoRA_type: "LyCORIS/iA3" }, "26")).toBe(`${start} train_on_input=True algo=ia3`);
  const oft = "module_dropout=0 use_tucker=False";
  expect(lycoris({ LoRA_type: "LyCORIS/Diag-OFT", constrain: 1e-5 }, "24")).toBe(
    `${start} ${oft} use_scalar=False rank_dropout=0 rank_dropout_scale=False constrain=1e-05 rescaled=False algo=diag-oft train_norm=False`,
  );
  expect(lycoris({ LoRA_type: "LyCORIS/Diag-OFT", constrain: 0.5 }, "26")).toBe(
    `${start} ${oft} rank_dropout=0 rank_dropout_scale=False constraint=0.5 rescaled=False algo=diag-oft train_norm=False`,
  );
  expect(lycoris({ LoRA_type: "LyCORIS/BOFT" }, "26")).toBe(
    `${start} ${oft} rank_dropout=0 rank_dropout_scale=False algo=boft train_norm=False`,
  );
  expect(lycoris({ LoRA_type: "LyCORIS/Native Fine-Tuning" }, "26")).toBe(
    "preset=full rank_dropout=0 module_dropout=0 rank_dropout_scale=False algo=full train_norm=False",
  );
});

test("the other types write what is set", () => {
  const network = (change: Change, version: KohyaVersion = "24") => {
    const { network_module, network_args } = given({ conv_dim: 8, conv_alpha: 4, ...change }, version);
    return [network_module, (network_args as string[]).join(" ")];
  };
  const set = { block_dims: "1,2", down_lr_weight: "0.5", rank_dropout: 0.25, unit: 4, factor: 8, use_tucker: true };
  const weights = "down_lr_weight=0.5 block_dims=1,2";
  expect(network({ LoRA_type: "Standard", ...set })).toEqual(["networks.lora", `${weights} rank_dropout=0.25`]);
  expect(network({ LoRA_type: "Kohya LoCon", ...set })).toEqual([
    "networks.lora",
    `conv_dim=8 conv_alpha=4 ${weights} rank_dropout=0.25`,
  ]);
  expect(network({ LoRA_type: "LoRA-FA", ...set })).toEqual(["networks.lora_fa", `${weights} rank_dropout=0.25`]);
  expect(network({ LoRA_type: "Kohya DyLoRA", ...set })).toEqual([
    "networks.dylora",
    `conv_dim=8 conv_alpha=4 ${weights} unit=4 rank_dropout=0.25`,
  ]);
  expect(network({ LoRA_type: "Standard", sd3_checkbox: true, loraplus_lr_ratio: 4 }, "26")).toEqual([
    "networks.lora_sd3",
    "loraplus_lr_ratio=4",
  ]);
  expect(network({ LoRA_type: "Kohya LoKr", anima_checkbox: true, ...set }, "26")).toEqual([
    "networks.lokr",
    "conv_dim=8 conv_alpha=4 use_tucker=True factor=8 rank_dropout=0.25",
  ]);
  const flux = { LoRA_type: "Flux1", flux1_checkbox: true, train_single_block_indices: "0-3", split_qkv: true };
  expect(
    network({ ...flux, img_attn_dim: "4", train_lora_ggpo: true, train_t5xxl: true, split_mode: true }, "26"),
  ).toEqual([
    "networks.lora_flux",
    "ggpo_sigma=0.03 ggpo_beta=0.01 img_attn_dim=4 train_double_block_indices=all train_single_block_indices=0-3 " +
      "train_blocks=single split_qkv=True train_t5xxl=True",
  ]);
  expect(network({ LoRA_type: "Anima", anima_checkbox: true, module_dropout: 0.1 }, "26")).toEqual([
    "networks.lora_anima",
    "module_dropout=0.1",
  ]);
  expect(read({ LoRA_type: "Anima" }, "24").problems.map(({ field }) => field)).toEqual(["LoRA_type"]);
});
