import type { TrainingMachinesWords } from "./training-machines-en.js";

export const trainingMachinesJa: TrainingMachinesWords = {
  title: "マシン",
  here: "このマシン",
  any: "他のどれか",
  machine: (id, card, ready) =>
    `${id}${card === null ? "" : `（${card}）`}${ready ? "" : "（今は作業を受け付けません）"}`,
  hint: "画像・キャプション・モデルは内容で照合して送られ、ログ・サンプル・LoRA ファイルは書き出されるたびに戻ってきます。",
  on: (machine, wanted) => {
    if (machine !== null) return `${machine} で実行`;
    return wanted === "any" ? "マシンを待機中" : `${wanted} を待機中`;
  },
};
