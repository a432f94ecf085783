import type { PlanExchangeWords } from "./plan-exchange-en.js";

export const planExchangeJa: PlanExchangeWords = {
  flagStays: "Kohya's GUI が自動で設定し、取り消す書き方がありません。",
  valueStays: "学習プログラムには値を渡さないはずのところに、Kohya's GUI が値を入れます。",
  quoting: "Kohya's GUI は追加パラメーターを区切って引用符を付けるため、この値はそのままでは届きません。",
  looksLikeOption: "「--」で始まる値は、Kohya's GUI から渡すと別のオプションとして読まれます。",
  datasetFile:
    "この構成は Kohya's GUI ではデータセットファイルでしか渡せません。データセット TOML も書き出して指定してください。",
  picturesUnknown: "画像がこのパソコンにないため、Kohya's GUI が計算するステップ数がわかりません。",
  launch: "accelerate のこのオプションに当たる欄が Kohya's GUI にありません。",
};
