import { number, pictures } from "./counts-ja.js";
import { of, type PlanRuleValues, type PlanRuleWords } from "./plan-rule-values.js";
import type { planRulesBucketsEn } from "./plan-rules-buckets-en.js";

const size = (values: PlanRuleValues): string => `${values.width}×${values.height}`;

export const planRulesBucketsJa: Record<keyof typeof planRulesBucketsEn, PlanRuleWords> = {
  resolutionMissing: {
    title: "解像度が未指定",
    message: () => "Max Resolution が設定されていません。学習プログラムに既定値はありません。",
    remedy: () => "教師画像に合わせて 600,900 のように、またはベースモデルに合わせて 1024 のように設定してください。",
  },
  resolutionMalformed: {
    title: "解像度の書き方が違う",
    message: ({ given }) => `「${given}」は解像度として読めません。整数一つか「幅,高さ」で書きます。`,
    remedy: () => "512、または 600,900 のように書いてください。",
  },
  smallestBucket: {
    title: "最小バケットが解像度より大きい",
    message: ({ smallest, side }) =>
      `バケットの最小サイズ（min_bucket_reso）が${smallest}、解像度の短辺が${side}です。学習プログラムはエラーで止まります。`,
    remedy: ({ side }) => `${side}以下にしてください。`,
  },
  largestBucket: {
    title: "最大バケットが解像度より小さい",
    message: ({ largest, side }) =>
      `バケットの最大サイズ（max_bucket_reso）が${largest}、解像度の長辺が${side}です。学習プログラムはエラーで止まります。`,
    remedy: ({ side }) => `${side}以上にしてください。2048 がよく使われます。`,
  },
  bucketStep: {
    title: "バケットの刻みが合わない",
    message: ({ step, needed }) =>
      `バケットの刻みが${step}です。この種類のモデルでは ${needed} の倍数でないとエラーで止まります。`,
    remedy: ({ needed }) => `bucket_reso_steps を${Math.max(64, Number(needed))}にしてください。`,
  },
  picturesOfOtherSize: {
    title: "解像度と違うサイズの画像（バケットなし）",
    message: (values) =>
      `${pictures(of(values, "pictures"))}が${size(values)}ちょうどではありません。バケットも latent のキャッシュもないとリサイズされず、その画像で止まります。`,
    remedy: () => "バケットを有効にするか、latent をキャッシュするか、画像を解像度に合わせてリサイズしてください。",
  },
  picturesSmallerThanCrop: {
    title: "切り抜くには小さい画像",
    message: (values) =>
      `ランダムクロップでバケットなしですが、${pictures(of(values, "pictures"))}が切り抜くサイズより小さく、その画像で止まります。`,
    remedy: () => "バケットを有効にするか、解像度を下げてください。",
  },
  bucketOfNothing: {
    title: "バケットの刻みより小さい画像",
    message: (values) =>
      `一辺が ${values.step} 画素に満たない画像があります。拡大しない設定（bucket_no_upscale）ではバケットのサイズが 0 になり、ゼロ除算で止まります。`,
    remedy: () => "外すか、アップスケーラーで拡大するか、拡大を許可してください。",
  },
  oddLatents: {
    title: "解像度が 16 の倍数でない",
    message: (values) =>
      `${size(values)}は、このモデルの 16 画素単位に割り切れません。バケットなしでは丸められず、最初のステップで失敗します。`,
    remedy: () => "16 の倍数（できれば 64 の倍数）にするか、バケットを有効にしてください。",
  },
  resolutionStep: {
    title: "解像度が 64 の倍数でない",
    message: (values) =>
      `${size(values)}は縦横とも 64 の倍数ではありません。記事では 600,900 をバケットなしで学習できています。一方、モデルは画像を何度も半分にして端数を丸めるため、バケットは 64 の倍数で作られます。`,
    remedy: () =>
      "そのままでも構いません。気になるなら、バケットを有効にするか、576×896 や 640×960 の画像にしてください。",
  },
  resolutionLarge: {
    title: "解像度が 1024×1024 を超えている",
    message: (values) =>
      `${size(values)}は 1024×1024 より画素が多いです。解像度が大きいほどメモリも学習時間も増えるので、記事では 1024×1024 までを勧めています。`,
    remedy: () => "ベースモデルの解像度に合わせましょう。SD1.5 なら 512〜768、他は 1024 です。",
  },
  picturesEnlarged: {
    title: "解像度に足りない画像",
    message: (values) =>
      `${pictures(of(values, "pictures"))}が${size(values)}より小さく、拡大されてぼやけます。そのぼけも学習してしまいます。`,
    remedy: () => "解像度を画像に合わせて下げるか、アップスケーラーを使うか、bucket_no_upscale を有効にしてください。",
  },
  picturesShrunk: {
    title: "解像度より大きい画像",
    message: (values) =>
      `${pictures(of(values, "pictures"))}が${size(values)}より大きく、縮小されます。記事では 1024×1024 までの範囲で、画像のサイズに解像度を合わせています。`,
    remedy: () => "そのままで大丈夫です。先にリサイズしておくと読み込みが速くなります。",
  },
  shortBatches: {
    title: "満たないバッチ",
    message: (values) =>
      `画像がバッチサイズ ${values.batch} に足りないバケットが ${number(of(values, "buckets"))} 個（合わせて ${number(of(values, "pictures"))} 枚分）あります。満たないバッチも 1 ステップと数えられます。`,
    remedy: () => "バッチサイズを下げるか、縦横比をそろえるか、バケットの刻みを広げてください。",
  },
  sizesDiffer: {
    title: "画像の形がばらばら",
    message: (values) =>
      `画像は ${values.buckets} 個のバケットに分かれます。解像度の統一は任意で、記事の筆者も「効果があるかは不明」としています。`,
    remedy: () => "バケットが有効なら、そのままで大丈夫です。",
  },
};
