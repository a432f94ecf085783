/** What computes, and the libraries for NVIDIA cards, by its English pattern. */
export const cudaSaidJa = {
  "Tagging runs": "タグ付け",
  "Cutting out runs": "背景の切り抜き",
  "the CPU": "CPU で",
  "the GPU by CUDA": "GPU（CUDA）で",
  "the GPU by DirectML": "GPU（DirectML）で",
  "Core ML": "Core ML で",
  "the GPU by WebGPU": "GPU（WebGPU）で",
  "{place} in batches of {batch}": "{place}、{batch} 枚ずつ",
  "{work} on {place}.": "{work}を {place}実行しています。",
  "{work} on {place}: {why}.": "{work}を {place}実行しています（{why}）。",
  "{provider} cannot be used ({reason})": "{provider} は使えません：{reason}",
  "{told}; {more}": "{told}、{more}",
  "as asked": "指定どおり",
  'with the provider "{provider}" its process ended': "「{provider}」ではプロセスが終了しました",
  "onnxruntime cannot start it here": "onnxruntime がここでは起動できません",
  "onnxruntime's library for it is not installed": "onnxruntime 用のライブラリが入っていません",
  "libcuda.so.1 is missing, which comes with NVIDIA's driver":
    "NVIDIA のドライバーに含まれる libcuda.so.1 がありません",
  "{name} is missing: `models install-cuda` brings it": "{name} がありません。`models install-cuda` で入ります",
  "`models install-cuda` installs it.": "`models install-cuda` で入ります。",
  "{message} {hint}": "{message}対処：{hint}",
  "Libraries for {card} are gone: `models install-cuda` brings them again ({amount} GB).":
    "{card} 用のライブラリが失われています。`models install-cuda` で入れ直せます（{amount} GB）。",
  "`models install-cuda` lets taggers use {card} ({amount} GB are downloaded).":
    "`models install-cuda` を実行すると、タガーが {card} を使えるようになります（ダウンロード {amount} GB）。",
  "Tagging goes on with the CPU; nothing needs to be done.":
    "タグ付けは CPU で続けられます。何もする必要はありません。",
  "These libraries are for Linux.": "このライブラリは Linux 用です。",
  "On Windows the graphics card is used through DirectML, without further libraries.":
    "Windows では追加のライブラリなしに、DirectML で GPU を使います。",
  "These libraries are for Linux on x64; this is {system}.": "このライブラリは x64 の Linux 用です（現在：{system}）。",
  "No NVIDIA card answers (nvidia-smi).": "NVIDIA の GPU が応答しません（nvidia-smi）。",
  "If there is one, install NVIDIA's driver; otherwise tagging goes on with the CPU.":
    "GPU があるなら NVIDIA のドライバーを入れてください。なければ、タグ付けは CPU で続けられます。",
  "The driver {driver} runs CUDA {cuda} at most; these libraries need CUDA {needed}.":
    "ドライバー {driver} が対応するのは CUDA {cuda} までですが、このライブラリには CUDA {needed} が必要です。",
  "Update NVIDIA's driver to 580 or newer; until then tagging goes on with the CPU.":
    "NVIDIA のドライバーを 580 以降に更新してください。それまで、タグ付けは CPU で続けられます。",
  "{card} has compute capability {capability}; CUDA 13 needs {needed} or more.":
    "{card} の Compute Capability は {capability} ですが、CUDA 13 には {needed} 以上が必要です。",
  "{needed} GB of free disk are needed in {folder}; {free} GB are free.":
    "{folder} のディスクに {needed} GB の空きが必要です（空き {free} GB）。",
  'The system cannot look for libraries in {folder}: its path holds "{wrong}".':
    "{folder} にはパスに「{wrong}」が含まれるため、システムがライブラリを探せません。",
  "Set ATELIER_HOME to a folder without it.": "ATELIER_HOME に、それを含まないフォルダを指定してください。",
  "{variable} expects the address of an index of Python packages.":
    "{variable} には Python パッケージのインデックスのアドレスを指定してください。",
  "For instance {variable}={address}": "例：{variable}={address}",
  "{index} does not have {name} {version} for Linux.": "{index} に Linux 用の {name} {version} がありません。",
  "Set {variable} to an index that has it, for instance {address}.":
    "{variable} に、それを持つインデックスを指定してください（例：{address}）。",
  "The package {name} does not hold {file}.": "パッケージ {name} に {file} が入っていません。",
  "Update LoRA Atelier; then start again.": "LoRA Atelier を更新して、もう一度実行してください。",
  "The libraries are being installed.": "ライブラリを入れている途中です。",
  "Cancel that job first (`jobs cancel`).": "先にその作業を中止してください（`jobs cancel`）。",
};
