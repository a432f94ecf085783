import { captions, number, pictures } from "./counts-ja.js";
import type { TransferWords } from "./transfer-en.js";

const files = (total: number): string => `${number(total)}ファイル`;

export const transferJa: TransferWords = {
  open: "追加・書き出し…",
  title: "画像の追加とセットの書き出し",
  note: "画像・キャプション・ZIP は、画像一覧にドロップしても追加できます。上書きはしません。履歴から元に戻せます。",
  drop: "画像・キャプション・ZIP をドロップすると追加します",
  choose: "ファイルを選ぶ…",
  sending: (done, total) => `送信中 ${number(done)}/${files(total)}…`,
  willCome: (total) => `${files(total)}が追加されます`,
  nothing: "画像・キャプション・ZIP がありません。",
  add: (total) => `${files(total)}を追加`,
  added: (total) => `${files(total)}を追加しました。`,
  wouldAdd: (total) => `${files(total)}が追加されます。`,
  taken: (name, place) => `${name}は名前が使われているので、${place}になります`,
  leftOut: {
    unknown: "対象外：画像・キャプション・ZIP ではありません",
    refused: "対象外：フォルダの外を指す名前です",
    encrypted: "対象外：暗号化されています",
  },
  video: "動画のフレーム",
  videoFile: "動画のパス",
  every: "フレームの間隔（秒）",
  most: "最大フレーム数",
  takeFrames: "フレームを取り出す",
  frames: (total) => `${number(total)}フレームを追加しました。`,
  exportTitle: "ZIP に書き出す",
  exportTo: "ZIP のパス",
  export: (total) => `${pictures(total)}を書き出す`,
  exported: (total, texts, file) => `${pictures(total)}と${captions(texts)}を${file}に書き出しました。`,
};
