import { inGroup, parameter } from "./define.js";
import type { Parameter } from "./parameter.js";

/** Attention, compiling, loading. */
export const speed: readonly Parameter[] = inGroup("speed", [
  parameter("sdpa", "flag", "v0.7.0", {
    en: "Uses PyTorch's own fast attention in SD1.5, SD2 and SDXL, without further packages; the others do so anyway.",
    ja: "PyTorch 標準の高速アテンションを使う（追加パッケージ不要、SD1.5・SD2・SDXL 用）。",
  }),
  parameter("xformers", "flag", "v0.2.0", {
    en: "Uses the fast attention of xformers, which must be installed; FLUX, Chroma, SD3 and Lumina ignore it.",
    ja: "xformers の高速アテンションを使う（要インストール、FLUX・Chroma・SD3・Lumina では無視される）。",
  }),
  parameter("mem_eff_attn", "flag", "v0.2.0", {
    en: "A slow attention that needs little memory, for SD1.5, SD2 and SDXL where neither sdpa nor xformers works.",
    ja: "遅いがメモリの少ないアテンションを使う（sdpa も xformers も使えない SD1.5・SD2・SDXL 用）。",
  }),
  parameter("attn_mode", "choice", "v0.10.0", {
    en: "Attention of Anima and HunyuanImage, PyTorch's when not given; sageattn cannot train.",
    ja: "Anima と HunyuanImage のアテンションの実装で、省略時は PyTorch 標準（sageattn では学習できない）。",
    choices: ["torch", "xformers", "flash", "sageattn", "sdpa"],
    families: ["anima", "hunyuan"],
    source: "library/anima_train_utils.py",
  }),
  parameter("use_flash_attn", "flag", "v0.10.0", {
    en: "Uses Flash Attention in Lumina, which must be installed.",
    ja: "Lumina で Flash Attention を使う（要インストール）。",
    families: ["lumina"],
    source: "library/lumina_train_util.py",
  }),
  parameter("use_sage_attn", "flag", "v0.10.0", {
    en: "Uses Sage Attention in Lumina, which must be installed.",
    ja: "Lumina で Sage Attention を使う（要インストール）。",
    families: ["lumina"],
    source: "library/lumina_train_util.py",
  }),
  parameter("torch_compile", "flag", "v0.8.0", {
    en: "Compiles the model before training: a slow start, then faster steps where it works.",
    ja: "学習前にモデルをコンパイルし、起動は遅くなるが、うまくいけばステップが速くなる。",
  }),
  parameter("dynamo_backend", "choice", "v0.8.0", {
    en: "Compiler used by `torch_compile`.",
    ja: "torch_compile で使うバックエンド。",
    default: "inductor",
    choices: [
      "eager",
      "aot_eager",
      "inductor",
      "aot_ts_nvfuser",
      "nvprims_nvfuser",
      "cudagraphs",
      "ofi",
      "fx2trt",
      "onnxrt",
      "tensort",
      "ipex",
      "tvm",
    ],
  }),
  parameter("max_data_loader_n_workers", "integer", "v0.3.1", {
    en: "Processes that load pictures ahead: fewer take less memory and start epochs faster, especially on Windows.",
    ja: "画像を先読みするプロセス数で、少ないほどメインメモリが減り、エポックの切り替えも速い（特に Windows）。",
    default: 8,
    least: 0,
  }),
  parameter("persistent_data_loader_workers", "flag", "v0.4.2", {
    en: "Keeps the processes that load pictures between epochs, which saves the pause and takes memory; needs at least one.",
    ja: "画像を先読みするプロセスをエポック間で維持し、待ち時間を減らす（メモリは増え、プロセス数は 1 以上が必要）。",
  }),
]);
