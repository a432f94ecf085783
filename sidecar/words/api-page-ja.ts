import type { ApiPageWords } from "./api-page-en.js";

export const apiPageJa: ApiPageWords = {
  call: "各メソッドは POST と JSON オブジェクト 1 つで呼び出します（* は必須）。エラーは次の形で返ります：",
  shapes: "すべての形式はこちらにあります：",
  fields: "各項目の説明は、形式を定めるスキーマと同じ英語のままです。",
  example: "例",
  listOf: (what) => `${what} のリスト`,
  other: "English",
};
