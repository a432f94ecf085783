import { inGroup, parameter } from "./define.js";
import type { Parameter } from "./parameter.js";

/** Pictures made while training. */
export const samples: readonly Parameter[] = inGroup("samples", [
  parameter("sample_prompts", "file", "v0.4.5", {
    en: "File with the prompts of sample pictures, one a line.",
    ja: "サンプル画像のプロンプトを 1 行に 1 つずつ書いたファイル。",
  }),
  parameter("sample_every_n_epochs", "integer", "v0.4.5", {
    en: "Makes sample pictures every so many epochs; it overrides the number of steps.",
    ja: "指定エポックごとにサンプル画像を作る（ステップ指定より優先）。",
    least: 0,
  }),
  parameter("sample_every_n_steps", "integer", "v0.4.5", {
    en: "Makes sample pictures every so many steps.",
    ja: "指定ステップごとにサンプル画像を作る。",
    least: 0,
  }),
  parameter("sample_at_first", "flag", "v0.7.1", {
    en: "Also makes sample pictures before the first step, to compare with.",
    ja: "比較用に、学習を始める前にもサンプル画像を作る。",
  }),
  parameter("sample_sampler", "choice", "v0.4.5", {
    en: "Sampler of sample pictures of SD1.5, SD2 and SDXL; the newer families ignore it.",
    ja: "サンプル画像のサンプラー（SD1.5・SD2・SDXL 用で、DiT 系では無視される）。",
    default: "ddim",
    choices: [
      "ddim",
      "pndm",
      "lms",
      "euler",
      "euler_a",
      "heun",
      "dpm_2",
      "dpm_2_a",
      "dpmsolver",
      "dpmsolver++",
      "dpmsingle",
      "k_lms",
      "k_euler",
      "k_euler_a",
      "k_dpm_2",
      "k_dpm_2_a",
    ],
  }),
  parameter("sample_batch_size", "integer", "v0.10.0", {
    en: "Sample pictures that Lumina makes at once; the training batch size when not given.",
    ja: "Lumina で一度に作るサンプル画像の枚数（省略時は学習のバッチサイズ）。",
    least: 1,
    families: ["lumina"],
    source: "library/lumina_train_util.py",
  }),
]);
