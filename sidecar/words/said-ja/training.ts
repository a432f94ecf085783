/** What the Training room says of runs and series, by its English pattern. */
export const trainingSaidJa = {
  "TensorBoard is not installed in the trainer's Python ({python}).":
    "学習プログラムの Python（{python}）に TensorBoard が入っていません。",
  'Install it there: "{python}" -m pip install tensorboard. The curves of this page need no TensorBoard to be looked at.':
    'インストールしてください："{python}" -m pip install tensorboard。このページの曲線は TensorBoard なしで見られます。',
  "TensorBoard did not start.": "TensorBoard が起動しませんでした。",
  "TensorBoard did not start: {said}": "TensorBoard が起動しませんでした：{said}",
  "Start it by hand in the trainer's Python to see more: python -m tensorboard.main --logdir FOLDER.":
    "学習プログラムの Python で直接起動すると詳しく分かります：python -m tensorboard.main --logdir フォルダ",
  "it said nothing in time": "時間内に応答がありません",
  "TensorBoard runs in the trainer's Python, and no trainer was found.":
    "TensorBoard は学習プログラムの Python で動きますが、学習プログラムが見つかりません。",
  "Name the folder of sd-scripts in the Training room, or with `train trainers --use DIR`.":
    "「学習」の画面か `train trainers --use DIR` で sd-scripts のフォルダを指定してください。",
  "Run {id} writes no event files.": "学習 {id} はイベントファイルを出力していません。",
  "Give the plan a logging_dir, or install tensorboard in the trainer's Python: the next run then writes them by itself.":
    "学習計画に logging_dir を指定するか、学習プログラムの Python に tensorboard を入れると、次の学習から出力されます。",
  "Two different runs are compared.": "異なる 2 つの学習を選んでください。",
  "`train list` names those there are.": "`train list` で一覧できます。",
  "`train list` tells.": "`train list` で確認できます。",
  "{path}: expected the pictures of a run, found {found}.": "{path} は教師画像の記録として読み取れません：{found}",
  "The run itself is not harmed; what it was trained on cannot be told.":
    "学習そのものに影響はありませんが、何を学習したかは表示できません。",
  "no JSON": "JSON ではありません",
  "version {version}": "バージョン {version}",
  "No trainer was installed by this studio yet.": "ここからインストールした学習プログラムはまだありません。",
  "`train install` does it.": "`train install` でインストールできます。",
  "An installation in {running} is at work.": "{running} へのインストールが進行中です。",
  "Wait for its end, or cancel it.": "終わるのを待つか、中止してください。",
  "An installation in {folder} is at work.": "{folder} へのインストールが進行中です。",
  "Wait for its end.": "終わるまでお待ちください。",
  "Run {id} has not ended yet.": "学習 {id} はまだ終わっていません。",
  "Stop it first.": "先に停止してください。",
  "Run {id} has no saved state to go on from.": "学習 {id} には再開に使える state がありません。",
  "States are saved where the plan has save_state; train again with it, or go on from a LoRA file (network_weights).":
    "state は学習計画で save_state を有効にすると保存されます。有効にして学習し直すか、LoRA ファイルから続けてください（network_weights）。",
  "Only while it trains can it save when it is asked to.": "途中で保存できるのは学習中だけです。",
  "Only while it trains can it draw samples when it is asked to.": "途中でサンプル画像を描けるのは学習中だけです。",
  "A run that trains is expected; run {id} is {state}.": "学習 {id} は学習中ではありません（{state}）。",
  "Run {id} was planned without prompts for sample pictures.": "学習 {id} にはサンプル画像のプロンプトがありません。",
  "Give prompts in the plan (sample_prompts) and train again.":
    "学習計画にプロンプト（sample_prompts）を指定して学習し直してください。",
  "Training is started only on the machine itself, or behind a login.":
    "学習を始められるのは、このパソコンからか、ログインしたときだけです。",
  "Name the folder (train results-folder DIR), or connect the WebUI (webui connect http://127.0.0.1:7860).":
    "フォルダを指定するか（train results-folder DIR）、WebUI を接続してください（webui connect http://127.0.0.1:7860）。",
  "Run {id} has saved no whole file.": "学習 {id} には、完全に保存されたファイルがありません。",
  "Run {id} has no whole file {path}.": "学習 {id} に、完全なファイル {path} はありません。",
  "`train show ID` names its files.": "`train show ID` でファイルを一覧できます。",
  "A run or a LoRA file is expected.": "学習か LoRA ファイルを指定してください。",
  "Give `run` or `path`.": "`run` か `path` を指定してください。",
  "{path} is there already.": "{path} はすでにあります。",
  "Give another name; what is there is not touched.": "別の名前を指定してください。既存のファイルは変更しません。",
  "{path} is not whole: it has {bytes} bytes, its header promises {promised}.":
    "{path} は不完全です（{bytes} バイト、ヘッダーでは {promised} バイト）。",
  "It may still be being written; a file of an interrupted run is no use.":
    "書き込み中かもしれません。中断された学習のファイルは使えません。",
  '"{name}" cannot be the name of a LoRA file.': "「{name}」は LoRA のファイル名にできません。",
  'Leave out < > : " / \\ | ? * and a point at its beginning or end.':
    '< > : " / \\ | ? * と、先頭・末尾のピリオドは使えません。',
  "There is no run {id}.": "学習 {id} がありません。",
  "The steps cannot be counted: the pictures are not here.":
    "画像がこのパソコンにないため、ステップ数を計算できません。",
  "Name folders of this machine.": "このパソコンのフォルダを指定してください。",
} as const;
