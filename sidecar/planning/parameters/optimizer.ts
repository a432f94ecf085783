import { inGroup, parameter } from "./define.js";
import type { Parameter } from "./parameter.js";

/** How weights are changed. */
export const optimizer: readonly Parameter[] = inGroup("optimizer", [
  parameter("optimizer_type", "text", "v0.4.4", {
    en: "Optimizer that changes the weights, AdamW when not given; any Python class with its module works too.",
    ja: "重みを更新するオプティマイザーで、省略時は AdamW（モジュール名付きの Python クラスも指定できる）。",
    front: true,
    default: "",
    choices: [
      "AdamW",
      "AdamW8bit",
      "PagedAdamW",
      "PagedAdamW8bit",
      "PagedAdamW32bit",
      "Lion",
      "Lion8bit",
      "PagedLion8bit",
      "SGDNesterov",
      "SGDNesterov8bit",
      "DAdaptation",
      "DAdaptAdamPreprint",
      "DAdaptAdaGrad",
      "DAdaptAdam",
      "DAdaptAdan",
      "DAdaptAdanIP",
      "DAdaptLion",
      "DAdaptSGD",
      "Prodigy",
      "Adafactor",
      "RAdamScheduleFree",
      "AdamWScheduleFree",
      "SGDScheduleFree",
      "bitsandbytes.optim.AdEMAMix8bit",
      "bitsandbytes.optim.PagedAdEMAMix8bit",
      "pytorch_optimizer.CAME",
      "prodigyplus.ProdigyPlusScheduleFree",
    ],
  }),
  parameter("optimizer_args", "words", "v0.4.4", {
    en: "Further settings of the optimizer as `key=value`, such as `weight_decay=0.01`.",
    ja: "オプティマイザーの追加設定（weight_decay=0.01 などの key=value）。",
    front: true,
  }),
  parameter("max_grad_norm", "number", "v0.4.4", {
    en: "Limit to which gradients are clipped; 0 clips nothing, as Adafactor wants it.",
    ja: "勾配クリッピングの上限（0 で無効、Adafactor では 0 が推奨）。",
    default: 1,
    least: 0,
  }),
  parameter("fused_backward_pass", "flag", "v0.9.0", {
    en: "Has no effect on LoRA training but to demand Adafactor without gradient accumulation.",
    ja: "LoRA 学習では効果がなく、勾配累積なしの Adafactor が必須になるだけ。",
  }),
  parameter("use_8bit_adam", "flag", "v0.2.0", {
    en: "Old way to choose AdamW8bit; use `optimizer_type` instead.",
    ja: "AdamW8bit を選ぶ古い指定で、今は optimizer_type を使う。",
  }),
  parameter("use_lion_optimizer", "flag", "v0.4.3", {
    en: "Old way to choose Lion; use `optimizer_type` instead.",
    ja: "Lion を選ぶ古い指定で、今は optimizer_type を使う。",
  }),
]);
