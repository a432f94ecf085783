/** What the Captions room says, by its English pattern. */
export const captionsSaidJa = {
  "The caption of {name} was changed meanwhile; nothing was written. It now reads: {text}":
    "{name} のキャプションはその間に変更されています。何も書き込んでいません。現在の内容：{text}",
  "(no file)": "（ファイルなし）",
  "The page now shows it as it is; do the change again on it.":
    "現在の内容を表示しました。それに対してもう一度変更してください。",
  "The captions are not those any more for which this change was shown; nothing was changed.":
    "確認画面を表示したあとにキャプションが変わったため、何も変更していません。",
  "Look at the new preview, then do it again.": "新しいプレビューを確認してから、もう一度実行してください。",
  '"{word}" cannot be a trigger word.': "「{word}」はトリガーワードにできません。",
  "Expected one tag without a comma, for instance okara.": "カンマを含まないタグを一つ指定してください（例：okara）。",
  "Nothing to look for was given.": "検索する文字がありません。",
  "Write what is to be replaced.": "置き換える対象を入力してください。",
  "The expression /{find}/ cannot be read: {message}": "正規表現 /{find}/ を読み取れません：{message}",
  "Expected a regular expression without look-around or back references, for instance ^(red|blue) eyes$.":
    "先読み・後読みと後方参照のない正規表現にしてください（例：^(red|blue) eyes$）。",
  "The replacement names group {reference}; the expression has {groups}.":
    "置換文字列がグループ {reference} を使っていますが、正規表現にはグループが {groups} 個しかありません。",
  "Put brackets around what the group is to hold, for instance (red|blue) hair → $1 eyes.":
    "グループにする部分を括弧で囲んでください（例：(red|blue) hair → $1 eyes）。",
  "The format of {file} cannot be told from its suffix.": "{file} の形式は拡張子から判断できません。",
  "Expected .json, .jsonl, .csv or .zip, or the format by name.":
    ".json、.jsonl、.csv、.zip のいずれかにするか、形式を指定してください。",
  "{file} has {size} bytes; at most {largestFile} are read.":
    "{file} は {size} バイトあります。読み込めるのは {largestFile} バイトまでです。",
  "Split it.": "ファイルを分けてください。",
  "{file} is there already.": "{file} はすでにあります。",
  "Choose another name, or say to overwrite it.": "別の名前にするか、上書きを指定してください。",
  "Expected one caption for {file}; found two.": "{file} に対応するキャプションが 2 つあります。",
  "Two pictures differ by their suffix alone. Rename one, or export JSON, JSONL or CSV.":
    "拡張子だけが異なる画像があります。片方の名前を変えるか、JSON・JSONL・CSV で書き出してください。",
  "The archive is refused: expected {expected}, found {found}.":
    "この書庫は読み込めません。条件：{expected}、実際：{found}。",
  "Make an archive of the caption files alone.": "キャプションファイルだけの書庫を作ってください。",
  "Expected {expected}; found {found}.": "{expected}が必要ですが、見つかったのは{found}です。",
  "a table": "表",
  "no row that can be read": "読み取れる行のないもの",
  "a caption, text or tags column": "caption・text・tags のいずれかの列",
  "only {names}": "{names} だけ",
  "a header row or two columns": "見出し行、または 2 列の表",
  "{count} columns without names": "見出しのない {count} 列の表",
  "a JSON file": "JSON ファイル",
  "a text that is not JSON ({reason})": "JSON ではないテキスト（{reason}）",
  "an object of pictures": "画像ごとのオブジェクト",
  "a {kind}": "{kind} 型の値",
  "one JSON object a line": "1 行に一つの JSON オブジェクト",
  "no line of that kind": "そのような行のないもの",
  "Choose a .jsonl file, or JSON or CSV.": ".jsonl ファイルを選ぶか、JSON・CSV を指定してください。",
  "at most {caption} bytes a caption": "キャプション 1 件は {caption} バイトまで",
  "UTF-8 text": "UTF-8 のテキスト",
  "another encoding": "別の文字コード",
  "Save the file as UTF-8.": "UTF-8 で保存し直してください。",
  "at most {entries} files": "ファイルは {entries} 件まで",
  "at most {total} bytes of captions": "キャプションは合計 {total} バイトまで",
  more: "それ以上",
  "text packed at most {ratio} times": "圧縮率は {ratio} 倍まで",
  "{unpacked} times": "{unpacked} 倍",
  "a ZIP archive": "ZIP ファイル",
  "a file that is not one ({error})": "ZIP ではないファイル（{error}）",
  "Choose a .zip file.": ".zip ファイルを選んでください。",
  "The regular expression /{source}/ of the filter cannot be read: {message}":
    "フィルターの正規表現 /{source}/ を読み取れません：{message}",
  "Expected RE2's syntax, without look-around or back references, for instance tag:/^(red|blue) eyes$/.":
    "先読み・後読みと後方参照のない RE2 の書き方にしてください（例：tag:/^(red|blue) eyes$/）。",
  "Expected an object with a caption or tags.": "caption か tags を含むオブジェクトが必要です。",
  "{name}: expected an object with a caption or tags.": "{name}：caption か tags を含むオブジェクトが必要です。",
  "Expected a picture's name under {keys}; found none.": "画像の名前（{keys} のいずれか）がありません。",
  "{picture}: expected a text under caption, text or tags; found none.":
    "{picture}：caption・text・tags のどれにも文字がありません。",
  "Expected a picture's name; the cell is empty.": "画像の名前の欄が空です。",
  "{name}: expected a caption; the row ends.": "{name}：キャプションの前で行が終わっています。",
  "The row cannot be read: {reason}": "この行を読み取れません：{reason}",
  "Expected a JSON object; the line is not JSON.": "この行は JSON ではありません。",
  "{name}: refused, {why}.": "{name}：受け付けられません（{why}）。",
  "Line {line}: {message}": "{line} 行目：{message}",
  "{name} fits several pictures: {paths}": "{name} に当てはまる画像が複数あります：{paths}",
} as const;
