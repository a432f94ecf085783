/** What is said of versions of a LoRA. */
export const lineageSaidJa = {
  "A LoRA file or the number of a run is expected on each side.":
    "比べる 2 つを、それぞれ LoRA ファイルか実行の番号で指定してください。",
  "Give `path` or `run`.": "`path` か `run` を指定してください。",
  "{path} and {other} are the same file, byte for byte.": "{path} と {other} は中身がまったく同じファイルです。",
  "Name two versions, or two checkpoints of one.":
    "2 つのバージョン、または 1 つの学習の別々のチェックポイントを指定してください。",
  "Two LoRA files or runs are compared.": "LoRA ファイルか実行を 2 つ指定してください。",
  "One run or one sweep is expected.": "実行か描き比べを 1 つ指定してください。",
  "Give `run` or `sweep`.": "`run` か `sweep` を指定してください。",
};
