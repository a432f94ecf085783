import { inGroup, parameter } from "./define.js";
import type { Parameter } from "./parameter.js";

/** Several cards, DeepSpeed. */
export const speedSeveralCards: readonly Parameter[] = inGroup("speed", [
  parameter("ddp_timeout", "integer", "v0.7.1", {
    en: "Minutes that cards wait for one another before giving up.",
    ja: "複数 GPU が互いを待つ時間の上限（分）。",
    least: 0,
  }),
  parameter("ddp_gradient_as_bucket_view", "flag", "v0.7.1", {
    en: "Saves a copy of gradients between several cards.",
    ja: "複数 GPU 間の勾配のコピーを省く。",
  }),
  parameter("ddp_static_graph", "flag", "v0.7.1", {
    en: "Tells PyTorch that the computation never changes, which is faster on several cards.",
    ja: "計算グラフが変わらないとみなし、複数 GPU の学習を速くする。",
  }),
  parameter("deepspeed", "flag", "v0.8.6", {
    en: "Trains with DeepSpeed, which spreads one training over several cards and main memory.",
    ja: "DeepSpeed を使い、学習を複数 GPU とメインメモリに分散する。",
    source: "library/deepspeed_utils.py",
  }),
  parameter("zero_stage", "integer", "v0.8.6", {
    en: "What DeepSpeed spreads: 1 optimizer states, 2 gradients too, 3 weights too.",
    ja: "DeepSpeed で何を分散するか（1 はオプティマイザー、2 は勾配も、3 は重みも）。",
    default: 2,
    least: 0,
    most: 3,
    choices: ["0", "1", "2", "3"],
    source: "library/deepspeed_utils.py",
  }),
  parameter("offload_optimizer_device", "choice", "v0.8.6", {
    en: "Where DeepSpeed puts optimizer states, in stages 2 and 3.",
    ja: "DeepSpeed でオプティマイザーの状態を退避させる先（ステージ 2 と 3）。",
    choices: ["cpu", "nvme"],
    source: "library/deepspeed_utils.py",
  }),
  parameter("offload_optimizer_nvme_path", "folder", "v0.8.6", {
    en: "Folder on a fast disk for DeepSpeed's optimizer states, in stage 3.",
    ja: "DeepSpeed でオプティマイザーの状態を置く NVMe 上のフォルダ（ステージ 3）。",
    source: "library/deepspeed_utils.py",
  }),
  parameter("offload_param_device", "choice", "v0.8.6", {
    en: "Where DeepSpeed puts weights, in stage 3.",
    ja: "DeepSpeed で重みを退避させる先（ステージ 3）。",
    choices: ["cpu", "nvme"],
    source: "library/deepspeed_utils.py",
  }),
  parameter("offload_param_nvme_path", "folder", "v0.8.6", {
    en: "Folder on a fast disk for DeepSpeed's weights, in stage 3.",
    ja: "DeepSpeed で重みを置く NVMe 上のフォルダ（ステージ 3）。",
    source: "library/deepspeed_utils.py",
  }),
  parameter("zero3_init_flag", "flag", "v0.8.6", {
    en: "Builds huge models already spread over the cards, in DeepSpeed's stage 3.",
    ja: "DeepSpeed で巨大なモデルを最初から分散して構築する（ステージ 3）。",
    source: "library/deepspeed_utils.py",
  }),
  parameter("zero3_save_16bit_model", "flag", "v0.8.6", {
    en: "Gathers and saves 16-bit weights, in DeepSpeed's stage 3.",
    ja: "DeepSpeed で分散した重みを 16bit にまとめて保存する（ステージ 3）。",
    source: "library/deepspeed_utils.py",
  }),
  parameter("fp16_master_weights_and_gradients", "flag", "v0.8.6", {
    en: "Keeps DeepSpeed's master weights and gradients in fp16, in stage 2 with the optimizer on the processor.",
    ja: "DeepSpeed のマスター重みと勾配も fp16 にする（ステージ 2 でオプティマイザーを CPU に置く場合のみ）。",
    source: "library/deepspeed_utils.py",
  }),
]);
