import { inGroup, parameter } from "./define.js";
import type { Parameter } from "./parameter.js";

/** Pictures kept aside to see overfitting. */
export const validation: readonly Parameter[] = inGroup("validation", [
  parameter("validation_split", "number", "v0.10.0", {
    en: "Share of pictures kept out of training to see overfitting.",
    ja: "過学習を見るために学習から外す画像の割合。",
    default: 0,
    least: 0,
    most: 1,
    source: "train_network.py",
  }),
  parameter("validation_seed", "integer", "v0.10.0", {
    en: "Seed that chooses the pictures kept aside; the training seed when not given.",
    ja: "検証用の画像を選ぶシード値（省略時は学習のシード値）。",
    source: "train_network.py",
  }),
  parameter("validate_every_n_steps", "integer", "v0.10.0", {
    en: "Computes the validation loss every so many steps.",
    ja: "指定ステップごとに検証 loss を計算する。",
    least: 1,
    source: "train_network.py",
  }),
  parameter("validate_every_n_epochs", "integer", "v0.10.0", {
    en: "Computes the validation loss every so many epochs; every epoch when not given.",
    ja: "指定エポックごとに検証 loss を計算する（省略時は毎エポック）。",
    least: 1,
    source: "train_network.py",
  }),
  parameter("max_validation_steps", "integer", "v0.10.0", {
    en: "Most batches used for one validation; all when not given.",
    ja: "1 回の検証に使う最大バッチ数（省略時はすべて）。",
    least: 0,
    source: "train_network.py",
  }),
]);
