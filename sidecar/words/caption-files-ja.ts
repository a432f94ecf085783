import type { CaptionFilesWords } from "./caption-files-en.js";
import { captions, number, pictures } from "./counts-ja.js";

export const captionFilesJa: CaptionFilesWords = {
  filesButton: "ファイル…",
  filesTitle: "キャプションと画像のファイル",
  saving: "ファイルに書き込むとき",
  savedAtOnce: "変更するたびに、すぐ書き込む",
  savedWhenAsked: "保存したとき（Ctrl+S）。それまでは本体が保管",
  inAndOut: "読み込みと書き出し",
  formats: "拡張子で決まります：.json（kohya のメタデータ）、.jsonl、.csv、.zip（画像ごとのテキスト）",
  file: "ファイル",
  export: (total) => `${captions(total)}を書き出す`,
  import: "ここからキャプションを読み込む",
  imported: (changed, matched) => `ファイル内の${pictures(matched)}のうち、${captions(changed)}を変更しました。`,
  exported: (total, file) => `${captions(total)}を ${file} に書き出しました。`,
  movePictures: "画像（キャプション、マスクなど同じ名前のファイルも一緒に）",
  moveNote: "選択した画像、なければ表示中のすべて。上書きはせず、どの操作も元に戻せます。",
  toFolder: "移動先のフォルダ",
  move: (total) => `${pictures(total)}を移動`,
  copy: (total) => `${pictures(total)}をコピー`,
  delete: (total) => `${pictures(total)}を削除`,
  moved: (files) => `ファイル ${number(files)} 件を移動しました。`,
  inTrash: (files) => `ゴミ箱にファイル ${number(files)} 件`,
  restore: "復元する",
  restored: (files) => `ファイル ${number(files)} 件を復元しました。`,
};
