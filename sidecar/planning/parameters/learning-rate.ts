import { inGroup, parameter } from "./define.js";
import type { Parameter } from "./parameter.js";

/** Learning rates. */
export const learningRate: readonly Parameter[] = inGroup("learningRate", [
  parameter("learning_rate", "number", "v0.2.0", {
    en: "Learning rate of everything that has none of its own; 1e-4 is usual for AdamW, 1 for Prodigy and D-Adaptation.",
    ja: "個別指定がない部分すべての学習率で、AdamW なら 1e-4、Prodigy や D-Adaptation なら 1 が目安。",
    front: true,
    default: 2e-6,
    least: 0,
  }),
  parameter("unet_lr", "number", "v0.2.0", {
    en: "Learning rate of the U-Net or DiT, when it differs.",
    ja: "U-Net（DiT）だけの学習率。",
    front: true,
    least: 0,
    source: "train_network.py",
  }),
  parameter("text_encoder_lr", "numbers", "v0.2.0", {
    en: "Learning rates of the text encoders, one for each in their order, usually half of the U-Net's or less.",
    ja: "テキストエンコーダーの学習率で、複数ある場合は順番に指定する（U-Net の半分以下が目安）。",
    front: true,
    source: "train_network.py",
  }),
  parameter("llm_adapter_lr", "number", "v0.10.1", {
    en: "Learning rate of Anima's LLM adapter; LoRA training takes this argument and does not use it.",
    ja: "Anima の LLM アダプターの学習率だが、LoRA 学習では使われない。",
    least: 0,
    families: ["anima"],
    source: "library/anima_train_utils.py",
  }),
  parameter("self_attn_lr", "number", "v0.10.1", {
    en: "Learning rate of Anima's self-attention; LoRA training ignores it, `network_reg_lrs` in `network_args` serves instead.",
    ja: "Anima の self-attention の学習率だが、LoRA 学習では使われない（network_args の network_reg_lrs で代用できる）。",
    least: 0,
    families: ["anima"],
    source: "library/anima_train_utils.py",
  }),
  parameter("cross_attn_lr", "number", "v0.10.1", {
    en: "Learning rate of Anima's cross-attention; LoRA training ignores it, `network_reg_lrs` in `network_args` serves instead.",
    ja: "Anima の cross-attention の学習率だが、LoRA 学習では使われない（network_args の network_reg_lrs で代用できる）。",
    least: 0,
    families: ["anima"],
    source: "library/anima_train_utils.py",
  }),
  parameter("mlp_lr", "number", "v0.10.1", {
    en: "Learning rate of Anima's MLP layers; LoRA training ignores it, `network_reg_lrs` in `network_args` serves instead.",
    ja: "Anima の MLP 層の学習率だが、LoRA 学習では使われない（network_args の network_reg_lrs で代用できる）。",
    least: 0,
    families: ["anima"],
    source: "library/anima_train_utils.py",
  }),
  parameter("mod_lr", "number", "v0.10.1", {
    en: "Learning rate of Anima's modulation layers; LoRA training takes this argument and does not use it.",
    ja: "Anima の modulation 層の学習率だが、LoRA 学習では使われない。",
    least: 0,
    families: ["anima"],
    source: "library/anima_train_utils.py",
  }),
]);
