/** What the tools for LoRA files say, by its English pattern. */
export const trainingToolsSaidJa = {
  "{path} is a pickle file: loading it runs whatever program is hidden in it.":
    "{path} は pickle 形式です。読み込むと、中に仕込まれたプログラムが実行されるおそれがあります。",
  "Use a .safetensors file. If you trust who made this one, allow it (--allow-pickle).":
    ".safetensors を使ってください。作者を信頼できる場合だけ許可してください（--allow-pickle）。",
  "{path} is cut off: {bytes} of {promised} bytes.":
    "{path} は途中で切れています（{promised} バイト中 {bytes} バイト）。",
  "Copy, download or save it again.": "コピー・ダウンロード・保存をやり直してください。",
  "{path} has the layout {format}; this tool of sd-scripts works on lora_down and lora_up only.":
    "{path} の構造は {format} です。sd-scripts のこのツールは lora_down・lora_up だけに対応しています。",
  "Choose a LoRA file.": "LoRA ファイルを選んでください。",
  "There is no tool in sd-scripts for this layout.": "sd-scripts に、この構造に対応するツールはありません。",
  "{path} is for {family}, {otherPath} for {otherFamily}.":
    "{path} は {family} 用、{otherPath} は {otherFamily} 用です。",
  "Only LoRAs for the same kind of model can be merged.": "マージできるのは同じ種類のモデル用の LoRA だけです。",
  "The LoRAs have different dimensions: {layer} has {dim} in {path} and {otherDim} in {otherPath}.":
    "LoRA の次元数（dim）が異なります。{layer} は {path} で {dim}、{otherPath} で {otherDim} です。",
  "Merge by SVD (--svd), or put them side by side (--concat).":
    "SVD でマージするか（--svd）、連結してください（--concat）。",
  "The new dimension {rank} is larger than that of {path}, which is {largest}.":
    "新しい dim {rank} が、{path} の dim {largest} より大きくなっています。",
  "Resizing only goes down: choose a smaller one.": "リサイズは小さくする方向だけです。小さい値を選んでください。",
  "The files are for different kinds of models: {families}.":
    "異なる種類のモデル用のファイルが混ざっています：{families}",
  "Choose files for the same kind.": "同じ種類のモデル用のファイルを選んでください。",
  "The files do not tell what kind of model they are for.": "ファイルから、どのモデル用か判断できません。",
  "Name it (--family): {keys}.": "指定してください（--family）：{keys}",
  "The new file is to be a .safetensors file; found {path}.": "出力は .safetensors にしてください（指定：{path}）。",
  "Give it that ending.": "拡張子を直してください。",
  "No trainer was found on this machine; the tools are part of it.":
    "学習プログラムが見つかりません。ツールは学習プログラムに含まれています。",
  "`train trainers` says how one is installed. Looking through a file (lora verify) needs none.":
    "インストール方法は `train trainers` で確認できます。ファイルの検査（lora verify）に学習プログラムは不要です。",
  "The trainer in {folder} has no {script}.": "{folder} の学習プログラムに {script} がありません。",
  "Use a newer sd-scripts.": "新しい sd-scripts を使ってください。",
  "No free name was found for {path}.": "{path} に使える空いた名前がありません。",
  "{path} is there already, and is not written over.": "{path} はすでにあり、上書きしません。",
  "Choose another name, such as {freePath}, or --rename for a free one.":
    "{freePath} のような別の名前にするか、--rename で空いた名前を使ってください。",
  "true or false": "true か false",
  "a text": "文字列",
  "a whole number from {least} to {most}": "{least}〜{most} の整数",
  "a number from {least} to {most}": "{least}〜{most} の数値",
  "The tool {tool} has no argument {argument} for {family}.":
    "{family} 用のツール {tool} に引数 {argument} はありません。",
  "It has {known}.": "指定できる引数：{known}",
  "{name} expects {expected}; found {value}.": "{name} に指定できるのは{expected}です（指定：{value}）。",
  "Change this value.": "値を直してください。",
  "dynamic_param was given without dynamic_method.": "dynamic_method なしで dynamic_param が指定されています。",
  "Choose a dynamic method, or leave both out.": "dynamic_method を選ぶか、両方を外してください。",
  "dynamic_method {method} needs dynamic_param above {least} and up to {most}; found {kept}.":
    "dynamic_method が {method} のときは、dynamic_param を {least} より大きく {most} 以下にしてください（指定：{kept}）。",
  none: "なし",
  "For instance 10.": "例：10",
  "For instance 0.9.": "例：0.9",
  "The tool {tool} of sd-scripts does not know {family}.":
    "sd-scripts のツール {tool} は {family} に対応していません。",
  "It knows {families}.": "対応しているもの：{families}",
  "The tool {tool} takes {count} LoRA files; found {found}.":
    "ツール {tool} に渡す LoRA ファイルは {count} 個です（指定：{found} 個）。",
  "Name as many as it takes.": "必要な数だけ指定してください。",
  "Each LoRA needs its ratio: {loras} LoRAs, {ratios} ratios.":
    "LoRA ごとに比率が必要です（LoRA {loras} 個に対し比率 {ratios} 個）。",
  "For instance 0.5,0.5 for two LoRAs.": "例：LoRA 2 個なら 0.5,0.5",
  "The tool {tool} needs the file {file}.": "ツール {tool} にはファイル {file} が必要です。",
  "Name it.": "指定してください。",
  "No tool was started under the number {id}.": "{id} 番のツールは実行されていません。",
  "`lora list` names those there are.": "`lora list` で一覧できます。",
  "A tool is at work already (number {id}).": "ほかのツールが実行中です（{id} 番）。",
  "Wait for it, or end it: lora stop {id}. Two at once would fight over memory.":
    "終わるのを待つか、停止してください（lora stop {id}）。同時に動かすとメモリが足りなくなります。",
} as const;
