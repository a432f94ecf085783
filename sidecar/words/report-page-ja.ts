import type { ReportPageWords } from "./report-page-en.js";

export const reportPageJa: ReportPageWords = {
  make: "レポートを作る",
  making: "レポートを作成中…",
  again: "作り直す",
  open: "レポートを開く",
  save: "保存する",
  note: "画像、計画、曲線、描き比べ、おすすめを 1 ページにまとめます。フォルダの場所は含みません。",
  size: (bytes) => `${(bytes / 1e6).toLocaleString("ja", { maximumFractionDigits: 1 })} MB`,
};
