import type { webuiPageEn } from "./webui-page-en.js";

export const webuiPageJa: typeof webuiPageEn = {
  webuiColours: "WebUI の配色",
  webuiLanguage: "WebUI の言語",
  asBrowser: "ブラウザに合わせる",
  look: "外観",
  cover: "ウィンドウ全体に表示",
  uncover: "タブの中に戻す",
  lost: {
    webui:
      "WebUI から応答がありません。再読み込み中なら、このページは自動的に再開します。終了していた場合は、もう一度起動してください。実行中の学習はそのまま続き、ほかの処理は WebUI が戻ると再開します。",
    standalone:
      "スタジオから応答がありません。終了していた場合は npm start でもう一度起動してください。このページは自動的に再開します。実行中の学習はそのまま続きます。",
    studio:
      "WebUI は応答していますが、スタジオ本体が応答していません。再起動中です。このページは自動的に再開します。詳しくは WebUI のコンソールに表示されます。",
    origin:
      "このページのアドレスが WebUI に伝わっていないため、接続できません。手前のリバースプロキシで名前を渡してください（nginx の場合: proxy_set_header Host $http_host）。",
    sockets:
      "ページは届いていますが、WebSocket が届いていません。手前のリバースプロキシで通してください（nginx の場合: proxy_http_version 1.1 と、Upgrade・Connection ヘッダー）。",
  },
};
