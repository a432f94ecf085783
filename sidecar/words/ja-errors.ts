import type { ErrorWord, ErrorWords, KnownCode } from "./errors.js";

/** The sidecar says its errors in English; a code without its Japanese sentence does not compile. */
const byCode: Record<KnownCode, ErrorWord> = {
  badFilter: {
    message: "フィルターを読み取れません。",
    hint: '例：skirt AND NOT untagged、(tag:"blue hair" OR tags:>20) score(smile):<0.5',
  },
  badArguments: {
    message: "指定された内容では実行できません。",
    hint: "フォルダのパスや設定を確認してください。",
  },
  notFound: {
    message: "指定されたフォルダまたはファイルが見つかりません。",
    hint: "パスが正しいか、ドライブが接続されているかを確認してください。",
  },
  unreadableImage: {
    message: "この画像は読み込めません。",
    hint: "画像ビューアで開いて保存し直すか、フォルダから除いてください。",
  },
  modelMissing: {
    message: "タガーのモデルが見つかりません。",
    hint: "model.onnx と selected_tags.csv の両方が入ったフォルダを指定してください。",
  },
  modelInvalid: {
    message: "このモデルはタガーとして使えません。",
    hint: "SmilingWolf 氏の WD タガーと同じ形式のモデルを指定してください。",
  },
  changedElsewhere: {
    message: "ファイルがほかのプログラムで変更されています。",
    hint: "変更された内容はそのまま残しました。内容を確認してから、もう一度実行してください。",
  },
  interrupted: {
    message: "処理が中断されました。",
    hint: "もう一度実行すると続きから始まります。済んだ画像は繰り返しません。",
  },
  notAllowed: {
    message: "この操作は許可されていません。",
    hint: "ログインするか、管理している人に確認してください。",
  },
  outsideRoots: {
    message: "このフォルダを開くことは許可されていません。",
    hint: "起動時に許可されたフォルダの中から選んでください。",
  },
  protocolMismatch: {
    message: "ページと本体のバージョンが合っていません。",
    hint: "ページを再読み込みしてください。直らない場合は LoRA Atelier を更新して再起動してください。",
  },
  unknownMethod: {
    message: "この操作は本体がまだ対応していません。",
    hint: "LoRA Atelier を更新して再起動してください。",
  },
  busy: {
    message: "ほかの処理が使用中です。",
    hint: "その処理が終わってから、もう一度実行してください。",
  },
  inferenceFailed: {
    message: "モデルの実行に失敗しました。",
    hint: "メモリの空きを確認してください。繰り返す場合は別のモデルをお試しください。",
  },
  fileNotWritten: {
    message: "ファイルに書き込めませんでした。",
    hint: "ディスクの空き容量と、フォルダの書き込み権限を確認してください。",
  },
  fileExists: {
    message: "同じ名前のファイルがすでにあります。",
    hint: "既存のファイルは上書きしていません。名前を変えるか移動してから、もう一度実行してください。",
  },
  unreadableText: {
    message: "このファイルはテキストとして読み込めません。",
    hint: "キャプションかどうかを確認し、テキストエディタで UTF-8 として保存し直してください。",
  },
  unwritableText: {
    message: "このファイルの文字コードでは書けない文字があります。",
    hint: "その文字を除くか、先にファイルを UTF-8 で保存し直してください。",
  },
  offline: {
    message: "Hugging Face に接続できません。",
    hint: "ネットワーク、プロキシ（HTTPS_PROXY）、HF_ENDPOINT、HF_HUB_OFFLINE の設定を確認してください。",
  },
  accessRefused: {
    message: "このモデルのダウンロードには許可が必要です。",
    hint: "モデルのページで利用条件に同意し、アクセストークンを環境変数 HF_TOKEN に設定して起動し直してください。",
  },
  downloadFailed: {
    message: "モデルのダウンロードに失敗しました。",
    hint: "もう一度実行すると続きからダウンロードします。",
  },
  webuiFailed: {
    message: "WebUI での処理に失敗しました。",
    hint: "WebUI のコンソールに詳しい理由が出ています。",
  },
  checksumMismatch: {
    message: "ダウンロードした内容が公開元と一致しません。",
    hint: "ファイルは削除しました。もう一度実行してください。繰り返す場合はプロキシやミラーを確認してください。",
  },
  diskFull: {
    message: "ディスクの空き容量が足りません。",
    hint: "空き容量を増やすか、HF_HOME に別のディスクのフォルダを指定してください。",
  },
  internal: {
    message: "予期しないエラーが起きました。",
    hint: "もう一度実行しても直らない場合は、詳細を添えてお知らせください。",
  },
  pictureTooLarge: {
    message: "画像ファイルが大きすぎます（20 MB まで）。",
    hint: "フォルダに入れて開くか、小さく保存し直してください。",
  },
  pictureGone: {
    message: "WebUI の画像を読めません。",
    hint: "描き直すか、ほかの画像を選んでください。",
  },
  disconnected: {
    message: "本体との接続が切れています。",
    hint: "自動的に再接続します。そのあとでもう一度お試しください。",
  },
};

export const jaErrors: ErrorWords = byCode;
