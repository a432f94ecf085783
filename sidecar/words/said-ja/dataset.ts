/** What the Dataset room says, by its English pattern. */
export const datasetSaidJa = {
  "{into} lies inside {folder}, whose pictures are arranged.": "{into} は、画像の元フォルダ {folder} の中にあります。",
  "Choose a folder beside it.": "元フォルダの外のフォルダを選んでください。",
  "The folders do not hold the files any more that were shown; nothing was arranged.":
    "表示したあとにフォルダの中身が変わったため、何も行っていません。",
  "Look at the folders that will come out, then do it again.": "結果の一覧を確認してから、もう一度実行してください。",
  "{folder} does not exist.": "{folder} がありません。",
  "{folder} is a file.": "{folder} はフォルダではなくファイルです。",
  "{folder} cannot be read.": "{folder} を読み取れません。",
  "Choose another folder.": "別のフォルダを選んでください。",
  "The smallest bucket side ({smallest}) is larger than a side of the resolution ({least}).":
    "最小バケット解像度（{smallest}）が、解像度の辺（{least}）より大きくなっています。",
  "Expected at most {least}: the trainer refuses more.":
    "{least} 以下にしてください。それより大きいと学習プログラムがエラーになります。",
  "The largest bucket side ({largest}) is smaller than a side of the resolution ({most}).":
    "最大バケット解像度（{largest}）が、解像度の辺（{most}）より小さくなっています。",
  "Expected at least {most}: the trainer refuses less.":
    "{most} 以上にしてください。それより小さいと学習プログラムがエラーになります。",
  "No bucket of steps of {step} fits into {resolution}.": "{step} 刻みでは {resolution} に収まるバケットを作れません。",
  "Choose a smaller step.": "刻みを小さくしてください。",
  "{path} is gone.": "{path} がなくなっています。",
  "Look at the folder again.": "フォルダを読み込み直してください。",
  "Look at the folder anew.": "フォルダを読み込み直してください。",
  'The background is transparent, white or a colour; found "{background}".':
    "背景は transparent・white・色のいずれかです（指定：「{background}」）。",
  "For instance #00ff00, with quotes in a shell.": "例：#00ff00（シェルでは引用符で囲んでください）。",
  "{address} arrived with another content than expected ({algorithm}).":
    "{address} から届いた内容が一致しません（{algorithm}）。",
  "It was deleted. Start again; if it happens again, a proxy or the mirror ({mirror}) changes files.":
    "削除しました。もう一度実行してください。繰り返す場合は、プロキシかミラー（{mirror}）がファイルを書き換えています。",
  'There is no cut-out model called "{name}".': "「{name}」という背景除去モデルはありません。",
  "`dataset cutout --models` lists the names.": "名前は `dataset cutout --models` で一覧できます。",
  "{address} answered with status {status}.": "{address} がステータス {status} を返しました。",
  "Start again later, or set {mirror} to a mirror that has the file.":
    "あとでもう一度実行するか、{mirror} にミラーを指定してください。",
  "{start} leads too far away.": "{start} の転送が多すぎます。",
  "Set {mirror} to a mirror.": "{mirror} にミラーを指定してください。",
  "{address} does not say how large the file is.": "{address} がファイルの大きさを返しません。",
  "Start again.": "もう一度実行してください。",
  "{address} ended the download early.": "{address} からのダウンロードが途中で切れました。",
  "The cut-out model {file} cannot be used: {reason}.": "背景除去モデル {file} は使えません：{reason}",
  "Expected an ONNX file of the rembg family: one square picture in, a mask out.":
    "rembg 系の ONNX ファイル（正方形の画像を入れるとマスクが出るもの）を指定してください。",
  "The cut-out model {name} is not on this machine.": "背景除去モデル {name} はこのパソコンにありません。",
  'There is no cut-out model "{nameOrFile}": expected a name or an .onnx file.':
    "背景除去モデル「{nameOrFile}」がありません。名前か .onnx ファイルを指定してください。",
  "Download it, give an ONNX file of yours, or use the small built-in {builtInCutout}.":
    "ダウンロードするか、手元の ONNX ファイルを指定するか、内蔵の {builtInCutout} を使ってください。",
  "The new set {output} lies inside {folder}, whose pictures it is made of, or holds it.":
    "出力先 {output} が元フォルダ {folder} の中にあるか、元フォルダを含んでいます。",
  "Choose a folder beside it, or write the cut-outs beside their originals.":
    "元フォルダの外を選ぶか、元画像と同じ場所に書き出してください。",
  "{missing} is no picture of {folder}.": "{missing} は {folder} の画像ではありません。",
  "{picture}: {message}": "{picture}：{message}",
  "{path}: {message}": "{path}：{message}",
  "{video}: {words}": "{video}：{words}",
  "Open the picture in a viewer; save it anew or take it out of the folder.":
    "画像ビューアで開いて保存し直すか、フォルダから除いてください。",
  "The process that cuts pictures out ended.": "背景除去のプロセスが終了しました。",
  "Run the same command again, finished pictures are not repeated; if it ends again, memory may be short.":
    "もう一度実行してください。済んだ画像は繰り返しません。また終了する場合はメモリ不足かもしれません。",
} as const;
