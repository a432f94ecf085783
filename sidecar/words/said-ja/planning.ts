/** What the Plan room says, by its English pattern. */
export const planningSaidJa = {
  "Expected words of one line for cmd.exe, found a line break in {word}.":
    "cmd.exe では改行を含む値を渡せません：{word}",
  "Use PowerShell, or the command with --config_file.": "PowerShell か、--config_file を使うコマンドにしてください。",
  "Expected text, found a zero byte in {word}.": "{word} に NUL 文字が含まれています。",
  "Take the zero byte out of the plan.": "学習計画から NUL 文字を取り除いてください。",
  "Expected the steps that Kohya's GUI counts, found no count of the pictures.":
    "画像の枚数が分からないため、Kohya's GUI のステップ数を計算できません。",
  "Give the folders of pictures of this machine, or say how many steps or epochs to train.":
    "このパソコンの画像フォルダを指定するか、ステップ数またはエポック数を指定してください。",
  "Expected the path of the dataset file, found none, and this plan has sets of its own.":
    "この学習計画は独自のデータセットを持つため、データセットファイルのパスが必要です。",
  "Write the dataset TOML first and give its path.": "先にデータセットの TOML を書き出し、そのパスを指定してください。",
  "{path} does not tell how long it was trained.": "{path} には学習にかかった時間が記録されていません。",
  "Only files that a whole run saved at its end hold both times.":
    "両方の時刻があるのは、最後まで学習して保存されたファイルだけです。",
  "Expected a configuration, found an empty text.": "設定の内容が空です。",
  "Choose the file that holds it.": "設定の入ったファイルを選んでください。",
  "Expected a configuration, found JSON that breaks off.": "設定の JSON が途中で終わっているか、壊れています。",
  "Expected a path or a text.": "パスかテキストのどちらかが必要です。",
  "Give one of them.": "どちらか一方を指定してください。",
  "This plan has version {file}; this program knows version {version}.":
    "この学習計画はバージョン {file} です。このプログラムが扱えるのは {version} です。",
  "The plan does not have the form of one: {problems}": "学習計画の形式が正しくありません：{problems}",
  "Correct the fields that are named, or export the plan again.":
    "示された項目を直すか、学習計画を書き出し直してください。",
  "{path} is a folder, not a file.": "{path} はファイルではなくフォルダです。",
  "{path} has {size} bytes; a configuration has fewer than {maxBytes}.":
    "{path} は {size} バイトあります。設定ファイルは {maxBytes} バイト未満です。",
  "{path} is no text file.": "{path} はテキストファイルではありません。",
  "Expected a Kohya JSON, an sd-scripts TOML, a dataset TOML, a plan, or a LoRA.":
    "Kohya の JSON、sd-scripts の TOML、データセットの TOML、学習計画、LoRA のいずれかを選んでください。",
  "Expected a Kohya configuration of at most {largestKohyaText} characters, found {count}.":
    "Kohya の設定は {largestKohyaText} 文字までです（実際：{count} 文字）。",
  "Choose the .json file that Kohya's GUI saved, not a data file.":
    "データファイルではなく、Kohya's GUI が保存した .json を選んでください。",
  "Expected the JSON of a Kohya configuration, found text that is no JSON.":
    "Kohya の設定の JSON として読み取れません。",
  "Save the configuration again in Kohya's GUI.": "Kohya's GUI で設定を保存し直してください。",
  "Expected a LoRA configuration of Kohya's GUI with keys such as LoRA_type and network_dim, found other JSON.":
    "LoRA_type や network_dim を含む Kohya's GUI の LoRA 設定ではなく、別の JSON です。",
  "Choose a .json file that was saved on the LoRA page of Kohya's GUI.":
    "Kohya's GUI の LoRA タブで保存した .json を選んでください。",
  "{path} holds no training metadata (ss_…).": "{path} には学習のメタデータ（ss_…）がありません。",
  "It was saved without them (--no_metadata), merged, or made by another program: nothing tells how it was trained.":
    "メタデータなしで保存されたか（--no_metadata）、マージされたか、別のソフトで作られたファイルのため、学習内容が分かりません。",
  "All numbers are given; nothing is missing.": "すべての値が指定されていて、求めるものがありません。",
  "Missing are: {missing}.": "足りない値：{missing}",
  "Give all but one of images, repeats, epochs and steps; batch size, accumulation and processes are 1 if left out.":
    "画像枚数・繰り返し数・エポック数・ステップ数のうち一つだけを空けてください。バッチサイズ・勾配累積・プロセス数は、省くと 1 になります。",
  'There is no LoRA type "{name}".': "「{name}」という LoRA の種類はありません。",
  "There are: {names}.": "選べるもの：{names}",
  "There are: {all}.": "選べるもの：{all}",
  "A preset and a configuration are both given.": "プリセットと設定の両方が指定されています。",
  "Begin with one of them.": "どちらか一方から始めてください。",
  "The plan's folders hold no captions, and it has no trigger word: there is nothing to make prompts of.":
    "フォルダにキャプションがなく、トリガーワードもないため、プロンプトを作れません。",
  "Give the folders of the pictures, or write the prompts yourself.":
    "画像フォルダを指定するか、プロンプトを自分で書いてください。",
  "Folders are mapped only on the machine itself.": "フォルダの対応付けができるのは、このパソコンからだけです。",
  "There is no plan {id}.": "学習計画 {id} がありません。",
  "The list of plans names those there are.": "学習計画の一覧を確認してください。",
  "Plan {id} does not fit any more: {problems}.": "学習計画 {id} は、今の形式に合いません：{problems}",
  "It was saved by another version of this program.": "別のバージョンで保存されたものです。",
  "The plan was changed elsewhere meanwhile (revision {revision}, and {ifRevision} was expected).":
    "学習計画が別の画面で変更されています（版 {revision}、想定は {ifRevision}）。",
  "Look at it as it is now, then change it again; or save yours as a new plan.":
    "現在の内容を確認して変更し直すか、新しい学習計画として保存してください。",
  'The preset "{name}" comes with the program.': "「{name}」は付属のプリセットです。",
  "Choose another name.": "別の名前にしてください。",
  'There is no preset "{name}".': "プリセット「{name}」はありません。",
  "The list of presets names them.": "プリセットの一覧を確認してください。",
  "Expected a TOML file of at most {largestTomlText} characters, found {count}.":
    "TOML は {largestTomlText} 文字までです（実際：{count} 文字）。",
  "Choose the trainer's configuration, not a data file.":
    "データファイルではなく、学習プログラムの設定を選んでください。",
  "Expected TOML, found text that is none, line {line}, column {column}.":
    "TOML として読み取れません（{line} 行 {column} 文字目）。",
  "Expected TOML, found text that is none.": "TOML として読み取れません。",
  "Look at the file in a text editor.": "テキストエディタで内容を確認してください。",
  '"{bad}" is no name of an argument.': "「{bad}」は引数の名前ではありません。",
  "Names have letters, digits and underscores: learning_rate.":
    "名前に使えるのは英数字とアンダースコアです（例：learning_rate）。",
} as const;
