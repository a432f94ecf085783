import { number } from "./counts-ja.js";
import { known, numberOf, type TrainingCauseValues, type TrainingCauseWords } from "./training-cause-values.js";
import type { trainingCausesResultEn } from "./training-causes-result-en.js";

const saved = (values: TrainingCauseValues): string =>
  numberOf(values, "checkpoints") > 0
    ? `途中で保存された ${number(numberOf(values, "checkpoints"))} 個のファイルは使えます。`
    : "途中で保存されたファイルもありません。";

export const trainingCausesResultJa: Record<keyof typeof trainingCausesResultEn, TrainingCauseWords> = {
  nanLoss: {
    title: "loss が NaN になった",
    message: () =>
      "最後まで終わりましたが、途中で loss が NaN になりました。LoRA を使うと真っ黒な画像になるかもしれません。",
    remedy: () =>
      "試してみて壊れていたら、学習率を下げる、bf16 にする、no_half_vae を有効にする、のいずれかを試してください。",
  },
  finalFileMissing: {
    title: "LoRA ができていない",
    message: (values) =>
      `エラーなしで終わりましたが、LoRA が書き出されていません（${number(numberOf(values, "planned"))} ステップ中 ${number(numberOf(values, "step"))} ステップ）。${saved(values)}`,
    remedy: () => "ログの最後を読み、出力先と名前を確かめてください。",
  },
  finalFileTruncated: {
    title: "LoRA が途中で切れている",
    message: (values) =>
      `LoRA のファイルが ${numberOf(values, "promised") > 0 ? `${number(numberOf(values, "promised"))} バイト中` : ""}${number(numberOf(values, "bytes"))} バイトしかありません。書き込みの途中で中断されました。`,
    remedy: () =>
      "このファイルは使えません。ディスクの空きを確かめ、最後の完全なファイルを使うか、学習し直してください。",
  },
  finalFileGrowing: {
    title: "まだ書き込み中",
    message: () => "LoRA のファイルがまだ大きくなっています。起動役は終わりましたが、学習は続いています。",
    remedy: () => "大きさが変わらなくなるまで待ってから、もう一度見てください。",
  },
  finalNotSafetensors: {
    title: "LoRA ファイルではない",
    message: () => "残されたファイルは safetensors ではありません。",
    remedy: () => "save_model_as を safetensors にして、学習し直してください。",
  },
  wrongSteps: {
    title: "ステップ数が違う",
    message: (values) =>
      `LoRA に記録されたステップ数は ${number(numberOf(values, "steps"))} で、予定の ${number(numberOf(values, "planned"))} と違います。前回の学習のファイルが残っているのかもしれません。`,
    remedy: () => "ファイルの日時を確かめてください。出力名を変えれば、前回のものと混ざりません。",
  },
  endedAfterSaving: {
    title: "保存の後でエラー",
    message: (values) =>
      `LoRA は完全ですが、その後でエラー終了しました${known(values, "ending", (ending) => `（${ending}）`)}。`,
    remedy: () => "ファイルはそのまま使えます。",
  },
  unknown: {
    title: "不明なエラー",
    message: (values) =>
      known(
        values,
        "exception",
        (exception) => `学習が止まりました：${exception}`,
        `理由を示さずに終了しました${known(values, "code", (code) => `（終了コード ${code}）`)}。`,
      ),
    remedy: () => "ログの最後の数行を確かめ、「sd-scripts」と一緒に検索してみてください。",
  },
};
