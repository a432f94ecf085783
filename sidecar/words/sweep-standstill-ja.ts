import type { sweepStandstillEn } from "./sweep-standstill-en.js";

export const sweepStandstillJa: typeof sweepStandstillEn = {
  interruptedInWebui: {
    message: "WebUI で中断（Interrupt）が押されたので、描き比べは一時停止しています。",
    hint: "描いた画像は残っています。WebUI が空いたら再開してください。",
  },
  offline: {
    message: "描く WebUI が見つかりません。",
    hint: "WebUI を起動してから再開してください（タブとして使っていないなら --api が必要です）。",
  },
  accessRefused: {
    message: "WebUI がユーザー名とパスワードを求めています（--api-auth）。",
    hint: "アドレスに書いてください：http://ユーザー名：パスワード@ホスト：7860",
  },
  notAllowed: {
    message: "WebUI が --api なしで動いています。",
    hint: "起動引数に --api を加えて起動し直してから再開してください。",
  },
  diskFull: {
    message: "ディスクがいっぱいです。",
    hint: "画像の保存先に空きを作ってから再開してください。",
  },
};
