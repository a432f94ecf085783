import { number } from "./counts-ja.js";
import type { LineageReasonValues, LineageReasonWords } from "./lineage-reasons-en.js";

const of = (values: LineageReasonValues, name: string): number => Number(values[name] ?? 0);
const points = (values: LineageReasonValues, name: string): string => {
  const value = Math.round(of(values, name) * 100);
  return `${value > 0 ? "+" : value < 0 ? "−" : "±"}${Math.abs(value)}`;
};
const side = (values: LineageReasonValues): string => (values.side === 1 ? "1 つめ" : "2 つめ");

export const lineageReasonsJa: LineageReasonWords = {
  moreTraits: (values) =>
    `${side(values)}のほうが特徴がよく出ています。差（2 つめ − 1 つめ）は ${points(values, "mean")} ポイント（${points(values, "low")}〜${points(values, "high")}、プロンプトとシード ${number(of(values, "pairs"))} 組）。`,
  notApart: (values) =>
    `どちらのほうがよく出ているとも言えません。差（2 つめ − 1 つめ）は ${points(values, "mean")} ポイントですが、${points(values, "low")}〜${points(values, "high")} のどこでもありえます（プロンプトとシード ${number(of(values, "pairs"))} 組）。`,
  fewPairs: (values) =>
    `判断するには足りません。両方の採点がそろったプロンプトとシードは ${number(of(values, "pairs"))} 組で、${number(of(values, "needed"))} 組以上必要です。`,
  nothingToCompareBy: () =>
    "判断できません。教師画像や、トリガーワードの入ったプロンプトがなく、特徴を見分ける手がかりがありません。",
  followsPrompt: (values) =>
    `${side(values)}のほうが、プロンプトの残りの部分によく従います（${Math.round(of(values, "change") * 100)} ポイント）。`,
  fallsApart: (values) => `${side(values)}の画像のうち ${number(of(values, "pictures"))} 枚が崩れています。`,
  otherTaggers: () => "別々のタガーで採点されているため、数値を比べられません。同じタガーで両方を採点してください。",
  notScored: (values) => `画像がまだ採点されていません。描き比べ ${values.sweeps} を採点してください。`,
  noneDrawn: () => "どちらもまだ描かれていません。",
  oneDrawn: (values) => `${side(values)}はまだ描かれていません。`,
  noneTogether: () =>
    "どちらも描かれていますが、プロンプト・シード・強度・設定がそろった画像がありません。違いがそのせいかもしれません。",
  fewTogether: (values) =>
    `同じ条件で描かれたプロンプトとシードは ${number(of(values, "pairs"))} 組だけです。${number(of(values, "needed"))} 組以上必要です。`,
  newName: (values) => `「${values.name}」のファイルを上書きしないよう、別の名前で保存します。`,
  knowsParent: (values) =>
    `新しい学習とそのファイルに、「${values.name}」のバージョン ${values.version} だと記録されます。`,
};
