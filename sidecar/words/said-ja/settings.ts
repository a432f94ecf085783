/** What the settings say, by its English pattern. */
export const settingsSaidJa = {
  "{address} was changed, and its password is not known here.":
    "{address} が変更されましたが、そのパスワードはここでは分かりません。",
  "Write the password again.": "パスワードをもう一度書いてください。",
  'There is no setting "{name}".': "「{name}」という設定はありません。",
  "`settings list` has them all.": "`settings list` ですべて表示できます。",
  "{name} is set by nobody but who can write a file on the machine.":
    "{name} は、このパソコンのファイルに書ける人だけが設定できます。",
  "Write it into {path}, then start the studio anew.": "{path} に書いて、起動し直してください。",
  "{name} is set only on the machine itself, or behind a login.":
    "{name} は、このパソコン上、またはログインした人だけが設定できます。",
  "Open the studio on its machine, or turn the WebUI's login on.":
    "このパソコンで開くか、WebUI のログインを有効にしてください。",
  "{name} expects {expected}; found {found}.": "{name} には{expected}を指定してください（指定されたもの：{found}）。",
  "null gives it its default again.": "null で既定値に戻ります。",
  "true or false": " true か false ",
  "one of {choices}": " {choices} のどれか",
  "a number from {least} to {most}": " {least}～{most} の数",
  "a whole number from {least} to {most}": " {least}～{most} の整数",
  "a text": "文字列",
  "the full path of a folder": "フォルダのフルパス",
  "the full path of a file": "ファイルのフルパス",
  "a list of full paths of folders": "フォルダのフルパスのリスト",
  "a list of addresses such as http://127.0.0.1:7860": " http://127.0.0.1:7860 のようなアドレスのリスト",
  "{name} is set in {path}, which wins.": "{name} は {path} で指定されていて、そちらが優先されます。",
  "Change it there, then start the studio anew.": "そのファイルを変更して、起動し直してください。",
  "The settings were changed elsewhere meanwhile.": "その間に、ほかの場所で設定が変更されました。",
  "Look at them again, then change them.": "もう一度確認してから変更してください。",
  "{path} could not be written: {reason}": "{path} に書き込めません：{reason}",
  "Free some space, or make the folder writable; nothing was changed.":
    "空き容量を増やすか、フォルダを書き込み可能にしてください。何も変更していません。",
  'There is no tagger "{model}".': "「{model}」というタガーはありません。",
  "`models list` has the names; a folder is given by its full path.":
    "名前は `models list` で確認できます。フォルダはフルパスで指定してください。",
  "There is no folder {path}; the full path of one is expected.":
    "フォルダ {path} がありません。フォルダのフルパスを指定してください。",
  "There is no file {path}; the full path of one is expected.":
    "ファイル {path} がありません。ファイルのフルパスを指定してください。",
  "This is set by the owner of this machine only, whatever visitors are allowed.":
    "これは、ログインなしの利用者への許可にかかわらず、このパソコンの持ち主だけが設定できます。",
  "kept in {path}; {local} is there and wins": "{path} に保存しています。{local} があり、そちらが優先されます",
  "kept in {path}; {local} would win": "{path} に保存しています（{local} を作ると、そちらが優先されます）",
  "Correct the file, then start the studio anew; what is off counts as not written.":
    "ファイルを直して起動し直してください。正しくない箇所は、書かれていないものとして扱います。",
  "Check the spelling.": "入力に誤りがないか確認してください。",
};
