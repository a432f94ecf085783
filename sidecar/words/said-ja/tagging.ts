/** What the Tagging room says, by its English pattern. */
export const taggingSaidJa = {
  'The caption name "{captionName}" cannot be used.': "キャプションのファイル名「{captionName}」は使えません。",
  "Expected a file name with [name] in it and a suffix that is no picture's, for instance [name].txt.":
    "[name] を含み、画像以外の拡張子が付いたファイル名にしてください（例：[name].txt）。",
  "The expression /{expression}/ cannot be read: {message}": "正規表現 /{expression}/ を読み取れません：{message}",
  "Expected a regular expression without look-around or back references, for instance /^(red|blue) eyes$/.":
    "先読み・後読みと後方参照のない正規表現にしてください（例：/^(red|blue) eyes$/）。",
  "The picture is not base64.": "画像が base64 ではありません。",
  "Expected a picture file's bytes in base64.": "画像ファイルの内容を base64 で送ってください。",
  "The picture has {size} MB; expected at most {mostBytes} MB.":
    "画像が {size} MB あります。送れるのは {mostBytes} MB までです。",
  "Send it smaller: taggers look at it in less than a megapixel.":
    "小さくして送ってください。タガーが見るのは 100 万画素未満です。",
  "Send another picture file.": "別の画像ファイルを送ってください。",
  "The picture": "この画像",
  "there is no such folder": "フォルダがありません",
  "the folder is empty": "フォルダが空です",
  "found {names} and {more} more": "{names} ほか {more} 件があります",
  "found {names}": "{names} があります",
  "The tagger in {folder} cannot be used: {reason}.": "{folder} のタガーは使えません：{reason}",
  "Expected a folder with {knownLayouts}.": "次のいずれかが入ったフォルダを指定してください：{knownLayouts}",
  'There is no tagger "{nameOrFolder}": in {folder}, {found}.':
    "タガー「{nameOrFolder}」が見つかりません（{folder}：{found}）。",
  "Give a name (`models list`) or a folder with {knownLayouts}; or leave --model out for the small built-in tagger ({builtInModel}).":
    "名前（`models list`）か、次のいずれかが入ったフォルダを指定してください：{knownLayouts}。--model を省くと内蔵の小さなタガー（{builtInModel}）を使います。",
  "{name} is not on this machine, and only its owner may download it.":
    "{name} はこのパソコンになく、ダウンロードできるのは所有者だけです。",
  "{model} is not on this machine, and only its owner may download it.":
    "{model} はこのパソコンになく、ダウンロードできるのは所有者だけです。",
  "Choose a model that is here, log in, or ask who runs the studio.":
    "すでにあるモデルを選ぶか、ログインするか、管理している人に確認してください。",
  'There is no tagger called "{name}".': "「{name}」というタガーはありません。",
  "`models list` shows the names; a repository is named owner/name, a folder by its path.":
    "名前は `models list` で確認できます。リポジトリは owner/name、フォルダはパスで指定してください。",
  "provider, threads and batchSize are set by the owner of this machine only.":
    "provider・threads・batchSize を指定できるのは、このパソコンの所有者だけです。",
  "Leave them out, log in, or ask who runs the studio.":
    "指定を外すか、ログインするか、管理している人に確認してください。",
  "There are no pictures in {folder}.": "{folder} に画像がありません。",
  "Expected .png, .jpg, .webp, .bmp, .gif, .avif or .tiff files, in the folder or in 10_name subfolders.":
    "フォルダの直下か「10_名前」形式のサブフォルダに、.png・.jpg・.webp・.bmp・.gif・.avif・.tiff を入れてください。",
  "{image} has no scores of one of the models.": "{image} には、一部のモデルの確信度がありません。",
  "Run the same command again; what is scored is not repeated.":
    "もう一度実行してください。済んだ画像は繰り返しません。",
  "The process that runs the tagger ended.": "タガーのプロセスが終了しました。",
  "the process that loads it ended": "読み込み中にプロセスが終了しました",
  "Run the same command again; finished pictures are not repeated.":
    "もう一度実行してください。済んだ画像は繰り返しません。",
  "{file} exists.": "{file} はすでにあります。",
  "Choose another file, or say that it may be replaced.": "別のファイルにするか、置き換えを指定してください。",
} as const;
