import { inGroup, parameter } from "./define.js";
import type { Parameter } from "./parameter.js";

/** How the learning rate changes over time. */
export const learningRateSchedule: readonly Parameter[] = inGroup("learningRate", [
  parameter("lr_scheduler", "text", "v0.2.0", {
    en: "How the learning rate changes over the run.",
    ja: "学習中に学習率をどう変化させるか（スケジューラー）。",
    front: true,
    default: "constant",
    choices: [
      "constant",
      "constant_with_warmup",
      "linear",
      "cosine",
      "cosine_with_restarts",
      "cosine_with_min_lr",
      "polynomial",
      "inverse_sqrt",
      "warmup_stable_decay",
      "piecewise_constant",
      "adafactor",
    ],
  }),
  parameter("lr_scheduler_type", "text", "v0.5.2", {
    en: "Scheduler class from another Python module, used instead of `lr_scheduler`.",
    ja: "lr_scheduler の代わりに使う、別モジュールのスケジューラークラス。",
    default: "",
  }),
  parameter("lr_scheduler_args", "words", "v0.5.2", {
    en: "Further settings of the scheduler as `key=value`.",
    ja: "スケジューラーの追加設定（key=value）。",
  }),
  parameter("lr_warmup_steps", "number", "v0.2.0", {
    en: "Steps in which the learning rate rises from 0, or below 1 the share of all steps; constant takes none.",
    ja: "学習率を 0 から上げていくウォームアップのステップ数（1 未満の小数なら全体に対する割合、constant では使えない）。",
    front: true,
    default: 0,
    least: 0,
  }),
  parameter("lr_decay_steps", "number", "v0.9.0", {
    en: "Steps in which warmup_stable_decay lowers the learning rate at the end, or below 1 the share of all steps.",
    ja: "warmup_stable_decay で最後に学習率を下げるステップ数（1 未満の小数なら全体に対する割合）。",
    default: 0,
    least: 0,
  }),
  parameter("lr_scheduler_num_cycles", "integer", "v0.4.1", {
    en: "How often cosine_with_restarts starts anew.",
    ja: "cosine_with_restarts で繰り返す回数。",
    default: 1,
    least: 1,
  }),
  parameter("lr_scheduler_power", "number", "v0.4.1", {
    en: "Exponent of the polynomial scheduler.",
    ja: "polynomial スケジューラーの指数。",
    default: 1,
  }),
  parameter("lr_scheduler_timescale", "integer", "v0.9.0", {
    en: "Time scale of inverse_sqrt; the warm-up steps when not given.",
    ja: "inverse_sqrt の時間スケール（省略時はウォームアップのステップ数）。",
    least: 1,
  }),
  parameter("lr_scheduler_min_lr_ratio", "number", "v0.9.0", {
    en: "Smallest learning rate as a share of the first one, for cosine_with_min_lr and warmup_stable_decay.",
    ja: "学習率の下限を最初の値に対する割合で指定する（cosine_with_min_lr と warmup_stable_decay 用）。",
    least: 0,
    most: 1,
  }),
]);
