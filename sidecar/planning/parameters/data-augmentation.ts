import { inGroup, parameter } from "./define.js";
import type { Parameter } from "./parameter.js";

/** Pictures changed by chance. */
export const dataAugmentation: readonly Parameter[] = inGroup("data", [
  parameter("flip_aug", "flag", "v0.2.0", {
    en: "Shows pictures mirrored half of the time; not for subjects that differ left and right.",
    ja: "半分の確率で左右反転して学習する（左右非対称のキャラには向かない）。",
  }),
  parameter("color_aug", "flag", "v0.2.0", {
    en: "Changes hues a little by chance; cannot be combined with cached latents.",
    ja: "色合いをランダムに少し変えて学習する（latent のキャッシュとは併用不可）。",
  }),
  parameter("random_crop", "flag", "v0.2.0", {
    en: "Cuts pictures at a place chosen by chance instead of the middle; cannot be combined with cached latents.",
    ja: "中央ではなくランダムな位置で切り抜く（latent のキャッシュとは併用不可）。",
  }),
  parameter("face_crop_aug_range", "text", "v0.2.0", {
    en: "Cuts around the face by a factor between two numbers like `2.0,4.0`, where file names carry the place of the face.",
    ja: "顔の位置がファイル名に入っている画像を、「2.0,4.0」のような倍率の範囲で顔を中心に切り抜く。",
  }),
  parameter("alpha_mask", "flag", "v0.9.0", {
    en: "Weights the loss by the picture's transparency, so that cut-out backgrounds are not learnt.",
    ja: "画像の透明度を loss のマスクに使い、切り抜いた背景を学習しないようにする。",
  }),
]);
