import type { sweepPlanProblemsEn } from "./sweep-plan-problems-en.js";
import { bytesOf, type SweepProblemValues, type SweepProblemWords } from "./sweep-problem-values.js";

const hours = (seconds: string | number | undefined): string => (Number(seconds ?? 0) / 3600).toFixed(1);

const at = ({ axis, piece }: SweepProblemValues): string => (piece === "" ? `${axis}` : `${axis}の「${piece}」`);

const values = (message: (values: SweepProblemValues) => string, remedy: string): SweepProblemWords => ({
  message,
  remedy: () => remedy,
});

/** Sentences about what a planned sweep lacks. */
export const sweepPlanProblemsJa: Record<keyof typeof sweepPlanProblemsEn, SweepProblemWords> = {
  loraMissing: values(
    ({ path }) => `ファイル ${path} がありません。`,
    "ファイルを選び直してください。移動されたのかもしれません。",
  ),
  loraGrowing: values(
    ({ path, bytes }) => `${path} はまだ書き込み中です（現在 ${bytesOf(bytes)}）。`,
    "学習の保存が終わるまで待ってください。",
  ),
  loraCut: values(
    ({ path, bytes, promised }) =>
      `${path} は途中で切れています。${bytes} バイトしかなく、ヘッダーでは ${promised} バイトのはずです。`,
    "中断された学習やダウンロードのファイルは使えません。保存し直してください。",
  ),
  loraNotSafetensors: values(
    ({ path }) => `${path} は safetensors ファイルではありません。`,
    "描き比べで使えるのは.safetensors だけです。他の形式はプログラムを実行するおそれがあります。",
  ),
  notANumber: values(
    (all) => `${at(all)}は数値として読めません。`,
    "0.5、0.25, 0.5、0.25-1.0(+0.25) のように書いてください。",
  ),
  notWhole: values((all) => `${at(all)}は整数でなければなりません。`, "1-5、20, 24、1-10 [5] のように書いてください。"),
  outOfRange: {
    message: (all) => `${at(all)}は範囲（${all.minimum ?? ""}～${all.maximum ?? ""}）の外です。`,
    remedy: () => "範囲内の値にしてください。",
  },
  stepIsZero: values((all) => `${at(all)}の間隔が 0 です。`, "(+0.25) のように間隔を書いてください。"),
  countIsZero: values((all) => `${at(all)}の個数が 0 です。`, "[5] のように個数を書いてください。"),
  nothingToFill: values(
    (all) => `${at(all)}の前後に続ける値がありません。`,
    "最初の 2 つと最後を 0.1, 0.2, .., 1.0 のように書いてください。",
  ),
  tooManyValues: values(
    (all) => `${at(all)}は ${all.maximum ?? 1000} 個を超えます。`,
    "間隔を広げるか、0-1 [5] のように個数を書いてください。",
  ),
  notASize: values(
    (all) => `${at(all)}はサイズとして読めません。`,
    "512x768 のように幅と高さをピクセルで書いてください。",
  ),
  sizeStep: values(
    (all) => `${at(all)}：WebUI は 8 の倍数で描くため、端が切られます。`,
    "8 の倍数、できれば 64 の倍数にしてください。",
  ),
  notYesOrNo: values(
    (all) => `${at(all)}は True でも False でもありません。`,
    "True、False、または両方を書いてください。",
  ),
  replaceNeedsValue: values(
    (all) => `${at(all)}に置き換える言葉がありません。`,
    "最初に元の言葉を書きます：元の言葉, 別の言葉, もう一つ",
  ),
  tooManyToOrder: values(
    (all) => `${at(all)}は ${all.maximum} 個を超え、並べ方が多すぎます。`,
    "5 個までにしてください。",
  ),
  orderNeedsParts: values(
    (all) => `${at(all)}：1 個では順番がありません。`,
    "プロンプトの部分を 2～5 個書いてください。",
  ),
  noValues: values(({ axis }) => `${axis}に値がありません。`, "値を 1 つ以上書くか、この軸を外してください。"),
  unknownAxis: values(({ axis }) => `「${axis}」という軸はありません。`, "一覧から選んでください。"),
  axisTwice: values(({ axis }) => `${axis}が 2 回あります。`, "値を 1 つの一覧にまとめてください。"),
  unknownName: {
    message: ({ axis, value }) => `WebUI に${axis}「${value}」がありません。`,
    remedy: ({ choices }) => (choices === "" ? "WebUI で名前を確かめてください。" : `使えるもの：${choices}`),
  },
  wrongFamily: values(
    ({ lora, loraFamily, checkpoint, checkpointFamily }) =>
      `${lora} は ${loraFamily} 用ですが、${checkpoint} は ${checkpointFamily} です。LoRA なしと同じ画像になります。`,
    "同じ種類のベースモデルを選んでください。",
  ),
  familyNotKnown: values(
    ({ checkpoint }) =>
      `${checkpoint} の種類が分かりません（ファイルをここから読めません）。LoRA が合うかどうかは確かめていません。`,
    "最初の画像を見てください。合わない LoRA は、なしと同じ画像になり、誤りとして印が付きます。",
  ),
  noWebui: values(
    ({ error }) => `描画できる WebUI がありません。${error}`,
    "WebUI のタブとして開くか、アドレスで接続するか、代役でリハーサルしてください。",
  ),
  noCheckpoint: values(() => "WebUI にモデルが読み込まれていません。", "ベースモデルを選んでください。"),
  noStrength: values(
    () => "0 以外の強度がないので、LoRA なしの画像しか描かれません。",
    "0.25-1.0(+0.25) のように強度を書いてください。",
  ),
  nothingToDraw: values(() => "すべてのマスに SKIP が付いています。", "いくつかの値から SKIP:を外してください。"),
  tooManyCells: values(
    ({ cells, maximum }) => `マスが ${cells} 個あり、上限の ${maximum} 個を超えます。`,
    "値を減らしてください。",
  ),
  varySeedsCompared: values(
    ({ axis }) =>
      `${axis}に沿ってシードを変えることはできません。強度どうし、また LoRA なしと比べるには同じシードが必要です。`,
    "プロンプトなど別の軸に沿って変えてください。",
  ),
  varySeedsUnknown: values(
    ({ axis }) => `シードを変える軸「${axis}」はこの描き比べにありません。`,
    "ある軸を選んでください。",
  ),
  needleMissing: values(
    ({ needle }) => `置き換える「${needle}」がどのプロンプトにもなく、すべて同じ画像になります。`,
    "プロンプトにその言葉を入れるか、最初の値を変えてください。",
  ),
  needleMissingSome: values(
    ({ needle, prompts }) => `プロンプト ${prompts} 件に「${needle}」がなく、そこでは値を変えても同じです。`,
    "それらのプロンプトにも言葉を入れてください。",
  ),
  diskFull: values(
    ({ bytes, free }) => `画像に約 ${bytesOf(bytes)} 必要ですが、空きは ${bytesOf(free)} です。`,
    "空きを増やすか、枚数を減らしてください。",
  ),
  rehearsalLora: values(
    ({ lora }) => `${lora} は代役の学習プログラムが作ったものです。本物の WebUI ではほとんど効きません。`,
    "学習したファイルを選ぶか、描き比べもリハーサルにしてください。",
  ),
  sameContent: values(
    ({ first, second }) => `${second} は ${first} と同じ内容なので、描くのは 1 回です。`,
    "このままで構いません。",
  ),
  sameWeights: values(
    ({ first, second }) => `${second} の重みは ${first} と同じなので、同じ画像になります。`,
    "どちらかを外してください。",
  ),
  triggerMissing: values(
    ({ trigger }) => `どのプロンプトにもトリガーワード「${trigger}」がなく、呼ばなくても出るものしか見られません。`,
    "プロンプトに入れてください。",
  ),
  promptNamesTraits: values(
    ({ tags }) =>
      `プロンプトに ${tags} が書かれています。プロンプトで指定したものは LoRA の証拠にならないので数えません。`,
    "髪や目の色は書かず、トリガーワードだけで出るか確かめてください。",
  ),
  fewSeeds: values(
    () => "シードが 1 つだけでは、LoRA の効果か偶然か区別できません。",
    "判定には 3 つ以上のシードを使ってください。",
  ),
  noTrigger: values(
    () => "LoRA を呼ぶ言葉がわかりません。",
    "トリガーワードを書いてください。それがないプロンプトで、呼ばなくても出るものがわかります。",
  ),
  denoisingWithoutHires: values(
    () => "Denoising は高解像度補助がないと意味がなく、同じ画像になります。",
    "Hires scale の軸を足すか、Denoising を外してください。",
  ),
  otherLora: values(
    ({ name }) => `プロンプトに LoRA「${name}」もありますが、WebUI にそのファイルがなく、黙って無視されます。`,
    "名前を直すか、外してください。",
  ),
  longTime: values(
    ({ seconds }) => `およそ ${hours(seconds)} 時間かかります。`,
    "いつでも一時停止できます。シードや強度を減らすか、粗い探索から始めると短くなります。",
  ),
  trainingRuns: values(() => "学習が GPU を使っています。", "学習が終わってから描き始めます。"),
};
