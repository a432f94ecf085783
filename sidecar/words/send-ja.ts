import type { SendWords } from "./send-en.js";

export const sendJa: SendWords = {
  to: "送る",
  tabs: { txt2img: "txt2img", img2img: "img2img", pnginfo: "PNG内の情報を表示" },
  sendTo: (tab) => `${tab} に送る`,
  copy: "生成情報をコピー",
  copied: "コピーしました",
  copyHint: "お使いの WebUI の txt2img のプロンプト欄に貼り付けて ↙ を押すと、各欄に設定が入ります。",
  noPicture: "WebUI のタブは文字を受け取りましたが、画像は受け取りませんでした。",
  known: (name) => `WebUI の LoRA「${name}」を使います。`,
  placed: (name) => `描き比べに使ったファイルを WebUI のフォルダーに置き直しました：<lora:${name}:…>`,
  missing: (name) => `WebUI に LoRA「${name}」がありません。先にこのチェックポイントを WebUI に入れてください。`,
  noLora: "このチェックポイントは WebUI の LoRA フォルダーにありません。このままでは別の絵になります。",
  rehearsal: "リハーサルの絵です。どのモデルでも描き直せません。",

  fromWebui: "WebUI から届いた画像",
  noneShown: "WebUI のその場所に画像がありません。生成するか選ぶかして、もう一度送ってください。",
  reading: "生成情報を読んでいます…",
  noSettings: "画像に生成情報がないので、その設定で描き比べを始めることはできません。",
  unknownLoras: (names) => `WebUI に ${names} のファイルがないので、除きます。`,
  unknownCheckpoint: (name) => `WebUI にモデル「${name}」がないので、今のモデルを使います。`,
  sweep: "この設定で描き比べを計画する",
  tag: "タグを調べる",
  add: (folder) => `「${folder}」に加える`,
  noFolder: "データセットに加えるには、先にそのフォルダーを開いてください。",
  close: "閉じる",

  takeBack: "取り消す",
  takenBack: (name) => `${name} を WebUI のフォルダーから取り除きました。`,
  keptYours: (files) => `取り消しました。ただし、そのあと変更されたものは残しました：${files}`,
};
