import { number, pictures } from "./counts-ja.js";
import type { SweepPruneWords } from "./sweep-prune-en.js";

const megabytes = (bytes: number): string =>
  `${(bytes / 1e6).toLocaleString("ja", { maximumFractionDigits: bytes < 1e7 ? 1 : 0 })} MB`;

export const sweepPruneJa: SweepPruneWords = {
  look: "画像を片付ける…",
  nothing: "どの画像も使われているか、30 日以内のものです。",
  found: (value, bytes) =>
    `30 日より古く、どの描き比べにも使われない画像が ${number(value)} 枚あります（${megabytes(bytes)}）。`,
  group: (name, value, bytes) =>
    `${name === null ? "どの描き比べにもなくなった設定" : `削除した「${name}」`}：${pictures(value)}、${megabytes(bytes)}`,
  putAside: (value) => `${pictures(value)}を片付ける`,
  held: "片付けた画像",
  heldUntil: (value, bytes, until) => `${pictures(value)}、${megabytes(bytes)}（${until} 以降の片付けで削除）`,
  bringBack: "元に戻す",
};
