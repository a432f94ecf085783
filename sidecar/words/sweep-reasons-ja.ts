import { number, pictures } from "./counts-ja.js";
import type { SweepReasonValues, SweepReasonWords } from "./sweep-reasons-en.js";

const of = (values: SweepReasonValues, name: string): number => Number(values[name] ?? 0);
const percent = (values: SweepReasonValues, name: string): string => `${Math.round(of(values, name) * 100)}%`;
const points = (values: SweepReasonValues, name: string): string => {
  const value = Math.round(of(values, name) * 100);
  return `${value > 0 ? "+" : value < 0 ? "−" : "±"}${Math.abs(value)} ポイント`;
};
const at = (values: SweepReasonValues): string => (values.at === undefined ? "" : `強度 ${values.at}:`);

const faults: Readonly<Record<string, string>> = {
  contrast: "コントラストが失われているか、強すぎます",
  saturation: "色が焼けているか、失われています",
  clipped: "広い範囲が真っ黒・真っ白・原色です",
  noise: "ノイズが画面を覆っています",
  edges: "形が溶けているか、砕けています",
  entropy: "階調がつぶれています",
  blocks: "画面がブロック状に崩れています",
};
const fault = (values: SweepReasonValues): string => faults[String(values.by)] ?? "絵が崩れています";
const share = (values: SweepReasonValues): string =>
  `${number(of(values, "of"))} 枚中 ${number(of(values, "cells"))} 枚`;

export const sweepReasonsJa: SweepReasonWords = {
  fewCells: (values) =>
    `同じ LoRA・同じ強度の画像が ${number(of(values, "cells"))} 枚しかありません。${number(of(values, "needed"))} 枚以上必要です。シードを増やしてください。`,
  collapsed: (values) => `${at(values)}${share(values)}が崩れています（${fault(values)}）。`,
  someCollapsed: (values) => `${at(values)}${share(values)}が崩れ始めています（${fault(values)}）。`,
  copies: (values) => `${at(values)}${share(values)}が教師画像とほとんど同じです。`,
  promptLost: (values) =>
    `${at(values)}LoRA なしに比べて、プロンプトに従う度合いが ${percent(values, "loss")} 下がります。`,
  sameEverywhere: (values) => `${at(values)}どのシードでもほとんど同じ絵になります。`,
  nothingToTell: () => "LoRA の効果を LoRA なしの画像と見分ける手がかりがありません。",
  tookHold: (values) =>
    `特徴は教師画像までの ${percent(values, "way")} まで来ています（${percent(values, "low")}〜${percent(values, "high")}）。`,
  firstSigns: (values) =>
    `特徴が出始めています：教師画像までの ${percent(values, "way")}(${percent(values, "low")}〜${percent(values, "high")}）。`,
  noTraits: (values) =>
    `特徴が出ていません：教師画像までの ${percent(values, "way")}(多くても ${percent(values, "high")}）。`,
  wide: (values) =>
    `画像ごとのばらつきが大きく、判断できません：教師画像までの ${percent(values, "low")}〜${percent(values, "high")}。`,
  goodBand: (values) =>
    values.from === values.to ? `強度 ${values.from} が良好です。` : `強度 ${values.from}〜${values.to} が良好です。`,
  noEffect: () => "教師画像に共通する特徴が何も変わりません。",
  undertrained: (values) => `学習不足：強度 ${values.to} でも特徴が出始めるだけです。`,
  overtrained: (values) => `過学習：特徴が安定する前に、強度 ${values.from} から絵が傷みます。`,
  broken: () => "破綻：どの強度でも絵が崩れます。",
  traitsFrom: (values) => `出始める強度：${values.list}。`,
  traitsNever: (values) => `出てこない特徴：${values.list}。`,
  mostTraits: (values) =>
    `特徴は教師画像までの ${percent(values, "way")} まで来ています（${percent(values, "low")}〜${percent(values, "high")}）。`,
  promptKept: (values) => `プロンプトの残りの部分：LoRA なしに比べて ${points(values, "change")}。`,
  varied: (values) => `シードごとの多様さ：LoRA なしに比べて ${points(values, "change")}。`,
  plateau: () => "隣の強度も良好で、崩れるものもないので、多少ずれても大丈夫です。",
  peak: () => "隣の強度が崩れるか、良好なものがありません。この値から離れないでください。",
  voted: (values) => `あなたの投票：少なくとも ${percent(values, "share")} が好評です（95% の確かさ）。`,
  lowerIsEnough: () => "もっと強くしても特徴はほとんど増えません。控えめなほうで十分です。",
  noCells: () => "LoRA を使った画像がまだ描かれていないか、評価されていません。",
  noControl: () => "LoRA なしの画像がありません。すべての比較の基準なので、描いてください。",
  noTraining: () => "教師画像が分かりません。比較のため、フォルダを指定してください。",
  noTraitsFound: () =>
    "ベースモデルだけでは出ない特徴を、タガーが教師画像から見つけられません。もっと語彙の多いタガーを選ぶか、目で見て投票してください。",
  allNamed: (values) =>
    `${number(of(values, "traits"))} 個の特徴がすべてプロンプトに書かれているので、LoRA の効果の証明になりません。髪や目の色などを書かないプロンプトも用意してください。`,
  noTrigger: () => "トリガーワードの入ったプロンプトがありません。入れたものを描いてください。",
  overlap: (values) =>
    `1 つの強度につき ${pictures(of(values, "cells"))}では偶然と区別できません。シードかプロンプトを増やして ${number(of(values, "needed"))} 枚ほど描いてください。`,
  allNoEffect: () =>
    "どのチェックポイントも、どの強度でも特徴が出ません。もっと長く学習するか、ベースモデルが合っているか確かめてください。",
  allWeak: (values) =>
    `強度 ${values.to} まで、特徴は出始めるだけです。もっと高い強度を描くか、もっと長く学習してください。`,
  allStrong: (values) =>
    `特徴が安定する前に絵が傷みます。強度 ${values.from} より低い値と、もっと早いチェックポイントを描いてください。`,
  strongFromTheStart: (values) =>
    `強度 ${values.from} でも、特徴が安定する前に絵が傷みます。これより弱い強度では使えません。もっと早いチェックポイントを描くか、ステップ数を減らして学習してください。`,
  captionsCarryIt: (values) =>
    `この特徴が見える ${pictures(of(values, "pictures"))}のうち ${number(of(values, "captions"))} 枚のキャプションに書かれているため、トリガーではなくその言葉が特徴を担っています。`,
  fewPictures: (values) => `${number(of(values, "of"))} 枚中 ${number(of(values, "pictures"))} 枚にしか見えません。`,
  learnsLate: () => "画像とキャプションに問題は見当たりません。ステップを増やすと出るかもしれません。",
  moreSteps: (values) => `${number(of(values, "steps"))} ステップでは特徴がまだ出ていません。`,
  fewerSteps: (values) => `${number(of(values, "steps"))} ステップですでに過学習でした。`,
  stopEarlier: (values) =>
    `${number(of(values, "good"))} ステップでは良好、${number(of(values, "bad"))} ステップでは過学習でした。`,
  needsStrength: (values) => `強度 ${values.strength} が必要です。もう少し学習すれば 1 で足ります。`,
  pruneTag: (values) => `キャプションから「${values.tag}」を取り除くと、トリガーがそれを覚えます。`,
  moreRepeats: (values) =>
    `「${values.tag}」が見える ${pictures(of(values, "pictures"))}を、もっと多く見せてください。`,
  repeatsRaised: (values) =>
    `「${values.folder}」の ${pictures(of(values, "of"))}のうち ${number(of(values, "pictures"))} 枚に「${values.tag}」があります。1 エポックの繰り返しを ${values.from} 回から ${values.to} 回にします。`,
  repeatsInName: (values) =>
    `「${values.folder}」の ${pictures(of(values, "of"))}のうち ${number(of(values, "pictures"))} 枚に「${values.tag}」があります。繰り返し数はフォルダ名で決まるので、先頭の ${values.from}_ を ${values.to}_ に変えてください。`,
  repeatsShared: (values) =>
    `「${values.tag}」が見える ${pictures(of(values, "pictures"))}は、ほかの画像と同じフォルダにあり、繰り返し数も同じです。もっと多く見せるには、専用のフォルダに分けてください。`,
  pruneCommand: (values) =>
    `キャプションはこの計画では変わりません。タグを外すには：captions remove "${values.folder}" --tags "${values.tags}" --recursive`,
};
