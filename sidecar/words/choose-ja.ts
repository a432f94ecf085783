import type { ChooseWords } from "./choose-en.js";

const number = (value: number): string => value.toLocaleString("ja");
const captions = (value: number): string => `キャプション ${number(value)} 件`;
const pictures = (value: number): string => `画像 ${number(value)} 枚`;

export const chooseJa: ChooseWords = {
  kept: (scored, total) =>
    scored === total
      ? "スコアはすべて保存済みです。スライダーに合わせてキャプションが変わります（モデルは動きません）。"
      : `${pictures(total)}のうち ${number(scored)} 枚のスコアを保存済みです。残りはタガーの実行が必要です。`,
  noneKept: "タガーを一度実行するとスコアが保存され、あとはスライダーだけで選び直せます。",
  apply: (changed, created) =>
    [changed > 0 && `${captions(changed)}を変更`, created > 0 && `${number(created)} 件を新規作成`]
      .filter(Boolean)
      .join("、"),
  nothingToApply: "キャプションは選択どおりです。",
  applied: (changed, created) =>
    `${[changed > 0 && `${captions(changed)}を変更`, created > 0 && `${number(created)} 件を作成`].filter(Boolean).join("、")}しました。`,
  leftAlone: (total) => `${captions(total)}はそのままです。`,
  runRest: (rest) => `${pictures(rest)}のスコアだけを取る（キャプションはそのまま）`,
  histogram: (above, total) => `${number(total)} 個中 ${number(above)} 個のスコアがしきい値より上`,
  tags: "フォルダのタグ",
  tagsNote: "そのタグを持つキャプションの数。＋は増加、−は減少",
  searchTags: "タグを探す",
  leaveOut: (tag) => `「${tag}」を書かない`,
  takeBack: (tag) => `「${tag}」をまた書く`,
  leftOut: "書かないタグ",
  newCaption: "選択後のキャプション",
  asBefore: "変更なし",
  added: "追加",
  removed: "削除",
  scores: (model) => `${model} のスコア`,
  notScored: "この画像のスコアはまだありません。",
  showAll: (total) => `スコア ${number(total)} 件をすべて表示`,
  concept: "学習するもの",
  concepts: { character: "キャラクター", outfit: "衣装", style: "画風", object: "物" },
  presets: "プリセット",
  preset: {
    usual: "0.35 / 0.85 – 標準",
    strict: "0.7 – 確実なものだけ",
    outfit: "0.25 – 不確かなものも含む",
    mcut: "MCut – 画像ごとのしきい値",
  },
  savePreset: "プリセットとして保存 …",
  presetName: "プリセットの名前",
  save: "保存",
  deletePreset: (name) => `プリセット「${name}」を削除`,
  groups: { which: "どのタグを書くか", how: "どう書くか", where: "どのファイルに書くか" },
  fields: {
    mcutGeneral: "一般タグに MCut を使う",
    mcutCharacter: "キャラクターに MCut を使う",
    maxTags: "タグ数の上限",
    minShare: "この割合以上の画像にあるタグだけ",
    keep: "しきい値未満でも書くタグ",
    exclude: "書かないタグ",
    patternHint: "smile, *_hair, /^(red|blue) eyes$/",
    dropOverlaps: "「very long hair」があれば「long hair」を省く",
    rating: "レーティング",
    ratings: { none: "書かない", first: "先頭に書く", last: "末尾に書く" },
    copyright: "作品名のしきい値（対応タガーのみ）",
    artist: "作者名のしきい値（対応タガーのみ）",
    addFirst: "先頭に書くタグ",
    addFirstHint: "okara",
    addLast: "末尾に書くタグ",
    alwaysFirst: "見つかったら先頭に置くタグ",
    alwaysFirstHint: "1girl, 1boy",
    replace: "タグの置き換え（1 行に 1 つ）",
    replaceHint: "grey hair => silver hair",
    order: "並び順",
    orders: { confidence: "確信度順", model: "タガーの一覧順", alphabetical: "アルファベット順" },
    charactersFirst: "キャラクターを先頭に",
    splitSeries: "「名前 (作品)」を 2 つのタグに分ける",
    escapeBrackets: "括弧を \\( \\) と書く",
    underscores: "アンダースコアを残す",
    weights: "確信度を書く：(tag:0.93)",
    separator: "タグの区切り",
    captionName: "キャプションのファイル名",
  },
  several: {
    add: "別のタガーも使う",
    remove: (model) => `${model} を外す`,
    weight: "重み",
    join: "組み合わせ方",
    joins: {
      union: "どれか一つが認めたタグ",
      intersection: "すべてが認めたタグ",
      mean: "スコアの平均で選ぶ",
      maximum: "重み付きの最大スコアで選ぶ",
    },
    disagree: (tags) => `タガーの判断が分かれたタグ：${number(tags)} 個`,
    disagreeNote: "一方は採用し、他方はしきい値を大きく下回るもの",
  },
  exportTitle: "一つのファイルに書き出す",
  exportFile: "ファイル（.json、.jsonl、.csv）",
  exportStart: "書き出す",
  exported: (images, file) => `${pictures(images)}を ${file} に書き出しました。`,
  advice: {
    reason: {
      character: "キャラクター：しきい値を高くし、確実なタグだけを書きます。手直しが少なくて済みます。",
      outfit: "衣装：しきい値を低くします。衣装の各部は確信度が上がりにくく、高いと取りこぼすためです。",
      style: "画風：標準のしきい値です。描かれているものをキャプションに書けば、残りが画風として学習されます。",
      object: "物：標準のしきい値です。キャプションには周囲のものを書きます。",
    },
    none: "半数以上の画像に共通し、省いたほうがよいタグは見つかりません。",
    leave: (total) => `${number(total)} 個のタグを省く`,
    on: (images, total) => `${number(total)} 枚中 ${number(images)} 枚`,
    why: {
      looks: "変わらない外見です。省くとトリガーワードがこれを覚えます。",
      clothes:
        "衣装です。省くとトリガーワードの一部になり、残すとプロンプトで着せ替えできます。外見だけを学習させるときは省く人が多いです。",
      style: "画風そのものを表す語です。省くとトリガーワードがこれを覚えます。",
      thing: "物そのものの名前なら省き、周囲のものなら残してください。",
    },
  },
};
