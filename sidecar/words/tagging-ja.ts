import { captions, number, pictures, size } from "./counts-ja.js";
import type { taggingEn } from "./tagging-en.js";

/** Sentences of the tagging room's own. */
export const taggingJa: typeof taggingEn = {
  needFolder: "先にフォルダを開いてください。その画像にここでタグを付けます。",
  model: "タガー",
  builtIn: "内蔵の小さなタガー",
  builtInNote:
    "内蔵タガーは色・明るさ・形とリハーサルの絵だけを見ます。ほかに何が描かれているかは分かりません。本格的なタグ付けには WD タガーを選んでください。",
  here: "このパソコンにあるもの",
  toDownload: "ダウンロードできるもの",
  download: (bytes) => (bytes === undefined ? "ダウンロード" : `ダウンロード（${size(bytes)}）`),
  downloadFirst: "まだこのパソコンにありません。ダウンロードしたものは、ほかのソフトとも共有されます。",
  otherModel: "フォルダにある WD タガー",
  modelFolder: "model.onnx と selected_tags.csv のあるフォルダ",
  general: "一般タグのしきい値",
  character: "キャラクターのしきい値",
  existing: "既存のキャプション",
  modes: {
    skip: "そのまま残す",
    "only-empty": "残す（空のものだけ書く）",
    overwrite: "置き換える",
    append: "末尾に新しいタグを足す",
    prepend: "先頭に新しいタグを足す",
  },
  output: "キャプションの出力先",
  outputHint: "画像と同じ場所",
  more: "その他の設定",
  nothing: "すべての画像にキャプションがあるため、タグ付けするものはありません。",
  start: (total) => `${pictures(total)}にタグを付ける`,
  startReplace: (replaced, added) =>
    added === 0
      ? `${captions(replaced)}を置き換える`
      : `${captions(replaced)}を置き換え、${number(added)} 件を新規作成`,
  startExtend: (changed, added) =>
    added === 0
      ? `${captions(changed)}にタグを足す`
      : `${captions(changed)}にタグを足し、${number(added)} 件を新規作成`,
  undoable: "元に戻せます。",
  result: (written, skipped, failed) =>
    [
      `${number(written)} 枚にタグ付け`,
      skipped > 0 && `${number(skipped)} 枚はそのまま`,
      failed > 0 && `${number(failed)} 枚は失敗`,
    ]
      .filter(Boolean)
      .join("、"),
  failures: "タグ付けできなかった画像",
  rating: "レーティング",
  ratingNotes: {
    general: "全年齢",
    safe: "全年齢",
    sensitive: "やや刺激あり",
    questionable: "きわどい",
    explicit: "成人向け",
  },
};
