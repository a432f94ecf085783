import type { KohyaKey } from "./kohya-fields.js";
import type { KohyaVersion } from "./read-kohya.js";

/** One entry of `network_args`: named as its key, or otherwise, or of a fixed text (`algo=loha`). */
export type NetworkEntry = KohyaKey | readonly [name: string, key: KohyaKey] | { fixed: string };

/** What one `LoRA_type` of the GUI stands for. */
export interface KohyaNetworkType {
  module: string;
  /** Written whatever they hold, in this order. */
  always: readonly NetworkEntry[];
  /** Written after those unless empty, false or 0. */
  given: readonly KohyaKey[];
}

const weights: readonly KohyaKey[] = [
  "down_lr_weight",
  "mid_lr_weight",
  "up_lr_weight",
  "block_lr_zero_threshold",
  "block_dims",
  "block_alphas",
  "conv_block_dims",
  "conv_block_alphas",
];
const dropouts: readonly KohyaKey[] = ["rank_dropout", "module_dropout"];
const conv: readonly KohyaKey[] = ["conv_dim", "conv_alpha"];

const plain = (module: string, given: readonly KohyaKey[], always: readonly KohyaKey[] = []): KohyaNetworkType => ({
  module,
  always,
  given,
});

/** The LyCORIS algorithms begin with their preset and have the algorithm where `"algo"` stands. */
const lycoris = (algorithm: string, ...keys: (NetworkEntry | "algo")[]): KohyaNetworkType => ({
  module: "lycoris.kohya",
  always: [
    ["preset", "LyCORIS_preset"],
    ...keys.map((entry) => (entry === "algo" ? { fixed: `algo=${algorithm}` } : entry)),
  ],
  given: [],
});

const end: readonly ("algo" | KohyaKey)[] = ["rank_dropout_scale", "algo", "train_norm"];
const shared: readonly KohyaKey[] = ["rank_dropout", "bypass_mode", "dora_wd", "module_dropout"];

const dylora = lycoris("dylora", ...conv, "use_tucker", ["block_size", "unit"], ...dropouts, "algo", "train_norm");
const both: Readonly<Record<string, KohyaNetworkType>> = {
  Standard: plain("networks.lora", [...weights, ...dropouts]),
  "Kohya LoCon": plain("networks.lora", [...weights, ...dropouts], conv),
  "LoRA-FA": plain("networks.lora_fa", [...weights, ...dropouts]),
  "Kohya DyLoRA": plain("networks.dylora", [...conv, ...weights, "unit", ...dropouts]),
  "LyCORIS/DyLoRA": dylora,
  "LyCORIS/iA3": lycoris("ia3", ...conv, "train_on_input", "algo"),
};

const oft24: readonly NetworkEntry[] = [
  ...conv,
  "module_dropout",
  "use_tucker",
  "use_scalar",
  "rank_dropout",
  "rank_dropout_scale",
  "constrain",
  "rescaled",
];
const locon24: readonly KohyaKey[] = [...conv, ...shared, "use_tucker", "use_scalar"];

const types24: typeof both = {
  ...both,
  "LyCORIS/LoCon": lycoris("locon", ...locon24, ...end),
  "LyCORIS/LoHa": lycoris("loha", ...locon24, ...end),
  "LyCORIS/LoKr": lycoris("lokr", ...conv, ...shared, "factor", "use_cp", "use_scalar", "decompose_both", ...end),
  "LyCORIS/GLoRA": lycoris("glora", ...conv, ...dropouts, ...end),
  "LyCORIS/BOFT": lycoris("boft", ...oft24, "algo", "train_norm"),
  "LyCORIS/Diag-OFT": lycoris("diag-oft", ...oft24, "algo", "train_norm"),
  "LyCORIS/Native Fine-Tuning": lycoris("full", ...dropouts, "use_tucker", "use_scalar", ...end),
};

// `use_tucker` is written twice for LoCon and LoHa, as the GUI does.
const tucker26: readonly KohyaKey[] = [...conv, "use_tucker", ...shared];
const oft26: readonly KohyaKey[] = [...conv, "module_dropout", "use_tucker", "rank_dropout", "rank_dropout_scale"];

const types26: typeof both = {
  ...both,
  "LyCORIS/LoCon": lycoris("locon", ...tucker26, "use_tucker", "use_scalar", ...end),
  "LyCORIS/LoHa": lycoris("loha", ...tucker26, "use_tucker", "use_scalar", ...end),
  "LyCORIS/LoKr": lycoris("lokr", ...tucker26, "factor", "use_cp", "use_scalar", "decompose_both", ...end),
  "LyCORIS/GLoRA": lycoris("glora", ...conv, "use_tucker", ...dropouts, ...end),
  "LyCORIS/BOFT": lycoris("boft", ...oft26, "algo", "train_norm"),
  "LyCORIS/Diag-OFT": lycoris("diag-oft", ...oft26, ["constraint", "constrain"], "rescaled", "algo", "train_norm"),
  "LyCORIS/Native Fine-Tuning": lycoris("full", ...dropouts, ...end),
  Flux1: plain("networks.lora_flux", [
    "img_attn_dim",
    "img_mlp_dim",
    "img_mod_dim",
    "single_dim",
    "txt_attn_dim",
    "txt_mlp_dim",
    "txt_mod_dim",
    "single_mod_dim",
    "in_dims",
    "train_double_block_indices",
    "train_single_block_indices",
  ]),
  "Flux1 OFT": plain("networks.oft_flux", ["enable_all_linear"]),
  "HunyuanImage-2.1": plain("networks.lora_hunyuan_image", dropouts),
  Anima: plain("networks.lora_anima", dropouts),
  Lumina: plain("networks.lora_lumina", dropouts),
  "Kohya LoHa": plain("networks.loha", []),
  "Kohya LoKr": plain("networks.lokr", []),
};

/** What the GUI's `LoRA_type`s stand for. Source: `train_model` of v24.1.7 and HEAD (2026-07-10). */
export const kohyaNetworkTypes = (version: KohyaVersion): Readonly<Record<string, KohyaNetworkType>> =>
  version === "26" ? types26 : types24;
