import { number, pictures } from "./counts-ja.js";
import type { RenameWords } from "./rename-en.js";

export const renameJa: RenameWords = {
  open: "連番にする…",
  title: "連番のファイル名",
  note: "自然な順番で番号を付けます。キャプションやマスクなど、同じ名前のファイルも一緒に変わります。上書きはせず、元に戻せます。",
  start: "最初の番号",
  digits: "桁数",
  more: (rest) => `… ほか ${number(rest)} 件`,
  nothing: "すべての画像がすでにこの名前です。",
  do: (images, moved) => `${pictures(images)}のファイル ${number(moved)} 件の名前を変更`,
  done: (moved) => `ファイル ${number(moved)} 件の名前を変更しました。`,
};
