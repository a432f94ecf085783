import { inGroup, parameter } from "./define.js";
import type { Parameter } from "./parameter.js";

/** Files that are saved. */
export const saving: readonly Parameter[] = inGroup("saving", [
  parameter("output_dir", "folder", "v0.2.0", {
    en: "Folder in which the LoRA, its intermediate files and sample pictures are saved.",
    ja: "LoRA、途中経過のファイル、サンプル画像の保存先フォルダ。",
    front: true,
  }),
  parameter("output_name", "text", "v0.3.0", {
    en: "Name of the LoRA file without extension; `last` when not given.",
    ja: "LoRA のファイル名（拡張子なし、省略時は last）。",
    front: true,
  }),
  parameter("save_model_as", "choice", "v0.2.0", {
    en: "File format of the LoRA; leave it at safetensors unless an old tool needs another.",
    ja: "LoRA の保存形式（古いツールで使うのでなければ safetensors のまま）。",
    default: "safetensors",
    choices: ["ckpt", "pt", "safetensors"],
    source: "train_network.py",
  }),
  parameter("save_precision", "choice", "v0.2.0", {
    en: "Number format in the saved file; fp16 or bf16 halve its size.",
    ja: "保存時の数値精度で、fp16 か bf16 にするとファイルサイズが半分になる。",
    choices: ["float", "fp16", "bf16"],
  }),
  parameter("save_every_n_epochs", "integer", "v0.2.0", {
    en: "Saves an intermediate LoRA every so many epochs.",
    ja: "指定エポックごとに途中の LoRA を保存する。",
    front: true,
    least: 1,
  }),
  parameter("save_every_n_steps", "integer", "v0.6.3", {
    en: "Saves an intermediate LoRA every so many steps.",
    ja: "指定ステップごとに途中の LoRA を保存する。",
    front: true,
    least: 1,
  }),
  parameter("save_n_epoch_ratio", "integer", "v0.4.1", {
    en: "Saves at least this many times over the whole run; it overrides `save_every_n_epochs`.",
    ja: "学習全体で少なくともこの回数だけ保存する（save_every_n_epochs より優先）。",
    least: 0,
  }),
  parameter("save_last_n_epochs", "integer", "v0.3.0", {
    en: "Keeps only this many of the files saved by epochs and deletes older ones.",
    ja: "エポックごとの保存ファイルを最新のこの数だけ残し、古いものを削除する。",
    least: 1,
  }),
  parameter("save_last_n_steps", "integer", "v0.6.3", {
    en: "Keeps only files of this many last steps, not this many files, and deletes older ones.",
    ja: "直近のこのステップ数の範囲（個数ではない）にあるファイルだけ残し、古いものを削除する。",
    least: 1,
  }),
  parameter("save_clip", "flag", "v0.10.0", {
    en: "Does nothing: meant to put the CLIP models into an SD3 checkpoint, which LoRA training does not write.",
    ja: "何もしない（SD3 のモデルに CLIP を含める指定だが、LoRA 学習では使われない）。",
    families: ["sd3"],
    source: "library/sd3_train_utils.py",
  }),
  parameter("save_t5xxl", "flag", "v0.10.0", {
    en: "Does nothing: meant to put T5-XXL into an SD3 checkpoint, which LoRA training does not write.",
    ja: "何もしない（SD3 のモデルに T5-XXL を含める指定だが、LoRA 学習では使われない）。",
    families: ["sd3"],
    source: "library/sd3_train_utils.py",
  }),
]);
