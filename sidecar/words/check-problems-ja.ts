import type { CheckProblemsWords, CheckValues } from "./check-problems-en.js";
import { number, pictures } from "./counts-ja.js";

const of = (values: CheckValues, name: string): number => Number(values[name] ?? 0);
const size = (values: CheckValues): string => `${number(of(values, "width"))}×${number(of(values, "height"))}`;
const backgrounds: Record<string, string> = {
  transparent: "透明",
  white: "白",
  black: "黒",
  plain: "単色",
  busy: "背景あり",
  unsure: "不明",
};

export const checkProblemsJa: CheckProblemsWords = {
  unreadable: {
    title: "読めない",
    message: (values) => `画像を読めません：${values.reason}`,
    remedy: "画像ビューアーで保存し直すか、フォルダから外してください。学習がそこで止まります。",
  },
  passedOver: {
    title: "学習に使われない形式",
    message: (values) => `${values.suffix} ファイルは、学習プログラムに黙って無視されます。`,
    remedy: "PNG で保存してください。",
  },
  wrongSuffix: {
    title: "拡張子と中身が違う",
    message: (values) => `拡張子は ${values.suffix} ですが、中身は ${values.format} です。`,
    remedy: "学習はできます。他のソフトで開けないときは名前を直してください。",
  },
  large: {
    title: "大きすぎる",
    message: (values) => `${size(values)}画素は、${number(of(values, "limit"))} 四方の面積を超えています。`,
    remedy: "ここで丁寧に縮小しておきましょう。",
  },
  small: {
    title: "小さすぎる",
    message: (values) =>
      `${size(values)}画素は、${number(of(values, "limit"))} 四方の面積に足りません。学習時に拡大されてぼやけます。`,
    remedy: "大きい元画像を探すか、アップスケーラーで拡大するか、外してください。",
  },
  long: {
    title: "細長すぎる",
    message: (values) => `${size(values)}画素は 3:1 より細長く、多くが切り捨てられます。`,
    remedy: "被写体に合わせて切り抜いてください。",
  },
  turned: {
    title: "EXIF で回転",
    message: () => "表示のときだけ EXIF で回転しています。学習では回転されず、横倒しのまま覚えます。",
    remedy: "ここでリサイズすると、正しい向きの画像ができます。",
  },
  cmyk: {
    title: "印刷用の色",
    message: () => "印刷用の CMYK です。",
    remedy: "RGB で保存してください。色が変わることがあるので確認してください。",
  },
  grey: {
    title: "色がない",
    message: () => "色がありません。",
    remedy: "monochrome タグを付けるか、外してください。灰色を覚えてしまいます。",
  },
  deep: {
    title: "16 ビット",
    message: () => "1 色 16 ビットです。学習では 8 ビットで使われます。",
    remedy: "そのままで大丈夫です。",
  },
  transparent: {
    title: "透明な部分",
    message: (values) =>
      `${values.percent}% が透明です。アルファを捨てる学習では、そこが平均 ${values.colour} の色に見えます。`,
    remedy: "白背景にするか、alpha_mask で学習してください。",
  },
  animated: {
    title: "アニメーション",
    message: (values) => `${values.frames} フレームあり、最初の 1 枚だけが学習されます。`,
    remedy: "必要なフレームを画像として保存してください。",
  },
  jagged: {
    title: "ジャギー",
    message: (values) => `画素が ${values.times} 回ずつ繰り返されています。補間なしで拡大された画像です。`,
    remedy: "元の画像を使うか、外してください。ギザギザを覚えてしまいます。",
  },
  enlarged: {
    title: "拡大された画像",
    message: (values) => `およそ ${values.times} 倍に拡大されていて、細部は元のままです。`,
    remedy: "元の画像を使うか、アップスケーラーで拡大するか、外してください。",
  },
  blurred: {
    title: "ぼやけている",
    message: () => "学習時の大きさでも、一番鮮明な部分までぼやけています。",
    remedy: "外すか、鮮明な画像に替えてください。ぼけを覚えてしまいます。",
  },
  soft: {
    title: "細部が少ない",
    message: () => "学習時の大きさで細部がほとんどありません。ぼけているか、拡大された画像です。",
    remedy: "等倍で確認し、意図したものでなければ外してください。",
  },
  flat: {
    title: "ほとんど何も写っていない",
    message: () => "全体がほぼ同じ明るさです。",
    remedy: "外してください。",
  },
  dark: {
    title: "暗すぎる",
    message: () => "被写体がほとんど真っ黒です。",
    remedy: "明るくするか、意図したものなら dark タグを付けてください。",
  },
  bright: {
    title: "明るすぎる",
    message: (values) => `被写体が白く飛んでいます。${values.percent}% が真っ白です。`,
    remedy: "もっと暗い画像を使ってください。",
  },
  noisy: {
    title: "ノイズが多い",
    message: (values) => `ノイズがおよそ ${values.level} 階調（255 階調中）あります。`,
    remedy: "きれいな画像を使うか、先にノイズを取ってください。",
  },
  coarse: {
    title: "圧縮が強い",
    message: (values) => `品質 ${values.quality}（100 が最高）の JPEG です。`,
    remedy: "元の画像を使ってください。ブロックを覚えてしまいます。",
  },
  blocks: {
    title: "圧縮の跡",
    message: () => "強い JPEG 圧縮のブロックが見えます。",
    remedy: "元の画像を使ってください。ブロックを覚えてしまいます。",
  },
  border: {
    title: "帯・枠",
    message: (values) =>
      `帯があります：左 ${values.left}、上 ${values.top}、右 ${values.right}、下 ${values.bottom} 画素。`,
    remedy: "切り落としてください。帯を覚えてしまいます。",
  },
  text: {
    title: "文字らしいもの",
    message: (values) => `文字や透かしらしい行が ${values.lines} 行あります。`,
    remedy: "確認して、切り抜くか消すか、タグ（text、watermark、signature）を付けてください。",
  },
  exactDuplicate: {
    title: "同じファイル",
    message: (values) => `${values.other} と同じファイルです。`,
    remedy: "1 枚だけ残してください。重みを増やすなら繰り返し数を使います。",
  },
  nearDuplicate: {
    title: "ほぼ同じ画像",
    message: (values) => `${values.other} とほぼ同じ画像です。`,
    remedy: "違いを教えたいのでなければ、良い方だけ残してください。",
  },
  mirroredDuplicate: {
    title: "左右反転",
    message: (values) => `${values.other} を左右反転した画像です。`,
    remedy: "1 枚だけ残してください。反転は学習時にもできます。左右非対称のものでは反転してはいけません。",
  },
  crop: {
    title: "別の画像の一部",
    message: (values) => `${values.other} の ${values.percent}% を写したものです。`,
    remedy: "アップで新しいことを教えられるときだけ、両方残してください。",
  },
  noPictures: {
    title: "画像がない",
    message: () => "このフォルダにも、10_name の形のサブフォルダにも画像がありません。",
    remedy: "画像のあるフォルダを開いてください。",
  },
  noneReadable: {
    title: "1 枚も読めない",
    message: () => "どの画像も読めません。",
    remedy: "画像ビューアーで保存し直してください。",
  },
  tooFew: {
    title: "枚数が少ない",
    message: (values) =>
      `${pictures(of(values, "pictures"))}あります。この学習には${pictures(of(values, "least"))}以上を勧めます。`,
    remedy: "増やしてください。少ないと、変えたい部分まで丸暗記します。",
  },
  notMeasured: {
    title: "未確認",
    message: (values) => `${pictures(of(values, "pictures"))}はまだ調べていません。`,
    remedy: "確認を最後まで行ってください。",
  },
  noCaptions: {
    title: "キャプションなし",
    message: (values) => `${pictures(of(values, "pictures"))}にキャプションがありません。`,
    remedy: "「タグ付け」の画面でタグを付けてください。ないと、フォルダ名のトリガーワードだけが使われます。",
  },
  sizes: {
    title: "サイズ",
    message: (values) => `画像のサイズが ${values.sizes} 種類あります。`,
    remedy: "バケットが処理します。何が切られるかは「学習器の目」で見られます。",
  },
  mixedBackgrounds: {
    title: "背景が混在",
    message: (values) =>
      `背景：${Object.keys(backgrounds)
        .filter((kind) => of(values, kind) > 0)
        .map((kind) => `${backgrounds[kind]}${values[kind]}枚`)
        .join("、")}。`,
    remedy: "キャプションに背景を書いていれば問題ありません。書かないなら一種類にそろえると覚えにくくなります。",
  },
};
