/** What the studio's own doors say, by its English pattern. */
export const serverSaidJa = {
  "The client speaks protocol {protocol}, the sidecar protocol {protocolVersion}.":
    "ページのプロトコルは {protocol}、本体は {protocolVersion} で、一致しません。",
  "Reload the page; if that does not help, update LoRA Atelier and restart it.":
    "ページを再読み込みしてください。直らない場合は LoRA Atelier を更新して再起動してください。",
  "{method} came before initialize.": "initialize より前に {method} が届きました。",
  "Send initialize first.": "先に initialize を送ってください。",
  "path is missing.": "path がありません。",
  "Expected ?path=FILE.": "?path=ファイル を付けてください。",
  "{path} is not a picture.": "{path} は画像ではありません。",
  "Expected the path of a picture.": "画像のパスを指定してください。",
  "picture is missing.": "picture がありません。",
  "Expected ?picture= of sweep/cells.": "sweep/cells の ?picture= を付けてください。",
  "There is no picture {picture}.": "画像 {picture} がありません。",
  "Draw the cell again.": "このマスを描き直してください。",
  "key is missing.": "key がありません。",
  "Expected ?key= of dataset/cutoutPreview.": "dataset/cutoutPreview の ?key= を付けてください。",
  "Expected ?picture= of sweep/sheet.": "sweep/sheet の ?picture= を付けてください。",
  "The file's name is missing.": "ファイル名がありません。",
  "Expected ?name= and x-atelier-upload.": "?name= と x-atelier-upload を付けてください。",
  "Only the owner may add files.": "ファイルを追加できるのは所有者だけです。",
  "Log in, or ask who runs the studio.": "ログインするか、管理している人に確認してください。",
  "Log in, or ask who runs it.": "ログインするか、管理している人に確認してください。",
  "The picture's name is missing.": "画像の名前がありません。",
  "Expected ?picture= and x-atelier-upload.": "?picture= と x-atelier-upload を付けてください。",
  "Only the owner may add pictures.": "画像を追加できるのは所有者だけです。",
  "The picture is larger than {mostDrawnBytes} bytes.": "画像が {mostDrawnBytes} バイトを超えています。",
  "Draw it smaller.": "小さく描いてください。",
  "The stand-in WebUI did not start: {reason}.": "リハーサル用の WebUI が起動しませんでした：{reason}",
  "Try again; else build LoRA Atelier anew.":
    "もう一度お試しください。直らない場合は LoRA Atelier をビルドし直してください。",
  'it said "{line}"': "出力：{line}",
  "exit code {exitCode}. {stderr}": "終了コード {exitCode}。{stderr}",
  "the studio is closing": "本体が終了中です",
  "{method}: {problems}": "{method}：{problems}",
  "Expected what protocol/schema says for this method.": "protocol/schema にある形で送ってください。",
  "There is no method {method}.": "{method} という操作はありません。",
  "Update the page or the sidecar: one of them is older.": "ページか本体のどちらかが古いため、更新してください。",
  "The studio can only be ended on its own machine.": "本体を終了できるのは、動いているパソコンからだけです。",
  "threshold expects 0 to 1; found {value}.": "threshold は 0〜1 で指定してください（現在：{value}）。",
  "For instance 0.35.": "例：0.35",
  "image is missing.": "image がありません。",
  "Expected a picture file in base64.": "画像ファイルを base64 で送ってください。",
  "The studio is running.": "本体が起動しています。",
  "Close the WebUI and every other start of it, then try again.":
    "WebUI など、本体を起動しているものをすべて終了してから、もう一度実行してください。",
  "Another program uses it: give another one with --port.":
    "ほかのプログラムが使用中です。--port で別の番号を指定してください。",
  "Give another address with --host or --port.": "--host または --port で別のアドレスを指定してください。",
  "The studio cannot listen on {host}:{port}: {message}": "{host}:{port} で待ち受けできません：{message}",
  "kept in {folder}": "{folder} に保存しています",
  "Make the folder writable, or set ATELIER_HOME to another one.":
    "フォルダを書き込み可能にするか、ATELIER_HOME に別のフォルダを指定してください。",
  "{amount} GiB free where the state is kept": "保存先の空き容量 {amount} GiB",
  "Free some space, or set ATELIER_HOME to a folder on another disk.":
    "空き容量を増やすか、ATELIER_HOME に別のディスクのフォルダを指定してください。",
  "the small built-in tagger loads ({tags} tags; onnxruntime brings {backends}). {execution}":
    "内蔵の小さなタガーを読み込めます（{tags} タグ、onnxruntime：{backends}）。{execution}",
  "{name}, {free} MiB of {total} MiB free": "{name}（{total} MiB 中 {free} MiB 空き）",
  "{told}; {card}": "{told}、{card}",
  "no NVIDIA card answers; none is needed so far": "NVIDIA の GPU は応答していません。今のところ必要ありません",
  "No trainer was found on this machine.": "このパソコンに学習プログラムが見つかりません。",
  "Name the folder of sd-scripts or kohya_ss if you have it; else install it in the Training room.":
    "sd-scripts か kohya_ss があればそのフォルダを指定し、なければ「学習」の画面でインストールしてください。",
  "sd-scripts {revision} in {folder} can train (torch {torch}, {cuda})":
    "{folder} の sd-scripts {revision} で学習できます（torch {torch}、{cuda}）",
  "sd-scripts {revision} in {folder} cannot train yet (torch {torch}, {cuda})":
    "{folder} の sd-scripts {revision} ではまだ学習できません（torch {torch}、{cuda}）",
  "no CUDA": "CUDA なし",
} as const;
