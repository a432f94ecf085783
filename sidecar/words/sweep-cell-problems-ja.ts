import type { SweepProblemWords } from "./sweep-problem-values.js";

const told = (message: string, remedy: string): SweepProblemWords => ({
  message: ({ detail }) => (detail === undefined ? message : `${message}（${detail}）`),
  remedy: () => remedy,
});

const again = "2 回描きましたが同じでした。1 枚を見て確かめてから、描き直してください。";

/** What can be wrong with a drawn cell, by the code of the proof. */
export const sweepCellProblemsJa: Readonly<Record<string, SweepProblemWords>> = {
  missingLora: told(
    "LoRA なしで描かれました。WebUI が LoRA を読み込んでいません。",
    "理由は WebUI のコンソールに出ています。別の種類のベースモデル用の LoRA であることが多いです。直してから描き直してください。",
  ),
  wrongHash: told(
    "ファイルと違う重みで描かれました。WebUI の記録のハッシュが違います。",
    "同じ名前の別のファイルが LoRA フォルダにありませんか。取り除いてから描き直してください。",
  ),
  staleLora: told("この描き比べの別の保存ファイルで描かれました。", "WebUI を再起動してから描き直してください。"),
  loraInControl: told(
    "LoRA なしのはずの画像に、この描き比べの LoRA が入っています。",
    "WebUI か拡張機能が、すべてのプロンプトに LoRA を加えていませんか。止めてください。",
  ),
  sameAsControl: told(
    "LoRA を使ったと記録されているのに、LoRA なしと同じ画像です。",
    "別の種類のベースモデル用の LoRA か、何も学習していない LoRA です。",
  ),
  sameAsStrength: told(
    "別の強度と同じ画像です。",
    "WebUI が前の LoRA を使い続けています。再起動してから描き直してください。",
  ),
  interrupted: told("WebUI で中断され、描きかけです。", "描き直してください。"),
  blank: told(
    "一色だけの画像です。モデルが数値を出していません。",
    "この強度ではモデルが壊れます。どの強度でも同じなら、--no-half-vae か別の VAE を試してください。",
  ),
  noInfotext: told(
    "どう描いたかを示す生成情報がありません。",
    "WebUI の設定（画像の保存）で、生成情報を画像に書き込むようにしてください。",
  ),
  wrongSize: told("頼んだ大きさと違います。", again),
  wrongSeed: told("頼んだシードと違います。", again),
  wrongModel: told(
    "頼んだベースモデルと違うもので描かれました。",
    "WebUI にそのモデルがありますか。ないと、何も言わずに別のモデルで描きます。",
  ),
  notProvable: told(
    "確認できません。この WebUI は LoRA のハッシュを記録しません。LoRA なしとは違う画像なので、何かの LoRA は使われています。",
    "WebUI の設定（Extra Networks）で、LoRA のハッシュを生成情報に加えるようにしてください。",
  ),
  skippedInWebui: told("WebUI でスキップされたので、描いていません。", "必要なら描き直してください。"),
  offline: told(
    "描いている間に、そのつど WebUI との接続が切れました。",
    "WebUI のコンソールを確かめてから描き直してください。",
  ),
  webuiFailed: told(
    "WebUI が描けませんでした。",
    "詳しくは WebUI のコンソールに出ています。そのあと描き直してください。",
  ),
  unreadableImage: told("WebUI から届いたものが画像として読めません。", again),
};
