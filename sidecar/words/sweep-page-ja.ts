import { number } from "./counts-ja.js";
import type { sweepPageEn } from "./sweep-page-en.js";

/** Sentences of the Sweep room around its grid. */
export const sweepPageJa: typeof sweepPageEn = {
  nothingYet: "まだ描いていません",
  roomCells: (done, total) => `${number(total)} マス中 ${number(done)} マス`,
  invite:
    "どの保存ファイルを、どの強さで使うか。すべて描き比べ、LoRA が本当に効いた画像かを確かめ、いちばん良いものを示します。",
};
