import { inGroup, parameter } from "./define.js";
import type { Parameter } from "./parameter.js";

/** Pictures turned into latents. */
export const memoryLatents: readonly Parameter[] = inGroup("memory", [
  parameter("cache_latents", "flag", "v0.2.0", {
    en: "Turns all pictures into latents once before training: less VRAM and faster; excludes `color_aug` and `random_crop`.",
    ja: "画像を学習前にまとめて latent へ変換し、省 VRAM・高速にする（color_aug と random_crop は併用不可）。",
    front: true,
  }),
  parameter("cache_latents_to_disk", "flag", "v0.6.2", {
    en: "Keeps the latents in files beside the pictures, for this run and later ones.",
    ja: "latent を画像の隣にファイルで保存し、次回以降も使う。",
  }),
  parameter("vae_batch_size", "integer", "v0.5.3", {
    en: "Pictures turned into latents at once.",
    ja: "一度に latent へ変換する枚数。",
    default: 1,
    least: 1,
  }),
  parameter("skip_cache_check", "flag", "v0.10.0", {
    en: "Trusts cache files on disk without looking into them, which starts faster.",
    ja: "ディスク上のキャッシュの中身を確認せずに使い、起動を速くする。",
  }),
  parameter("vae_chunk_size", "integer", "v0.10.0", {
    en: "Makes the VAE of Anima or HunyuanImage work in pieces of this size to save VRAM; Anima wants an even number.",
    ja: "Anima や HunyuanImage の VAE をこのサイズに分割して処理し、VRAM を節約する（Anima では偶数にする）。",
    least: 1,
    families: ["anima", "hunyuan"],
    source: "library/anima_train_utils.py",
  }),
  parameter("vae_disable_cache", "flag", "v0.10.1", {
    en: "Switches off the inner cache of Anima's VAE: less memory and faster, with slightly other results.",
    ja: "Anima の VAE の内部キャッシュを切り、省メモリ・高速にする（結果は本来とわずかに変わる）。",
    families: ["anima"],
    source: "library/anima_train_utils.py",
  }),
]);
