import { known, type TrainingCauseWords } from "./training-cause-values.js";
import type { trainingCausesDataEn } from "./training-causes-data-en.js";

const FOLDERS = "指定するのは、教師画像の入った「10_名前」フォルダの一つ上のフォルダです";

export const trainingCausesDataJa: Record<keyof typeof trainingCausesDataEn, TrainingCauseWords> = {
  noData: {
    title: "教師画像が見つからない",
    message: () =>
      "教師画像が一枚も見つかりませんでした。フォルダが存在しないか、画像の入ったフォルダそのものを指定しています。",
    remedy: () => `${FOLDERS}。`,
  },
  noDataLeaf: {
    title: "フォルダが一つ深い",
    message: () => "画像の入ったフォルダそのものを指定しています。学習プログラムはその中のフォルダしか見ません。",
    remedy: () => `${FOLDERS}。`,
  },
  noDataMissing: {
    title: "教師画像フォルダがない",
    message: (values) => `教師画像のフォルダ${known(values, "folder", (folder) => `「${folder}」`)}がありません。`,
    remedy: () => "移動や名前の変更をしていないか確かめて、選び直してください。",
  },
  noDataFolderName: {
    title: "繰り返し回数のないフォルダ",
    message: (values) =>
      `フォルダ${known(values, "folder", (folder) => `「${folder}」`)}は、名前が「数字_」で始まらないため無視されました。`,
    remedy: (values) =>
      `「10_${known(values, "folder", (folder) => folder.replace(/^[^\d_]*\d+_/, "") || "名前", "名前")}」のように、先頭に繰り返し回数を付けてください。`,
  },
  noDataEmpty: {
    title: "画像のないフォルダ",
    message: (values) => `${known(values, "folder", (folder) => `「${folder}」`, "フォルダ")}に画像がありません。`,
    remedy: () =>
      "PNG・JPEG・WebP・BMP を入れてください（拡張子はすべて小文字かすべて大文字）。さらに下の階層は見ません。",
  },
  corruptImage: {
    title: "壊れた画像",
    message: (values) =>
      `${known(values, "file", (file) => `「${file}」`, "画像の一つ")}を最後まで読めません。学習はその画像の順番が来たところで止まります。`,
    remedy: () =>
      "画像ビューアで保存し直すか、フォルダから外して、もう一度始めてください。画像のチェックでまとめて見つけられます。",
  },
  fileGone: {
    title: "ファイルが消えた",
    message: (values) =>
      `${known(values, "file", (file) => `「${file}」`, "ファイル")}が、始めたときにはあったのに、なくなりました。`,
    remedy: () => "学習中は教師画像のフォルダに触らないでください。もう一度始めてください。",
  },
  imageTooLarge: {
    title: "解像度より大きい画像",
    message: (values) =>
      `${known(values, "file", (file) => `「${file}」`, "画像")}が解像度より大きく、バケットも無効です。`,
    remedy: () => "バケットを有効にするか、latent をキャッシュするか、画像をリサイズしてください。",
  },
  tinyImages: {
    title: "小さすぎる画像",
    message: () => "bucket_no_upscale で拡大しない設定のため、小さすぎる画像のバケットの大きさが 0 になりました。",
    remedy: () => "小さな画像を外すか、アップスケーラーで拡大するか、bucket_no_upscale を無効にしてください。",
  },
  captionEmpty: {
    title: "空のキャプションファイル",
    message: (values) =>
      `キャプションファイル${known(values, "file", (file) => `「${file}」`)}が空です。学習プログラムはここで止まります。`,
    remedy: () => "キャプションを書くか、ファイルを消してください。ファイルがなければフォルダ名が使われます。",
  },
  captionNotUtf8: {
    title: "UTF-8 でないキャプション",
    message: (values) =>
      `キャプションファイル${known(values, "file", (file) => `「${file}」`)}の文字コードが UTF-8 ではありません。`,
    remedy: () => "「キャプション」の画面で開いて保存してください。UTF-8 で書き直されます。",
  },
  nanLatents: {
    title: "VAE が NaN を出した",
    message: (values) =>
      `VAE が${known(values, "file", (file) => `「${file}」`, "画像")}を NaN にしました。半精度では計算できない VAE です。`,
    remedy: () => "no_half_vae を有効にするか、fp16 対応の VAE を使ってください。",
  },
  modelMissing: {
    title: "モデルが見つからない",
    message: (values) => `モデル${known(values, "file", (file) => `「${file}」`)}がありません。`,
    remedy: () => "移動や名前の変更をしていないか確かめて、選び直してください。",
  },
  modelNotAModel: {
    title: "モデルではない、または壊れている",
    message: (values) =>
      `${known(values, "file", (file) => `「${file}」`, "モデルファイル")}をモデルとして読めません${known(values, "reason", (reason) => `（${reason}）`)}。`,
    remedy: () => "ファイルが正しいか確かめ、ダウンロードし直してください。途中で切れたダウンロードもこうなります。",
  },
  wrongFamily: {
    title: "モデルの系統が違う",
    message: () =>
      "ベースモデルの中身がこの学習に合いません。選んだ系統（SD1.5、SD2、SDXL、FLUX など）と違うモデルです。",
    remedy: () =>
      "モデルに合う系統を選ぶか、別のモデルを使ってください。inpainting 用や特殊なマージモデルは合わないことがあります。",
  },
  networkWeights: {
    title: "続きから学習する LoRA が合わない",
    message: () => "元にする LoRA の rank か種類が、今回の設定と違います。",
    remedy: () => "rank・alpha・ネットワークの種類を揃えるか、dim_from_weights を有効にしてください。",
  },
};
