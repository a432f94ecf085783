import type { BucketsWords } from "./buckets-en.js";
import { number, pictures } from "./counts-ja.js";

export const bucketsJa: BucketsWords = {
  open: "学習時の切り取り…",
  title: "学習プログラムに見える範囲",
  note: "学習プログラムは画像を縮小・拡大し、バケットからはみ出す部分を切り落とします。実際と同じバケット・バッチ・切り取り位置です。",
  width: "幅",
  height: "高さ",
  batchSize: "バッチサイズ",
  upscale: "小さい画像を拡大する",
  buckets: "バケットを使う",
  sum: (total, batches) => `バケット ${number(total)} 個、1 エポック ${number(batches)} バッチ`,
  row: (showings, batches) => `${number(showings)} 回表示、${number(batches)} バッチ`,
  shortBatch: "1 バッチに足りません",
  mostCut: "多く切り落とされる画像",
  nothingCut: "切り落とされる部分はありません。",
  lost: (percent) => `${number(percent)} % を切り落とし`,
  headCut: "頭が切れます",
  subjectCut: "被写体が切れます",
  subjectSum: (total) => `${pictures(total)}で被写体まで切れます。自分で切り抜くか、別の形にしてください`,
  subjectUnknown: "被写体の位置がわかるのは、確認済みで背景が無地の画像だけです。ほかの画像では手で指定してください。",
  enlarged: "拡大",
  enlargedSum: (total) => `${pictures(total)}が拡大され、ぼやけます`,
};
