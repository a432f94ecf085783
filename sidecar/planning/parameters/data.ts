import { inGroup, parameter } from "./define.js";
import type { Parameter } from "./parameter.js";

/** Training pictures. */
export const data: readonly Parameter[] = inGroup("data", [
  parameter("train_data_dir", "folder", "v0.2.0", {
    en: "Folder that holds the training folders, each named repeats and word, like `10_name`.",
    ja: "「10_名前」のようにリピート数を付けた教師画像フォルダを入れた親フォルダ。",
    front: true,
  }),
  parameter("reg_data_dir", "folder", "v0.2.0", {
    en: "Folder that holds the folders of regularisation pictures, which keep the model's idea of the class; they about double the steps.",
    ja: "正則化画像のフォルダを入れた親フォルダで、使うとステップ数はおよそ 2 倍になる。",
  }),
  parameter("dataset_config", "file", "v0.4.5", {
    en: "A TOML file that describes folders, repeats and options one by one, and replaces `train_data_dir` and `reg_data_dir`.",
    ja: "フォルダごとのリピートや設定を書いたデータセット設定 TOML で、train_data_dir や reg_data_dir の代わりになる。",
    source: "library/config_util.py",
  }),
  parameter("in_json", "file", "v0.2.0", {
    en: "Metadata JSON with captions of all pictures, for training by metadata instead of by folders with repeats.",
    ja: "全画像のキャプションをまとめたメタデータ JSON（リピート付きフォルダの代わりに使う方式）。",
  }),
  parameter("dataset_repeats", "integer", "v0.2.0", {
    en: "Repeats of the set when nothing else names them, as with a metadata JSON.",
    ja: "メタデータ JSON のように別途リピート指定がないときの繰り返し回数。",
    default: 1,
    least: 1,
  }),
  parameter("dataset_class", "text", "v0.6.5", {
    en: "A Python class, with its module, that supplies the set instead of folders.",
    ja: "フォルダの代わりにデータセットを供給する Python クラス（モジュール名付き）。",
  }),
  parameter("conditioning_data_dir", "folder", "v0.8.6", {
    en: "Has no effect here: mask folders for LoRA training are named in the dataset TOML.",
    ja: "LoRA 学習では効果がなく、マスク画像のフォルダはデータセット設定 TOML に書く。",
  }),
  parameter("cache_info", "flag", "v0.8.6", {
    en: "Keeps captions and picture sizes in a file in each folder, so that the next start is quicker; later caption edits are then not seen.",
    ja: "キャプションと画像サイズを各フォルダに保存して次回の起動を速くするが、その後のキャプション修正は反映されない。",
  }),
  parameter("debug_dataset", "flag", "v0.2.0", {
    en: "Shows what would be trained and ends without training.",
    ja: "学習せずに、学習される画像とキャプションを確認して終了する。",
  }),
]);
