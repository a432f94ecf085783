import { number, pictures } from "./counts-ja.js";
import { of, type PlanRuleWords, rate } from "./plan-rule-values.js";
import type { planRulesArticleEn } from "./plan-rules-article-en.js";

export const planRulesArticleJa: Record<keyof typeof planRulesArticleEn, PlanRuleWords> = {
  threeRates: {
    title: "三つの学習率",
    message: (values) =>
      `学習率の項目は三つあります。Learning rate だけを設定すると、Text Encoder と U-Net の両方が ${rate(of(values, "rate"))} になります。残りの二つはそれぞれを個別に設定するものです。`,
    remedy: () => "別々にしたいときだけ、残りの二つを入力してください。",
  },
  usualRate: {
    title: "標準的な学習率",
    message: () =>
      "1e-4 が標準的な出発点です。適切な学習率を事前に計算するのは難しく、LR スケジューラとオプティマイザ次第で変動することもある、と記事にあります。",
    remedy: () => "実際に学習して、出来栄えを見ながら変えていきましょう。",
  },
  constantHard: {
    title: "一定の学習率",
    message: () =>
      "Constant は学習率を固定しますが、記事では扱いが難しいとされています。公式ガイドでは cosine と並んでよく使われるものに入っています。",
    remedy: () => "cosine や、Adafactor（LR スケジューラも Adafactor）のほうが失敗しにくいです。",
  },
  adafactorForgiving: {
    title: "Adafactor",
    message: () =>
      "記事の筆者がよく使うオプティマイザです。オーバーフィッティングしにくく、悩まずに大体形になりますが、学習が緩やかで、学習不足になることがあります。",
    remedy: () => "ステップ数を少し多めに取りましょう。",
  },
  dimAmple: {
    title: "Dim は十分",
    message: (values) =>
      `Dim ${values.dim} は、LoRA が保持できる情報の量です。記事によると 20 枚程度なら 16 で問題ない（多いくらい）とのことです。今は${pictures(of(values, "pictures"))}あります。`,
    remedy: () => "そのままで大丈夫です。",
  },
  articleAlpha: {
    title: "Alpha 1",
    message: ({ dim }) =>
      `Alpha はアンダーフローを防ぐ項目です。記事では、小さいほど Weight が強くなって元画像への忠実さが下がり、大きいほど忠実になる半面、描写崩壊が起きやすいとしています。学習プログラムは学習結果に Alpha÷Dim（ここでは 1÷${dim}）を掛けます。`,
    remedy: () => "変えるときは、学習率も一緒に調整してください。",
  },
  saveToCompare: {
    title: "見比べるための保存",
    message: (values) =>
      `${number(of(values, "steps"))} ステップのうち ${number(of(values, "every"))} ステップごとに保存されるので、学習度合いの変遷を確認できます。記事では 7,000 ステップを 1,000 ごとに保存しています。`,
    remedy: () => "同じシードで見比べて、特徴の出ている一番早いものを選びましょう。",
  },
  strength: {
    title: "強度から分かること",
    message: () =>
      "どの強度で特徴が出るかを見ます。記事の LoRA は 0.5 を境に特徴が出て、0.75 で大分捉えました。筆者は、思ったより強度が必要なのでステップ数を上げても良かったかもしれない、としています。逆に 0.65 で崩れるのは学習しすぎです。",
    remedy: () => "髪や目の色を書かずトリガーワードだけで、強度を変えて生成してみてください。",
  },
  backgroundRemoved: {
    title: "背景",
    message: () =>
      "キャラクター LoRA では背景は不要なので、記事では余計なものを学習しないよう、真っ白か透過にしています。",
    remedy: () => "「データセット」の背景除去でできます。",
  },
  clearPictures: {
    title: "高品質な画像",
    message: () => "ピンボケやジャギー、ノイズも一緒に学習してしまうので、できるだけ高品質な画像を、と記事にあります。",
    remedy: () => "「データセット」の確認で見つけられます。",
  },
  expressions: {
    title: "表情",
    message: () =>
      "喜怒哀楽はベースモデルが知っていることが多いので、イラストなら様々な表情は必須ではありません。写真の場合は個人個人の表情の癖があるため、入れたほうがよい、と記事にあります。",
    remedy: () => "写真なら、いろいろな表情の画像を入れてください。",
  },
  outfitTags: {
    title: "衣装のタグ",
    message: () =>
      "記事では、外見だけを学習するので衣装のタグを取り除き、キャラクターと衣装が固定なら書いておくとしています。トリガーワードに含めたいものをタグから外し、変えたいものを書く、というガイドもあります。",
    remedy: () => "トリガーワードに何を含めるかを決め、それ以外をキャプションに書いてください。",
  },
  baseModelFits: {
    title: "ベースモデルの選び方",
    message: () => "これから作る LoRA のイメージに合うベースモデルを選びましょう、と記事にあります。",
    remedy: () => "使うときも、同じモデルかその派生モデルにしてください。",
  },
};
