/** What the store of state, captions and moves says, by its English pattern. */
export const storeSaidJa = {
  "Check that the file can be read.": "ファイルを読み取れるか確認してください。",
  "The state in {folder} has version {version}; this program knows versions up to {newest}.":
    "{folder} の保存データはバージョン {version} です。このプログラムが扱えるのは {newest} までです。",
  "Update LoRA Atelier, or set ATELIER_HOME to another folder.":
    "LoRA Atelier を更新するか、ATELIER_HOME に別のフォルダを指定してください。",
  "Expected every file to get a name of its own, found {path} twice.": "複数のファイルが同じ名前になります：{path}",
  "Expected every file once, found {path} twice.": "同じファイルが 2 回指定されています：{path}",
  "Choose other names, or move fewer files.": "別の名前にするか、移動するファイルを減らしてください。",
  "Expected text in UTF-8, Shift_JIS, EUC-JP or UTF-16, found {found}.":
    "UTF-8・Shift_JIS・EUC-JP・UTF-16 のテキストではありません：{found}",
  "Look whether this is a caption; if it is one, save it as UTF-8 with a text editor.":
    "キャプションかどうかを確認し、キャプションならテキストエディタで UTF-8 として保存し直してください。",
  "{size} bytes, where at most {largest} are read": "{size} バイト（読み込めるのは {largest} バイトまで）",
  "bytes that are none of these": "どの文字コードでもない内容",
  "NUL characters, as in files that are no text": "NUL 文字（テキストではないファイル）",
  'The file is written in {encoding}, which cannot hold "{missing}".':
    "このファイルの文字コード {encoding} では「{missing}」を書けません。",
  "Leave the character out, or save the file as UTF-8 with a text editor first.":
    "その文字を除くか、先にテキストエディタで UTF-8 として保存し直してください。",
  "There is nothing to undo in {folder}.": "{folder} には元に戻せる変更がありません。",
  "There is nothing to redo in {folder}.": "{folder} にはやり直せる変更がありません。",
  "Only changes made by LoRA Atelier are kept here.": "記録されているのは LoRA Atelier による変更だけです。",
  "The history of {folder} has no step {step}.": "{folder} の履歴に {step} 番の変更はありません。",
  "Its steps and restore points are listed by: captions history":
    "変更と復元ポイントは `captions history` で一覧できます。",
} as const;
