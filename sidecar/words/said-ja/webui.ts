/** What the links to WebUIs say, by its English pattern. */
export const webuiSaidJa = {
  "what answers there is no WebUI": "WebUI ではないものが応答しています",
  "it is just starting": "起動中です",
  "status {status}": "ステータス {status}",
  "status {statusCode}": "ステータス {statusCode}",
  "no connection": "接続できません",
  "The WebUI at {url} has no API.": "{url} の WebUI は API が有効になっていません。",
  "Start it with --api among its arguments.": "起動引数に --api を加えて起動してください。",
  "The picture is not the one its name says.": "画像の内容が名前と一致しません。",
  "Send it again.": "もう一度送ってください。",
  'The address of a WebUI is expected; found "{written}".': "「{written}」は WebUI のアドレスではありません。",
  "For instance http://127.0.0.1:7860, as the WebUI prints it when it has started.":
    "WebUI の起動時に表示されるアドレスを指定してください（例：http://127.0.0.1:7860）。",
  "The WebUI at {url} does not answer: {why}.": "{url} の WebUI が応答しません：{why}",
  "Start it, with --api among its arguments, and check the address.":
    "起動引数に --api を加えて起動し、アドレスを確認してください。",
  "The WebUI at {url} wants a user and a password (--api-auth).":
    "{url} の WebUI にはユーザー名とパスワードが必要です（--api-auth）。",
  "Write them into the address: http://USER:PASSWORD@host:7860.":
    "アドレスに含めてください：http://USER:PASSWORD@host:7860",
  "The WebUI at {url} could not do it: {what}.": "{url} の WebUI で処理に失敗しました：{what}",
  "Its console says more; a WebUI without --api answers 404.":
    "WebUI のコンソールに詳しい理由が出ています。--api なしの WebUI は 404 を返します。",
  "Which WebUIs are asked is chosen only on the machine itself, or behind a login.":
    "接続する WebUI を選べるのは、このパソコンからか、ログインしたときだけです。",
  "Open the studio there, or turn the WebUI's login on.":
    "そのパソコンで開くか、WebUI のログイン（--gradio-auth）を有効にしてください。",
  "It may be drawing or loading; look again later.":
    "生成中か読み込み中かもしれません。しばらくしてから確認してください。",
  "The WebUI at {title} did not answer in time.": "WebUI（{title}）が時間内に応答しませんでした。",
  "No WebUI was connected by the address {id}.": "アドレス {id} の WebUI は登録されていません。",
  "`webui list` names them.": "`webui list` で一覧できます。",
  "The WebUI in {title} does not answer: {why}.": "{title} の WebUI が応答しません：{why}",
  "Start it again, or wait until it is back.": "起動し直すか、復帰するまでお待ちください。",
  "Restart the WebUI: the extension in it is older.": "WebUI 側の拡張機能が古いため、WebUI を再起動してください。",
  "Draw it again; if that does not help, restart the WebUI.":
    "もう一度描いてください。直らない場合は WebUI を再起動してください。",
  "A picture that was drawn did not arrive.": "生成した画像が届きませんでした。",
  "Its console may say more.": "WebUI のコンソールに詳しい理由が出ているかもしれません。",
  "{found} pictures came instead of {asked}.": "{asked} 枚のはずが {found} 枚しか届きませんでした。",
  "The WebUI's answer has {what}.": "WebUI の応答が正しくありません：{what}",
  "Is it a WebUI, and of a version that is known?": "対応しているバージョンの WebUI か確認してください。",
  "no info": "info がありません",
  "an info that is no JSON": "info が JSON ではありません",
  "{found} pictures instead of {asked}": "{asked} 枚のはずが {found} 枚です",
  "a picture without a seed": "シードのない画像があります",
  "Its version does not have it: leave this axis out, or draw with another WebUI.":
    "このバージョンにはありません。この軸を外すか、別の WebUI で描いてください。",
  "This WebUI does not know {unknown}.": "この WebUI にはありません：{unknown}",
  'This WebUI has no option "{needed}".': "この WebUI に設定「{needed}」はありません。",
  'This WebUI has no {what} "{name}".': "この WebUI に{what}「{name}」はありません。",
  "Choose one of its own: {known}.": "次から選んでください：{known}",
  sampler: "サンプラー",
  "schedule type": "スケジュールタイプ",
  "The WebUI at {url} did not enlarge the picture: {what}.": "{url} の WebUI で拡大できませんでした：{what}",
  "Start the WebUI with --api, check its address and the upscaler's name, or enlarge with Lanczos.":
    "--api を付けて WebUI を起動し、アドレスとアップスケーラー名を確認してください。Lanczos での拡大もできます。",
  "it sent no picture": "画像が届きませんでした",
} as const;
