import { inGroup, parameter } from "./define.js";
import type { Parameter } from "./parameter.js";

/** Size and shape of pictures. */
export const buckets: readonly Parameter[] = inGroup("buckets", [
  parameter("resolution", "text", "v0.2.0", {
    en: "Side or `width,height` of training pictures in pixels, which sets the area of buckets; the trainer has no default.",
    ja: "学習解像度（「1024」または「幅,高さ」）で、バケットの面積もこれで決まり、省略はできない。",
    front: true,
  }),
  parameter("enable_bucket", "flag", "v0.2.0", {
    en: "Sorts pictures by shape into buckets, so that they need not all be cut to one shape.",
    ja: "画像を縦横比ごとのバケットに分け、同じ形に切り抜かずに学習する。",
    front: true,
  }),
  parameter("min_bucket_reso", "integer", "v0.2.0", {
    en: "Shortest side of a bucket; it must not be above the resolution.",
    ja: "バケットの一辺の最小値（学習解像度より大きくはできない）。",
    default: 256,
    least: 1,
  }),
  parameter("max_bucket_reso", "integer", "v0.2.0", {
    en: "Longest side of a bucket; it must not be below the resolution, and plays no part with `bucket_no_upscale`.",
    ja: "バケットの一辺の最大値（学習解像度より小さくはできず、bucket_no_upscale では使われない）。",
    default: 1024,
    least: 1,
  }),
  parameter("bucket_reso_steps", "integer", "v0.4.3", {
    en: "Step between sides of buckets: a multiple of 64 for SD1.5 and SD2, of 16 for Anima and Lumina, of 32 otherwise.",
    ja: "バケットの辺の刻みで、SD1.5・SD2 は 64、Anima と Lumina は 16、その他は 32 の倍数にする。",
    default: 64,
    least: 16,
  }),
  parameter("bucket_no_upscale", "flag", "v0.4.3", {
    en: "Never enlarges small pictures, which makes more and smaller buckets.",
    ja: "小さい画像を拡大せずにバケットを作る（バケットの数は増える）。",
  }),
  parameter("resize_interpolation", "choice", "v0.10.0", {
    en: "Filter by which pictures are resized; without it the trainer uses area for shrinking and Lanczos for enlarging.",
    ja: "画像の拡大縮小に使う補間方法（省略時は縮小に area、拡大に lanczos を使う）。",
    choices: ["lanczos", "nearest", "bilinear", "linear", "bicubic", "cubic", "area"],
  }),
]);
