import type { RefusedWords } from "./refused-en.js";

export const refusedJa: RefusedWords = {
  foreign:
    "このアドレスまたはページは LoRA Atelier のものではありません。起動時に表示されたアドレスで開いてください。別の名前で公開する場合は --host を付けて起動してください。",
  noToken: "`npm start` が表示したアドレスで開いてください。このブラウザーが許可されます。",
  notHere: "これは同じコンピューターのプログラムだけが使えます。",
  tooMany: "開いている接続が多すぎます。LoRA Atelier のページをいくつか閉じてから、もう一度試してください。",
  slow: "送信の続きが時間内に届きませんでした。もう一度送ってください。",
};
