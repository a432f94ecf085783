/** What copies, archives and new sets of the Dataset room say, by their English pattern. */
export const datasetFilesSaidJa = {
  "{target} exists already.": "{target} はすでにあります。",
  "Choose another name, or allow replacing it.": "別の名前にするか、置き換えを許可してください。",
  "There is no folder {target}.": "フォルダ {target} がありません。",
  "Make it first, or choose another.": "先に作るか、別のフォルダを選んでください。",
  "The folder does not hold the files any more that were shown; nothing was added.":
    "表示したあとにフォルダの中身が変わったため、何も追加していません。",
  "Look at what would come, then do it again.": "追加される内容を確認してから、もう一度実行してください。",
  "{path} is no ZIP archive that can be read: {message}.": "{path} は ZIP として読み込めません：{message}",
  "Pack the pictures anew as ZIP.": "画像を ZIP にまとめ直してください。",
  "{path} is refused: {what}.": "{path} は受け付けられません：{what}",
  "it is locked with a password": "パスワードがかかっています",
  "it holds {entryCount} files": "ファイルが {entryCount} 件あります",
  "it unpacks to more than {mostBytes} bytes": "展開すると {mostBytes} バイトを超えます",
  "it unpacks to {unpacked} times its size": "展開すると {unpacked} 倍の大きさになります",
  "Unpack it yourself, look at it, and add the files.": "自分で展開して確認し、ファイルを追加してください。",
  '"{key}" is no upload.': "「{key}」はアップロードされたファイルではありません。",
  "Upload the file again.": "もう一度アップロードしてください。",
  'A file called "{name}" cannot be added.': "「{name}」という名前のファイルは追加できません。",
  "Rename it first.": "先に名前を変えてください。",
  "{plain} is larger than {mostBytes} bytes.": "{plain} が {mostBytes} バイトを超えています。",
  "Add it by its path.": "パスで指定して追加してください。",
  "Frames of a video need ffmpeg, which was not found.": "動画からの切り出しに必要な ffmpeg が見つかりません。",
  "Install ffmpeg so that the command `ffmpeg` works, or set ATELIER_FFMPEG to its program.":
    "`ffmpeg` コマンドが使えるようにインストールするか、ATELIER_FFMPEG に実行ファイルを指定してください。",
  "Play it in a video player to see whether it is whole.": "動画プレーヤーで再生し、壊れていないか確認してください。",
  "The folder does not hold the files any more for which these names were shown; nothing was renamed.":
    "表示したあとにフォルダの中身が変わったため、名前を変えていません。",
  "Look at the new names, then do it again.": "新しい名前を確認してから、もう一度実行してください。",
  "There is nothing to do: no size, no limit, no shape, no multiple, no trim.":
    "サイズ・上限・縦横比・倍数・余白の除去のどれも指定されていません。",
  "Give a size, a largest size, a multiple, an aspect, or let bars be trimmed.":
    "サイズ、最大サイズ、倍数、縦横比、余白の除去のいずれかを指定してください。",
  "{other} lies inside {folder}, or holds it.": "{other} が {folder} の中にあるか、それを含んでいます。",
  "Choose a folder beside it: what lies inside would be read as pictures of the set.":
    "外のフォルダを選んでください。中に置くと教師画像として読み込まれます。",
  "Only the owner may name a WebUI.": "WebUI を指定できるのは所有者だけです。",
  "Enlarge with Lanczos, or log in.": "Lanczos で拡大するか、ログインしてください。",
  "Save it again with a picture viewer, or take it out of the folder.":
    "画像ビューアで保存し直すか、フォルダから除いてください。",
  "Expected a folder, found a file: {folder}": "フォルダではなくファイルです：{folder}",
  "Name the folder that holds the pictures.": "画像の入ったフォルダを指定してください。",
  "There is no folder {folder}.": "フォルダ {folder} がありません。",
  "Check the spelling; relative folders are meant from where you stand.":
    "パスが正しいか確認してください。相対パスは現在のフォルダからのものです。",
  "The box {box} holds nothing.": "枠 {box} には何も入りません。",
  "Expected left, top, right, bottom in parts of the picture, such as 0.2, 0, 0.8, 0.5.":
    "左・上・右・下を画像に対する割合で指定してください（例：0.2, 0, 0.8, 0.5）。",
  "Nobody waits for this picture any more.": "この画像はもう必要とされていません。",
} as const;
