import { trainingCardsJa } from "./training-cards-ja.js";
import type { TrainingPreflightWords } from "./training-preflight-en.js";

export const trainingPreflightJa: TrainingPreflightWords = {
  trainerMissing: {
    title: "学習プログラムがない",
    message: () => "このパソコンに sd-scripts が見つかりません。",
    remedy: () => "sd-scripts か kohya_ss のフォルダを指定してください。インストール方法は「学習」の画面にあります。",
  },
  trainerUnusable: {
    title: "学習プログラムが動かない",
    message: (values) => `${values.folder} の学習プログラムを実行できません：${values.reason}`,
    remedy: () => "Python 環境を直すか、別の学習プログラムを選んでください。",
  },
  scriptMissing: {
    title: "学習プログラムが古い",
    message: (values) => `${values.folder} に ${values.script} がありません。`,
    remedy: () => "sd-scripts を更新してください。",
  },
  accelerateMissing: {
    title: "accelerate がない",
    message: () => "複数プロセスでの学習ですが、学習プログラムの Python に accelerate がありません。",
    remedy: () => "accelerate をインストールするか、1 プロセスで学習してください。",
  },
  argumentRefused: {
    title: "学習プログラムが引数を受け付けない",
    message: (values) => `学習プログラム自身の検査結果：${values.message}`,
    remedy: () => "計画の値を直すか、学習プログラムを更新してください。",
  },
  argumentsUnknown: {
    title: "無視される引数",
    message: (values) => `この学習プログラムは ${values.names} を知らず、黙って無視します。`,
    remedy: () => "計画から外すか、学習プログラムを更新してください。",
  },
  memoryTaken: {
    title: "VRAM が空いていない",
    message: (values) => `VRAM の空きは ${values.free} GiB ですが、この計画には約 ${values.wanted} GiB 要ります。`,
    remedy: () => "モデルを読み込んだ WebUI など、GPU を使っているものを終了してください。",
  },
  filesThere: {
    title: "上書きになるファイル",
    message: (values) => `${values.folder} に同じ名前のファイルが ${values.count} 個あります（${values.first} など）。`,
    remedy: () => "LoRA に別の名前を付けるか、空いている名前を自動で使わせてください。",
  },
  ...trainingCardsJa,
};
