import { inGroup, parameter } from "./define.js";
import type { Parameter } from "./parameter.js";

/** The command line itself. */
export const other: readonly Parameter[] = inGroup("other", [
  parameter("config_file", "file", "v0.5.2", {
    en: "TOML file from which the trainer reads all arguments; the command line wins over it.",
    ja: "引数をまとめて読み込む TOML ファイルで、コマンドラインの指定が優先される。",
  }),
  parameter("output_config", "flag", "v0.5.2", {
    en: "Writes the arguments into the TOML file named by `config_file` and ends without training.",
    ja: "引数を config_file の TOML ファイルに書き出し、学習せずに終了する。",
  }),
]);
