import { captions, number, pictures } from "./counts-ja.js";
import { of, type PlanRuleWords } from "./plan-rule-values.js";
import type { planRulesDataEn } from "./plan-rules-data-en.js";

export const planRulesDataJa: Record<keyof typeof planRulesDataEn, PlanRuleWords> = {
  parentNeeded: {
    title: "データセットフォルダ自体が指定されている",
    message: ({ folder }) =>
      `${folder} には画像が直接入っています。学習プログラムは中のサブフォルダしか見ないので、1 枚も見つけられず、正常終了したように見えます。`,
    remedy: ({ parent }) => `一つ上のフォルダを指定してください：${parent}`,
  },
  noFolder: {
    title: "画像フォルダが未指定",
    message: () => "画像フォルダ（Image folder）が選ばれていません。画像が見つからず、エラーも出さずに終わります。",
    remedy: () => "10_okara のようなフォルダが入っているフォルダを選んでください。",
  },
  folderMissing: {
    title: "画像フォルダが見つからない",
    message: ({ folder }) =>
      `${folder} はこのパソコンにありません。学習プログラムはそこで止まらず、その画像を抜きにして進むか、他に画像がなければエラーも出さずに終わります。`,
    remedy: () => "フォルダを選び直してください。",
  },
  noFolderWithRepeats: {
    title: "フォルダ名に繰り返し回数がない",
    message: ({ folders }) =>
      `フォルダ名の先頭が「数字_」になっていません：${folders}。無視されて画像が 0 枚になり、エラーも出さずに終わります。`,
    remedy: () =>
      "10_okara のように［繰り返し回数］_［トリガーワード］にしてください。「学習用に並べる」でもできます。",
  },
  foldersWithoutRepeats: {
    title: "無視されるフォルダ",
    message: ({ folders }) => `${folders}は、名前の先頭に「繰り返し回数_」がないので無視されます。`,
    remedy: () => "学習に使うなら、10_okara のような名前にしてください。",
  },
  noPictures: {
    title: "画像がない",
    message: () => "学習する画像がありません。エラーも出ず、LoRA もできないまま、すぐに終わります。",
    remedy: () => "フォルダに画像（.png、.jpg、.webp、.bmp）を入れてください。",
  },
  emptyFolder: {
    title: "画像のないフォルダ",
    message: ({ folder }) => `${folder} に画像がありません。学習では無視されます。`,
    remedy: () => "画像を入れるか、設定から外してください。",
  },
  folderTwice: {
    title: "同じフォルダが二つ",
    message: ({ folder }) => `${folder} が二重に指定されています。使われるのは最初の一つだけです。`,
    remedy: () => "片方を外してください。重みを増やすなら繰り返し回数を上げます。",
  },
  regularisationMissing: {
    title: "正則化画像が見つからない",
    message: ({ folder }) => `${folder} がありません。学習プログラムは何も言わずに正則化なしで進みます。`,
    remedy: () => "選び直すか、空欄にしてください。",
  },
  unreadablePictures: {
    title: "読めない画像",
    message: (values) =>
      `${pictures(of(values, "pictures"))}（${values.first} など）を読めません。順番が来たところで止まるので、何時間も後かもしれません。`,
    remedy: () => "画像ビューアーで保存し直すか、外してください。",
  },
  captionsUnread: {
    title: "キャプションが一つも使われない",
    message: (values) =>
      `学習プログラムは ${values.suffix} ファイルを探しますが、あるのは.txt ファイル ${number(of(values, "texts"))} 個です。トリガーワードもないので、言葉なしで学習されます。`,
    remedy: () => "Caption file extension（caption_extension）を.txt にしてください。",
  },
  captionsBroken: {
    title: "学習が止まるキャプション",
    message: (values) =>
      `${values.folder} に使えない${captions(of(values, "captions"))}があります。空のファイルや UTF-8 でないファイルがあると学習プログラムが止まります。`,
    remedy: () =>
      "文字を入れるか、空のファイルを消してください。文字コードは「キャプション」の画面で UTF-8 に変換できます。",
  },
  captionSuffix: {
    title: "キャプションが読まれない",
    message: (values) =>
      `学習プログラムは ${values.suffix} ファイルを探し、.txt ファイル ${number(of(values, "texts"))} 個を無視します。どの画像のキャプションも「${values.trigger}」だけになります。`,
    remedy: () =>
      "Caption file extension（caption_extension）を.txt にしてください。記事でも忘れずにと書かれています。",
  },
};
