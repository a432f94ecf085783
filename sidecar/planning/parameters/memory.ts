import { flowFamilies, inGroup, parameter } from "./define.js";
import type { Parameter } from "./parameter.js";

/** Saving VRAM while training. */
export const memory: readonly Parameter[] = inGroup("memory", [
  parameter("gradient_checkpointing", "flag", "v0.2.0", {
    en: "Computes intermediate results anew instead of keeping them: much less VRAM, somewhat slower.",
    ja: "中間結果を保持せずに再計算し、少し遅くなる代わりに VRAM を大きく節約する。",
    front: true,
  }),
  parameter("cpu_offload_checkpointing", "flag", "v0.10.0", {
    en: "Also moves checkpoints to main memory; SD1.5, SD2, SDXL and SD3 end with an error, and it excludes `blocks_to_swap`.",
    ja: "チェックポイントをメインメモリに逃がす（SD1.5・SD2・SDXL・SD3 ではエラーになり、blocks_to_swap とは併用不可）。",
    source: "train_network.py",
  }),
  parameter("unsloth_offload_checkpointing", "flag", "v0.10.1", {
    en: "A faster way to move Anima's checkpoints to main memory; it excludes the two other ways of offloading.",
    ja: "Anima のチェックポイントをより速い方法でメインメモリに逃がす（他の退避方法とは併用不可）。",
    families: ["anima"],
    source: "anima_train_network.py",
  }),
  parameter("blocks_to_swap", "integer", "v0.10.0", {
    en: "Number of the model's blocks that wait in main memory: each saves VRAM and costs speed.",
    ja: "メインメモリに退避させるブロック数で、増やすほど VRAM を節約できるが遅くなる。",
    least: 0,
    families: flowFamilies,
  }),
  parameter("split_mode", "flag", "v0.10.0", {
    en: "Old way to train FLUX in two halves; it now sets `blocks_to_swap` to 18.",
    ja: "FLUX を分割して学習する古い指定で、今は blocks_to_swap を 18 にするだけ。",
    families: ["flux", "chroma"],
    source: "flux_train_network.py",
  }),
  parameter("split_attn", "flag", "v0.10.0", {
    en: "Computes attention picture by picture to save memory; `attn_mode` xformers needs it.",
    ja: "アテンションを 1 枚ずつ計算してメモリを節約する（attn_mode が xformers なら必須）。",
    families: ["anima", "hunyuan"],
    source: "library/anima_train_utils.py",
  }),
  parameter("lowram", "flag", "v0.4.3", {
    en: "Loads models into VRAM instead of main memory, for machines with little of the latter.",
    ja: "メインメモリの代わりに VRAM へモデルを読み込む（メインメモリが少ない環境向け）。",
  }),
  parameter("highvram", "flag", "v0.8.4", {
    en: "Leaves out clearing VRAM while caching, for cards with much of it.",
    ja: "キャッシュ中の VRAM の解放を省く（VRAM が多い環境向け）。",
  }),
]);
