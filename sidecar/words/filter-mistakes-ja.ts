import type { FilterMistakesWords } from "./filter-mistakes-en.js";

export const filterMistakesJa: FilterMistakesWords = {
  expected: {
    field: "項目名",
    colon: "項目名のあとのコロン",
    comparison: "比較（例：score(smile):<0.5）",
    closingQuote: '閉じる "',
    closingSlash: "閉じる /",
    closingBracket: "閉じ括弧 )",
    flag: "閉じる / のあとは i だけ",
    number: ">5、<=75、3..10 のような数",
    lowerFirst: "小さい数を先に",
    yesOrNo: "duplicate:yes か duplicate:no",
    scoredTag: "括弧の中のタグ（例：score(smile):<0.5）",
    text: "探す文字列",
    fewerBrackets: "もっと少ない括弧の重なり",
    shorter: "もっと短いフィルター",
    condition: "タグか条件",
    joining: "AND、OR、または終わり",
  },
  found: { end: "終わり", nothing: "なし", condition: "条件" },
  sentence: (place, expected, found) => `フィルターの ${place} 文字目：必要なもの – ${expected}／実際 – ${found}`,
  example: '例：skirt AND NOT untagged、(tag:"blue hair" OR tags:>20) score(smile):<0.5',
  quoteTag: (tag, fields) => `コロンを含むタグは引用符で囲みます："${tag}"。使える項目名：${fields}`,
};
