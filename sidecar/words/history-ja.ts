import { captions, number } from "./counts-ja.js";
import type { HistoryWords } from "./history-en.js";

/** Steps that are taken back and done again. */
export const historyJa: HistoryWords = {
  undo: (name, changed) => `「${name}」を元に戻す（${changed}）`,
  redo: (name, changed) => `「${name}」をやり直す（${changed}）`,
  undone: (name, changed) => `「${name}」を取り消し、${changed}を元に戻しました。`,
  redone: (name, changed) => `「${name}」をやり直し、${changed}を書きました。`,
  returned: (name, changed) => `この状態に戻しました：${name || "変更なし"}（${changed}）`,
  goBackTo: "この状態に移る",
  stateName: "今のキャプションの状態に付ける名前",
  nameState: "復元ポイントを作成",
  changed: (files, moved) => (moved > 0 ? `ファイル ${number(files)} 件` : captions(files)),
  undoThis: "元に戻す",
  redoThis: "やり直す",
  undoWith: (later) => `元に戻す（後の ${number(later)} 件も一緒に）`,
  leftAlone: (files) => `他のプログラムが変更した${captions(files)}はそのまま残しました`,
  stepNames: { "Tag pictures": "タグ付け", "Choose tags": "タグの選び直し", "Export tags": "書き出し" },
};
