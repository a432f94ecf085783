import { inGroup, parameter } from "./define.js";
import type { Parameter } from "./parameter.js";

/** Noise that is learnt to remove. */
export const noise: readonly Parameter[] = inGroup("noise", [
  parameter("noise_offset", "number", "v0.4.3", {
    en: "Shifts the noise's mean so that very dark and very bright pictures are learnt; SD1.5, SD2 and SDXL only.",
    ja: "ノイズに明るさのずれを加え、極端に暗い・明るい絵も学習しやすくする（SD1.5・SD2・SDXL のみ）。",
  }),
  parameter("noise_offset_random_strength", "flag", "v0.8.6", {
    en: "Draws the noise offset anew at each step, between 0 and the given value.",
    ja: "noise_offset の強さを 0 から指定値の間で毎回ランダムにする。",
  }),
  parameter("adaptive_noise_scale", "number", "v0.6.5", {
    en: "Adds this times the latents' mean to the noise offset, which must be set.",
    ja: "latent の平均にこの値を掛けて noise_offset に足す（noise_offset の指定が必要）。",
  }),
  parameter("multires_noise_iterations", "integer", "v0.6.4", {
    en: "Adds noise of this many coarser resolutions, around 6 to 10; SD1.5, SD2 and SDXL only.",
    ja: "粗い解像度のノイズをこの回数重ねる（6〜10 程度、SD1.5・SD2・SDXL のみ）。",
    least: 0,
  }),
  parameter("multires_noise_discount", "number", "v0.6.4", {
    en: "How much each coarser resolution of multires noise still counts.",
    ja: "multires noise で、粗い解像度ほどどれだけ弱めるか。",
    default: 0.3,
    least: 0,
  }),
  parameter("ip_noise_gamma", "number", "v0.7.0", {
    en: "Adds further noise to the input against overfitting, around 0.1; SD3 ignores it.",
    ja: "過学習対策として入力にノイズを足す（0.1 程度、SD3 では無視される）。",
    least: 0,
  }),
  parameter("ip_noise_gamma_random_strength", "flag", "v0.8.6", {
    en: "Draws the strength of the input noise anew at each step, between 0 and the given value.",
    ja: "ip_noise_gamma の強さを 0 から指定値の間で毎回ランダムにする。",
  }),
  parameter("zero_terminal_snr", "flag", "v0.7.0", {
    en: "Makes the last timestep pure noise; meant for v-prediction models on SD1.5, SD2 and SDXL.",
    ja: "最後のタイムステップを完全なノイズにする（SD1.5・SD2・SDXL の v-pred モデル用）。",
  }),
  parameter("min_timestep", "integer", "v0.7.0", {
    en: "Smallest timestep that is trained: 0 is the finest detail; FLUX, Chroma, Anima, Lumina and HunyuanImage ignore it.",
    ja: "学習するタイムステップの最小値で、小さいほど細部を担当する（FLUX・Chroma・Anima・Lumina・HunyuanImage では無視される）。",
    least: 0,
    most: 999,
  }),
  parameter("max_timestep", "integer", "v0.7.0", {
    en: "Largest timestep that is trained: 1000 is pure noise and composition; FLUX, Chroma, Anima, Lumina and HunyuanImage ignore it.",
    ja: "学習するタイムステップの最大値で、大きいほど構図を担当する（FLUX・Chroma・Anima・Lumina・HunyuanImage では無視される）。",
    least: 1,
    most: 1000,
  }),
]);
