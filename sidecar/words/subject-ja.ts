import type { SubjectWords } from "./subject-en.js";

export const subjectJa: SubjectWords = {
  mark: "被写体を指定",
  help: "切られては困る部分を囲んでください。矢印キーで移動、Shift+矢印キーで大きさを変えられます。",
  keep: "この範囲にする",
  clear: "指定を消す",
  cancel: "やめる",
  box: ([left = 0, top = 0, right = 0, bottom = 0]) => `範囲：横 ${left}–${right} %、縦 ${top}–${bottom} %`,
  by: { hand: "手で指定", check: "検査で検出" },
  unknown: "不明",
  marked: (total) => `${total}枚の被写体を指定しました。`,
  cleared: (total) => `${total}枚の指定を消しました。`,
};
