import type { ElsewhereWords } from "./elsewhere-en.js";

export const elsewhereJa: ElsewhereWords = {
  folder:
    "このフォルダはほかの場所で変更されました。入力中の内容はそのまま残り、気づかないうちに上書きされることはありません。",
  reload: "今の内容を表示",
};
