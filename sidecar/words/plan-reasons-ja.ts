import { number, pictures } from "./counts-ja.js";
import type { PlanReasonWords, ReasonValues } from "./plan-reasons-en.js";

const of = (values: ReasonValues, name: string): number => Number(values[name] ?? 0);

export const planReasonsJa: PlanReasonWords = {
  asked: () => "指定された値です。",
  preset: (values) =>
    values.preset === undefined ? "プリセットの値です。" : `プリセット「${values.preset}」の値です。`,
  familyOfModel: (values) => `ベースモデルのファイル自身が ${values.title} だと示しています。`,
  familyAsked: (values) => `選ばれた ${values.title} です。`,
  familyUsual: (values) =>
    `ベースモデルがまだ指定されていません。いま最も使われている ${values.title} としました。モデルを指定すればファイルから判断します。`,
  standardType: () => "普通の LoRA です。どの WebUI でも読めます。",
  typeAsked: (values) => `選ばれた ${values.title} です。`,
  repeatsFolder: (values) => `フォルダ名の数字が ${number(of(values, "repeats"))} です。`,
  repeatsUsual: (values) =>
    `${pictures(of(values, "images"))} × ${number(of(values, "repeats"))} 回で、1 エポック約 ${number(of(values, "showings"))} 回。エポックごとに仕上がりを見比べやすい数です。`,
  repeatsSolved: (values) =>
    `${number(of(values, "steps"))} ステップと ${number(of(values, "epochs"))} エポックから逆算しました。`,
  epochsSolved: (values) =>
    `${number(of(values, "steps"))} ステップ ÷ 1 エポック ${number(of(values, "perEpoch"))} ステップ = ${(of(values, "steps") / Math.max(1, of(values, "perEpoch"))).toFixed(2).replace(/\.?0+$/, "")}。`,
  stepsExact: (values) =>
    `${number(of(values, "steps"))} ステップは 1 エポック（${number(of(values, "perEpoch"))} ステップ）の半分にも届きません。`,
  stepsCharacter: (values) =>
    `キャラクターは画像 1 枚あたり約 120 ステップ、全体で 1,500〜3,500 が目安で、ここでは ${number(of(values, "steps"))}。記事は Adafactor で 5,000〜8,000 です。`,
  stepsConcept: (values) =>
    `衣装や物体は 475 × √枚数、2,000〜12,000 が目安で、ここでは ${number(of(values, "steps"))} です。`,
  stepsStyle: (values) =>
    `画風は画像 1 枚あたり約 50 ステップ、1,000〜3,000 が目安で、ここでは ${number(of(values, "steps"))} です。`,
  stepsAdafactor: (values) =>
    `Adafactor 任せは学習が緩やかです。記事の目安 5,000〜8,000 から、ここでは ${number(of(values, "steps"))} にしました。`,
  oneFolder: () => "画像は今の場所のまま、フォルダと繰り返し回数を学習プログラムに伝えます。",
  savesEpochs: (values) =>
    `見比べる保存が 8 個ほどになるよう、${number(of(values, "every"))} エポックごとに保存します。`,
  savesSteps: (values) =>
    `見比べる保存が 8 個ほどになるよう、${number(of(values, "every"))} ステップごとに保存します。`,
  dimEnough: (values) =>
    `記事によれば 20 枚程度なら ${number(of(values, "dim"))} で十分です。大きくしても主にファイルが大きくなるだけです。`,
  dimStyle: (values) => `画風は 1 キャラクターより覚えることが多いので ${number(of(values, "dim"))} です。`,
  alphaHalf: (values) =>
    `多くの解説に合わせて dim の半分。学習率が意図どおりに効きます。記事の 1 だと効きは ${number(of(values, "alpha"))} 分の 1 になります。`,
  alphaSame: () => "dim と同じ値。学習率が書いた値のまま効きます。",
  adamwEverywhere: () => "AdamW は追加のパッケージが要らず、解説にある学習率の多くは AdamW 向けです。",
  rateXl: (values) =>
    `${values.rate}。SDXL は高い学習率で崩れやすく、解説は 4e-5〜1e-4、あるノートブックは 3e-4 としています。`,
  rateUsual: (values) => `一般的な ${values.rate}。個別に指定のない部分に使われます。`,
  rateUnet: (values) => `絵を覚える U-Net に ${values.rate}。5e-4 まで上げるノートブックもあります。`,
  rateTextEncoder: (values) =>
    `U-Net の半分の ${values.rate}。テキストエンコーダーが速く学びすぎると、他の言葉を忘れます。`,
  rateFlow: (values) => `学習プログラムの文書の出発点である ${values.rate} です。`,
  unetOnlyXl: () => "SDXL では強く推奨されています。二つのテキストエンコーダーは傷みやすく、VRAM も減らせます。",
  unetOnlyFlow: () => "テキストエンコーダーは巨大な言語モデルなので学習せず、出力だけを保存して使います。",
  cosine: () => "学習率がなめらかに 0 へ下がります。終盤の保存は差が小さく、見比べやすくなります。",
  constantFlow: () => "学習プログラムの文書では、フロー系モデルを一定の学習率で学習しています。",
  warmup: (values) => `全体の ${values.percent} % をかけて学習率を上げ、最初のステップで壊れるのを防ぎます。`,
  captionText: () => "キャプションは .txt です。指定しないと学習プログラムは .caption を探し、見つけられません。",
  shuffle: () => "タグの順番を毎回入れ替え、順番そのものを覚えないようにします。",
  keepTrigger: () => "先頭のタグ（トリガーワード）だけは入れ替えずに固定します。",
  halfPrecision: () => "16 ビットで計算し、VRAM は半分、速さは倍になります。",
  saveHalf: () => "16 ビットで保存し、大きさは半分。見た目の差はありません。",
  bf16: () => "このモデルは bf16 で作られています。fp16 では桁あふれすることがあります。",
  saveBf16: () => "計算と同じ精度で保存します。",
  sdpa: () => "PyTorch 標準のアテンション。速く、追加のインストールも要りません。",
  cacheLatents: () => "各画像を毎ステップではなく一度だけ潜在変数に変換します。",
  cacheTextEncoder: () => "キャプションを一度だけ変換し、その後テキストエンコーダーを VRAM から降ろします。",
  noHalfVae: () => "SDXL の VAE は 16 ビットで桁あふれし、真っ黒になることがあります。",
  checkpointing: () => "途中結果を残さず計算し直します。VRAM が大きく減り、3 割ほど遅くなります。",
  fp8: () => "固定された重みを 8 ビットで持ち、その VRAM を半分にします。",
  swap: (values) =>
    `GPU が ${number(of(values, "memory"))} GiB なので ${number(of(values, "blocks"))} ブロックをメインメモリに待避します。遅くなりますが収まります。`,
  vPrediction: () => "ベースモデルのファイルが v 予測だと示しています。別の設定で学習するとノイズになります。",
  zeroTerminalSnr: () => "ベースモデルのファイルが Zero Terminal SNR で作られたと示しています。",
  minSnr: () => "論文どおり 5。簡単なタイムステップに偏らず、早く収束します。",
  resolutionAbove: (values) =>
    `多くの画像は ${number(of(values, "width"))} × ${number(of(values, "height"))} で、面積 ${number(of(values, "side"))}² に収まります。どの画像もそのままの大きさで学習します。`,
  resolutionFamily: (values) =>
    `この系統は ${number(of(values, "side"))}² で学習されています。それより大きい画像は面積を合わせて縮小します。`,
  resolutionPictures: (values) =>
    `画像はすべて ${number(of(values, "width"))} × ${number(of(values, "height"))} です。記事にならい、画像の大きさに合わせます。`,
  buckets: () => "縦横比の違う画像を一つの形に切らず、近い形のバケットに振り分けます。",
  noUpscale: () => "小さい画像は拡大しません。拡大するとぼやけを覚えてしまいます。",
  bucketStep: (values) => `バケットの辺は ${number(of(values, "step"))} の倍数になります。`,
  bucketLimits: (values) =>
    `辺の長さは ${number(of(values, "least"))}〜${number(of(values, "most"))}。普通の形の画像が外れることはありません。`,
  safetensors: () => "どの WebUI でも読め、コードが実行される心配のない形式です。",
  seed: () => "シードを固定し、同じ計画の結果を比べられるようにします。",
  workers: () => "学習と並行して 2 個のプロセスが画像を用意します。",
  workersStay: () => "エポックをまたいで使い続けます。Windows では起動し直すたびに数秒かかります。",
  batchOne: () => "1 ステップ 1 枚。解説のステップ数はこれが前提で、VRAM も最小です。",
  batchRoomy: (values) =>
    `${number(of(values, "memory"))} GiB なら 1 ステップ 2 枚が載ります。速くなり、1 ステップごとの揺れも減ります。`,
  timesteps: (values) => `この系統についての学習プログラムの文書どおり ${values.value} です。`,
  predictionRaw: () => "この系統についての学習プログラムの文書どおり raw です。",
  guidanceOne: () => "学習プログラムの文書どおり 1.0。ガイダンスはモデルに蒸留されています。",
  guidanceChroma: () => "Chroma にはガイダンスがなく、学習プログラムが 0 を要求します。",
  maskChroma: () => "Chroma はこれを使って作られ、学習プログラムも要求します。",
  weighting: (values) => `この系統についての学習プログラムの文書どおり ${values.value} です。`,
  flowShift: (values) => `この系統についての学習プログラムの文書どおり ${values.value} です。`,
  splitAttention: () => "アテンションを分けて計算し、VRAM を減らします（学習プログラムの文書どおり）。",
};
