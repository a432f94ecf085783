import { inGroup, parameter } from "./define.js";
import type { Parameter } from "./parameter.js";

/** Written into the LoRA file. */
export const metadata: readonly Parameter[] = inGroup("metadata", [
  parameter("training_comment", "text", "v0.4.0", {
    en: "A note of your own in the LoRA file, such as the trigger words.",
    ja: "LoRA ファイルに残すメモ（トリガーワードなど）。",
    source: "train_network.py",
  }),
  parameter("no_metadata", "flag", "v0.3.0", {
    en: "Leaves training settings out of the LoRA file but for the few needed to load it.",
    ja: "学習設定を LoRA ファイルに書き込まない（読み込みに必要な最小限だけ残る）。",
    source: "train_network.py",
  }),
  parameter("metadata_title", "text", "v0.7.0", {
    en: "Title in the LoRA file; the output name when not given.",
    ja: "LoRA ファイルに書き込むタイトル（省略時は出力名）。",
    source: "library/sai_model_spec.py",
  }),
  parameter("metadata_author", "text", "v0.7.0", {
    en: "Author in the LoRA file.",
    ja: "LoRA ファイルに書き込む作者名。",
    source: "library/sai_model_spec.py",
  }),
  parameter("metadata_description", "text", "v0.7.0", {
    en: "Description in the LoRA file.",
    ja: "LoRA ファイルに書き込む説明。",
    source: "library/sai_model_spec.py",
  }),
  parameter("metadata_license", "text", "v0.7.0", {
    en: "Licence in the LoRA file.",
    ja: "LoRA ファイルに書き込むライセンス。",
    source: "library/sai_model_spec.py",
  }),
  parameter("metadata_tags", "text", "v0.7.0", {
    en: "Tags in the LoRA file, separated by commas.",
    ja: "LoRA ファイルに書き込むタグ（カンマ区切り）。",
    source: "library/sai_model_spec.py",
  }),
  parameter("metadata_usage_hint", "text", "v0.10.0", {
    en: "Hint in the LoRA file of how to use it, such as a strength.",
    ja: "LoRA ファイルに書き込む使い方のヒント（推奨の強さなど）。",
    source: "library/sai_model_spec.py",
  }),
  parameter("metadata_thumbnail", "file", "v0.10.0", {
    en: "Picture kept in the LoRA file as its thumbnail, as a file or a data URL.",
    ja: "LoRA ファイルに埋め込むサムネイル画像（ファイルまたはデータ URL）。",
    source: "library/sai_model_spec.py",
  }),
  parameter("metadata_merged_from", "text", "v0.10.0", {
    en: "Names of models in the LoRA file from which it was merged.",
    ja: "LoRA ファイルに書き込むマージ元のモデル名。",
    source: "library/sai_model_spec.py",
  }),
  parameter("metadata_trigger_phrase", "text", "v0.10.0", {
    en: "Trigger words in the LoRA file.",
    ja: "LoRA ファイルに書き込むトリガーワード。",
    source: "library/sai_model_spec.py",
  }),
  parameter("metadata_preprocessor", "text", "v0.10.0", {
    en: "Name of the preprocessor in the LoRA file, which hardly any LoRA needs.",
    ja: "LoRA ファイルに書き込む前処理の名前（通常の LoRA では不要）。",
    source: "library/sai_model_spec.py",
  }),
  parameter("metadata_is_negative_embedding", "text", "v0.10.0", {
    en: "Says in the file that it is a negative embedding, which no LoRA is.",
    ja: "ネガティブ用の埋め込みかどうかをファイルに書き込む（LoRA では不要）。",
    source: "library/sai_model_spec.py",
  }),
]);
