/** What sheets, animations and votes of the Sweep room say, by their English pattern. */
export const sweepExportSaidJa = {
  "{path} exists already.": "{path} はすでにあります。",
  "Choose another name, for instance {free}.": "別の名前にしてください（例：{free}）。",
  "The sheet needs {needed} GB in {folder} while it is put together; {free} GB are free.":
    "一覧画像の作成中に {folder} で {needed} GB を使いますが、空きは {free} GB です。",
  "Make room there, choose smaller cells, or hide some values.":
    "空き容量を増やすか、マスを小さくするか、表示する値を減らしてください。",
  "What was packed is no WebP.": "作成したデータが WebP になっていません。",
  "Save it in another format.": "別の形式で保存してください。",
  'This sweep has no axis "{along}".': "この描き比べに軸「{along}」はありません。",
  'This sweep has no axis "{id}".': "この描き比べに軸「{id}」はありません。",
  "It has: {axes}.": "ある軸：{axes}",
  "These frames are too many for one animation.": "アニメーションのコマ数が多すぎます。",
  "Hide some values.": "表示する値を減らしてください。",
  "There is no frame.": "コマがありません。",
  "Show at least one value.": "値を一つ以上表示してください。",
  "The sheet would be {width} pixels wide: a row of it does not fit into memory.":
    "一覧画像の幅が {width} ピクセルになり、1 行分がメモリに収まりません。",
  "Swap rows and columns, move an axis to the super rows, or choose smaller cells.":
    "行と列を入れ替えるか、軸を外側の行に移すか、マスを小さくしてください。",
  "One picture is {width} × {height} pixels: no picture format can hold it.":
    "1 枚が {width} × {height} ピクセルになり、どの画像形式でも保存できません。",
  "Choose a smaller cell width.": "マスの幅を小さくしてください。",
  'Every value of "{title}" is hidden.': "「{title}」の値がすべて非表示になっています。",
  "Show at least one value of each axis.": "各軸の値を一つ以上表示してください。",
  'The axis "{id}" is named twice.': "軸「{id}」が 2 回指定されています。",
  "Show each axis in one direction.": "軸はそれぞれ一方向に割り当ててください。",
  '"{title}" has {count} values; value {value} was asked for.':
    "「{title}」の値は {count} 個ですが、{value} 番が指定されました。",
  "Values count from 0.": "値の番号は 0 から数えます。",
  "It is not known where the WebUI has its LoRA files.": "WebUI の LoRA フォルダの場所が分かりません。",
  "Name the folder (--folder DIR), or connect the WebUI (webui connect http://127.0.0.1:7860).":
    "フォルダを指定するか（--folder DIR）、WebUI を接続してください（webui connect http://127.0.0.1:7860）。",
  "LoRA {lora} was asked for; the sweep has {count}.":
    "LoRA {lora} 番が指定されましたが、この描き比べには {count} 個しかありません。",
  "They count from 0.": "番号は 0 から数えます。",
  "Cell {named} has no proven picture.": "マス {named} に、LoRA の使用を確認できた画像がありません。",
  "Choose another cell, or leave it out.": "別のマスを選ぶか、指定を外してください。",
  "The folder {folder} cannot be read.": "フォルダ {folder} を読み取れません。",
  "The stand-in WebUI is not there.": "リハーサル用の WebUI がありません。",
  "Install LoRA Atelier again.": "LoRA Atelier をインストールし直してください。",
  "The WebUI {missing} is not known.": "WebUI {missing} は登録されていません。",
  "Connect it: webui connect ADDRESS.": "接続してください：webui connect アドレス",
  "No WebUI is known that could draw.": "描画に使える WebUI が登録されていません。",
  "Open the studio as a tab of your WebUI, or name its address: webui connect http://127.0.0.1:7860.":
    "WebUI のタブとして開くか、アドレスを登録してください（webui connect http://127.0.0.1:7860）。",
  "There are no LoRA files to try.": "試す LoRA ファイルがありません。",
  "Train one first, or choose .safetensors files.": "先に学習するか、.safetensors ファイルを選んでください。",
  "The values of {axis} cannot be read: {code}.": "{axis} の値を読み取れません（{code}）。",
  'The values of {axis} cannot be read at "{piece}": {code}.': "{axis} の値を「{piece}」で読み取れません（{code}）。",
  "Look at the sweep first: it tells what each list should be.":
    "先に内容を確認してください。各リストの書き方が表示されます。",
  'There is no axis "{unknown}".': "軸「{unknown}」はありません。",
  "sweep axes lists them.": "`sweep axes` で一覧できます。",
  "The axis {twice} is there twice.": "軸 {twice} が 2 回指定されています。",
  "Join its values into one list.": "値を一つのリストにまとめてください。",
  "At most {mostCells} cells are expected; these axes make {cellCount}.":
    "マスは {mostCells} 個までですが、{cellCount} 個になります。",
  "Take fewer values.": "値を減らしてください。",
  'There is no saved sweep "{name}".': "保存した描き比べ「{name}」はありません。",
  "`sweep saved` lists those there are.": "`sweep saved` で一覧できます。",
  "The WebUI sent something that is no whole picture; it is drawn again.":
    "WebUI から届いた画像が壊れているため、描き直します。",
  "A picture could not be read: {message}": "画像を読み込めませんでした：{message}",
  "Sweeps are planned and drawn only on the machine itself, or behind a login.":
    "描き比べを行えるのは、このパソコンからか、ログインしたときだけです。",
  "Draw it again, or look at the folder.": "描き直すか、フォルダを確認してください。",
  "These files come from no training run here, so there is no plan to change.":
    "ここで学習したファイルではないため、変更する学習計画がありません。",
  "Sweep the files of a run, or change your plan by the report's own words.":
    "学習のファイルで描き比べるか、レポートを見て学習計画を変更してください。",
  "The sweep shows nothing to change in the plan.": "この描き比べから、学習計画を変える理由は見つかりません。",
  "Use what it recommends.": "推奨された設定を使ってください。",
  "There is no drawn and proven picture to vote on yet.": "投票できる画像がまだありません。",
  "Wait until some are drawn; pairs need two pictures of the same prompt and seed.":
    "描き終わるまでお待ちください。比較には同じプロンプト・シードの画像が 2 枚必要です。",
  "This ballot has no paper {paper}.": "この投票に {paper} はありません。",
  "Begin another ballot.": "新しい投票を始めてください。",
  '"{vote}" is no vote on {pictures}.': "「{vote}」は {pictures} への投票ではありません。",
  "Expected {words}.": "指定できるもの：{words}",
  "The page is large for one file: a name without .html makes a folder, which opens faster.":
    "一つのファイルにするには大きすぎます。名前から .html を外すとフォルダになり、速く開けます。",
  "Cell {index}: {reason}": "マス {index}：{reason}",
  "A PNG of {amount} megapixels is large; JPEG or WebP take a fraction of it.":
    "{amount} メガピクセルの PNG は大きくなります。JPEG か WebP なら何分の一かで済みます。",
  "JPEG, since the sheet has {amount} megapixels: too many for PNG and WebP.":
    "{amount} メガピクセルあり、PNG・WebP では大きすぎるため、JPEG にします。",
  "JPEG instead of WebP, which cannot hold {amount} megapixels at this shape.":
    "この形の {amount} メガピクセルは WebP に収まらないため、JPEG にします。",
  "{count} sheets, since no picture format holds all of it.": "一枚に収まる画像形式がないため、{count} 枚に分けます。",
  "No proven picture of this LoRA was drawn: its card has none.":
    "LoRA の使用を確認できた画像がないため、サムネイルは付きません。",
  "A rehearsal: no model has drawn these pictures.": "リハーサルです。モデルが描いた画像ではありません。",
  "The name {wanted} was used for another file: a part of the content's hash follows it.":
    "{wanted} という名前は別のファイルに使われているため、内容のハッシュの一部を後ろに付けます。",
  "{title} did not read its LoRA list again: {reason}": "{title} の LoRA 一覧を更新できませんでした：{reason}",
} as const;
