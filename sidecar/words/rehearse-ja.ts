import type { RehearseWords } from "./rehearse-en.js";

export const rehearseJa: RehearseWords = {
  button: "全工程のリハーサル",
  about:
    "1〜2分で全工程を体験できます。描き起こした20枚のキャラクター画像をチェック・タグ付け・学習・描き比べします。トレーナーとWebUIは代役で、あなたのファイルには触れません。",
  setting: "リハーサルの内容",
  settings: {
    usual: "記事どおりの学習：画像20枚・7,000ステップ",
    overfitted: "学習しすぎの失敗例：画像1枚・20,000ステップ",
    underfitted: "学習不足の失敗例：画像1枚・5ステップ",
  },
  begins: (folder) => `リハーサル：${folder} に画像を描きます。トレーナーとWebUIは代役です。`,
  goesOn: (folder) => `リハーサル：${folder} の続きから進めます。`,
  drawing: "画像を描いています…",
  diagnosis: {
    good: "学習はうまくいっています。",
    overfitted: "オーバーフィッティング：保存されたどのファイルも、効き始めるとすぐに強すぎます。",
    underfitted: "アンダーフィッティング：どの強度でも、学習させた特徴がほとんど出ません。",
    unclear: "描き比べからは、学習の出来を判断できません。",
  },
  next: (sentence) => `次は：${sentence}`,
  report: (path) => `レポート：${path}`,
};
