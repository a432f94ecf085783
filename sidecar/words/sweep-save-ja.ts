import { number } from "./counts-ja.js";
import type { sweepSaveEn } from "./sweep-save-en.js";

const fixed = (value: number, digits: number): string =>
  value.toLocaleString("ja", { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** Sentences of the export. */
export const sweepSaveJa: typeof sweepSaveEn = {
  exportTitle: "画像の書き出し",
  kind: "種類",
  kinds: {
    sheet: "1 枚のシート（いまのグリッドのまま）",
    sheets: "ほかの軸の値ごとに 1 枚のシート",
    page: "ブラウザで開けるページ",
    "deep-zoom": "ブラウザで開けるディープズーム",
    animation: "アニメーション画像",
    "cells-csv": "マスの表（CSV）",
    "cells-json": "マスの表（JSON）",
  },
  kindMeans: {
    sheet: "グリッドと同じ軸・非表示設定のラベル付き画像。生成情報も入ります。",
    sheets: "縦横に使っていない軸の値ごとに、ラベル付き画像を 1 枚ずつフォルダに入れます。",
    page: "このプログラムもネットワークもなしで動くフォルダ：軸、矢印キー、生成情報。",
    "deep-zoom": "巨大なシートを滑らかに拡大できるフォルダ。",
    animation: "1 つの軸の値を同じ位置で順に見せる WebP。",
    "cells-csv": "マスごとに 1 行：値、証明、点数、生成情報。",
    "cells-json": "マスごとに 1 項目：値、証明、点数、生成情報。",
  },
  cellWidth: "マスの幅",
  margin: "余白",
  format: "形式",
  formats: { auto: "大きさに合わせる", png: "PNG", webp: "WebP", jpeg: "JPEG" },
  legend: "ラベル",
  showProblems: "問題のあるマスと未生成のマスを示す",
  along: "軸",
  secondsPerFrame: "1 枚の秒数",
  folder: "保存先フォルダ",
  fileName: "名前",
  folderName: "新しいフォルダの名前",
  sheetPreview: "シートの縮小表示",
  sheetFacts: (width, height, cells, format) => `${width} × ${height} ピクセル・${number(cells)} マス・${format}`,
  willSave: (files) => `書き出すファイル：${number(files)} 個`,
  saved: (files) => `書き出しました：${number(files)} 個`,
  megabytes: (bytes) => `${fixed(bytes / 1e6, bytes < 1e7 ? 1 : 0)} MB`,
  andMore: (value) => `ほか ${number(value)} 個`,
  saving: "書き出し中…",
  save: (kind, files, megapixels, format) => {
    const size = megapixels > 0 ? `（${fixed(megapixels, megapixels < 10 ? 1 : 0)} MP ${format}）` : "";
    if (kind === "sheet" || kind === "sheets") return `シート ${number(files)} 枚を保存${size}`;
    return `ファイル ${number(files)} 個を保存`;
  },
};
