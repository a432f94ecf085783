import type { ToolCauseName } from "./lora-tools-causes-en.js";
import { known, pipName, type TrainingCauseWords } from "./training-cause-values.js";

export const loraToolCausesJa: Record<ToolCauseName, TrainingCauseWords> = {
  gpuMemory: {
    title: "VRAM 不足",
    message: () => "VRAM が足りなくなりました。",
    remedy: () => "デバイスの指定を外してください。CPU では時間はかかりますが、メインメモリだけで済みます。",
  },
  memory: {
    title: "メインメモリ不足",
    message: () => "メインメモリが足りなくなったか、そのために OS がツールを終了させました。",
    remedy: () =>
      "他のプログラムを閉じる、fp16 で読み込む、スワップ（ページファイル）を増やす、などを試してください。モデル 2 つ分が同時に載る必要があります。",
  },
  missingPackage: {
    title: "Python パッケージがない",
    message: (values) => `Python パッケージ ${known(values, "package", (name) => name, "?")} が入っていません。`,
    remedy: (values) =>
      `学習プログラムの環境に入れてください${known(values, "package", (name) => `：pip install ${pipName(name)}`)}。`,
  },
  versionMismatch: {
    title: "バージョンの不整合",
    message: (values) =>
      `学習環境のライブラリのバージョンが噛み合っていません${known(values, "detail", (text) => `：${text}`)}。`,
    remedy: () => "sd-scripts が指定するバージョンを入れてください。",
  },
  scriptMissing: {
    title: "ツールがない",
    message: (values) =>
      `この学習プログラムにはスクリプト${known(values, "file", (file) => ` ${file} `)}がありません。`,
    remedy: () => "新しい sd-scripts を使ってください。",
  },
  notStarted: {
    title: "起動できない",
    message: (values) => `ツールを起動できませんでした${known(values, "reason", (reason) => `：${reason}`)}。`,
    remedy: () => "学習プログラムのフォルダとその Python を選び直してください。",
  },
  noGpu: {
    title: "GPU が使えない",
    message: () => "PyTorch から使える GPU が見つかりません。",
    remedy: () => "デバイスの指定を外してください。CPU でも動きます。",
  },
  diskFull: {
    title: "ディスクの空きがない",
    message: () => "新しいファイルの書き込み中にディスクがいっぱいになりました。",
    remedy: () => "空きを作るか、別のフォルダを選んでください。書きかけのファイルは消しました。",
  },
  permission: {
    title: "権限がない",
    message: (values) => `${known(values, "file", (file) => file, "ファイル")}を読み書きする権限がありません。`,
    remedy: () => "権限を変えるか、新しいファイルを別のフォルダに保存してください。",
  },
  refusedArguments: {
    title: "引数が受け付けられない",
    message: (values) => `ツールが引数を受け付けません${known(values, "detail", (text) => `：${text}`)}。`,
    remedy: () => "学習プログラムのバージョンが違います。その引数を外すか、新しい sd-scripts を使ってください。",
  },
  differentDims: {
    title: "dim が違う",
    message: () => "LoRA の dim が違います。通常のマージは数値を一つずつ足すため、同じ dim が必要です。",
    remedy: () => "SVD でマージするか、並べて結合（concat）してください。",
  },
  dimTooLarge: {
    title: "dim が大きすぎる",
    message: () => "新しい dim が、ファイルの層で可能な値より大きいです。",
    remedy: () => "小さい値を選んでください。畳み込み層の dim は別に指定できます。",
  },
  wrongFamily: {
    title: "モデルの種類が違う",
    message: () => "ファイルが、指定した種類のモデルではありません。",
    remedy: () => "モデルの種類を選び直してください。ファイルはすべて同じ種類である必要があります。",
  },
  notAModel: {
    title: "モデルファイルではない",
    message: () => "ファイルをモデルとして読めませんでした。",
    remedy: () => "先にファイルを調べてください。途中で切れているか、中身が別のものかもしれません。",
  },
  nothingMerged: {
    title: "何もマージされなかった",
    message: (values) =>
      `LoRA が変える${known(values, "count", (text) => `${text} 個の`)}層が、モデルに一つもありません。できるファイルは元のモデルと同じになるところでした。`,
    remedy: () => "LoRA と同じ種類のモデルを選んでください。",
  },
  partlyMerged: {
    title: "一部だけマージされた",
    message: (values) =>
      `LoRA の層のうち${known(values, "count", (text) => `${text} 個`, "一部")}は、モデルにありませんでした。`,
    remedy: () => "テキストエンコーダーも学習した LoRA で、モデルにそれが入っていない場合は、これで正常です。",
  },
  brokenWeights: {
    title: "重みが壊れている",
    message: (values) =>
      `新しいファイルに NaN か無限大が入っています${known(values, "name", (name) => `（最初は ${name}）`)}。`,
    remedy: () => "float か bf16 で保存し、元のファイルも調べてください。",
  },
  resultMissing: {
    title: "ファイルがない",
    message: () => "ツールは正常に終了しましたが、ファイルを作りませんでした。",
    remedy: () => "ログを見てください。",
  },
  resultCut: {
    title: "ファイルが途中で切れている",
    message: () => "新しいファイルが本来より短かったため、消しました。",
    remedy: () => "ディスクの空きを確かめて、もう一度始めてください。",
  },
  killed: {
    title: "外から終了させられた",
    message: (values) => `ツールが外から終了させられました（${known(values, "signal", (signal) => signal, "?")}）。`,
    remedy: () => "もう一度始めてください。途中のものは残っていません。",
  },
  unknown: {
    title: "失敗",
    message: (values) => `ツールがエラーで終わりました${known(values, "exception", (text) => `：${text}`)}。`,
    remedy: () => "ログを見てください。",
  },
};
