import { inGroup, parameter } from "./define.js";
import type { Parameter } from "./parameter.js";

/** Logs of training. */
export const logging: readonly Parameter[] = inGroup("logging", [
  parameter("logging_dir", "folder", "v0.2.0", {
    en: "Folder for logs of loss and learning rate, which TensorBoard shows.",
    ja: "loss と学習率のログを保存するフォルダ（TensorBoard で見られる）。",
  }),
  parameter("log_with", "choice", "v0.6.2", {
    en: "Where logs go: TensorBoard, Weights & Biases or both.",
    ja: "ログの出力先（TensorBoard、Weights & Biases、または両方）。",
    choices: ["tensorboard", "wandb", "all"],
  }),
  parameter("log_prefix", "text", "v0.2.0", {
    en: "Text put before the time in the name of each log folder.",
    ja: "ログフォルダ名の日時の前に付ける文字列。",
  }),
  parameter("log_tracker_name", "text", "v0.6.2", {
    en: "Name of the project in the logs.",
    ja: "ログに使うトラッカー（プロジェクト）名。",
  }),
  parameter("log_tracker_config", "file", "v0.7.0", {
    en: "TOML file with further settings of the log's tracker.",
    ja: "ログのトラッカーの追加設定を書いた TOML ファイル。",
  }),
  parameter("log_config", "flag", "v0.9.0", {
    en: "Also writes all arguments into the logs.",
    ja: "学習の引数一式もログに記録する。",
  }),
  parameter("wandb_run_name", "text", "v0.7.1", {
    en: "Name of this run on Weights & Biases.",
    ja: "Weights & Biases での実行名。",
  }),
  parameter("wandb_api_key", "text", "v0.6.2", {
    en: "Key for Weights & Biases; give it to the trainer in a file, for command lines are sent along.",
    ja: "Weights & Biases の API キーで、コマンドラインは公開されるため設定ファイルに書く。",
  }),
  parameter("console_log_level", "choice", "v0.8.4", {
    en: "How much the trainer tells; INFO when not given.",
    ja: "コンソールに出すログの詳しさ（省略時は INFO）。",
    choices: ["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"],
    source: "library/utils.py",
  }),
  parameter("console_log_file", "file", "v0.8.4", {
    en: "File into which messages go instead of the console.",
    ja: "コンソールの代わりにメッセージを書き込むファイル。",
    source: "library/utils.py",
  }),
  parameter("console_log_simple", "flag", "v0.8.4", {
    en: "Prints messages plainly, without colours and columns.",
    ja: "色や列のない簡素な形式でメッセージを出す。",
    source: "library/utils.py",
  }),
]);
