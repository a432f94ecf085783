import { number } from "./counts-ja.js";
import type { TrainerProblemCode, TrainerProblemWords, TrainerWords } from "./trainer-en.js";

const quoted = (said: string | number | undefined): string => (said ? `最後の出力：「${said}」` : "");

export const trainerProblemsJa: Record<TrainerProblemCode, TrainerProblemWords> = {
  scriptsMissing: {
    title: "学習スクリプトがない",
    message: ({ folder }) => `${folder} には、LoRA を学習するスクリプト（train_network.py など）がありません。`,
    remedy: () => "sd-scripts のフォルダそのものを選ぶか、入手し直してください。",
  },
  scriptFails: {
    title: "学習スクリプトを読み込めない",
    message: ({ script, reason }) => `${script} を読み込めません：${reason}`,
    remedy: () =>
      "この sd-scripts の requirements.txt を venv に入れ直してください。sd-scripts を更新すると必要なものが変わります。",
  },
  pythonMissing: {
    title: "Python がない",
    message: ({ python }) => `学習プログラム用の Python が見つかりません（${python}）。`,
    remedy: () =>
      "sd-scripts のフォルダの中に venv を作るか、環境変数 SD_SCRIPTS_PYTHON で Python を指定してください。",
  },
  pythonUnrunnable: {
    title: "Python を起動できない",
    message: ({ python, reason }) => `${python} を起動できません：${reason}`,
    remedy: () => "Python の実行ファイルか、実行権限があるかを確認し、だめなら venv を作り直してください。",
  },
  pythonFailed: {
    title: "Python が動かない",
    message: ({ python, exit, said }) => `${python} が Python として応答せず、終了しました（${exit}）。${quoted(said)}`,
    remedy: () =>
      "venv を作り直してください。元の Python を削除したり、フォルダを移動したりすると、venv は使えなくなります。",
  },
  pythonFlooded: {
    title: "Python が動かない",
    message: ({ python }) => `${python} の出力が止まらないため、終了させました。Python ではないようです。`,
    remedy: () => "SD_SCRIPTS_PYTHON で Python の実行ファイルを指定するか、venv を作り直してください。",
  },
  pythonSilent: {
    title: "Python が応答しない",
    message: (values) =>
      `${values.python} が ${number(Number(values.seconds))} 秒たっても応答しないため、終了させました。`,
    remedy: () => "更新後の初回は時間がかかるので、もう一度試してください。だめなら venv を作り直してください。",
  },
  pythonOld: {
    title: "Python が古い",
    message: ({ version, wanted }) =>
      `学習プログラム用の Python は ${version} です。sd-scripts には ${wanted} 以降が必要です。`,
    remedy: ({ wanted }) => `Python ${wanted} を入れて、venv を作り直してください。`,
  },
  torchMissing: {
    title: "PyTorch がない",
    message: ({ python }) => `${python} に PyTorch（torch）が入っていないため、学習できません。`,
    remedy: () =>
      "学習プログラムの venv に torch を入れるか、torch の入った Python を SD_SCRIPTS_PYTHON で指定してください。",
  },
  torchFails: {
    title: "PyTorch を読み込めない",
    message: ({ reason }) => `PyTorch は入っていますが、読み込めません：${reason}`,
    remedy: () =>
      "学習プログラムの venv に torch を入れ直してください。Windows では Visual C++ランタイムも確認してください。",
  },
  torchEnds: {
    title: "PyTorch を読み込めない",
    message: ({ exit, said }) => `PyTorch の読み込み中に Python が終了しました（${exit}）。${quoted(said)}`,
    remedy: () => "このパソコンの CPU と OS に合った torch を、学習プログラムの venv に入れ直してください。",
  },
  torchSilent: {
    title: "PyTorch が応答しない",
    message: (values) =>
      `PyTorch の読み込みが ${number(Number(values.seconds))} 秒たっても終わらないため、終了させました。`,
    remedy: () =>
      "初回は時間がかかるので、もう一度試してください。続くときはグラフィックドライバーが固まっている可能性があるので、パソコンを再起動してください。",
  },
  torchOld: {
    title: "PyTorch が古い",
    message: ({ version, wanted }) => `PyTorch は ${version} です。この sd-scripts には ${wanted} 以降が必要です。`,
    remedy: ({ wanted }) => `学習プログラムの venv に torch ${wanted} を入れてください。`,
  },
  torchCpuOnly: {
    title: "PyTorch が CPU 版",
    message: ({ card }) =>
      `このパソコンには${card}がありますが、PyTorch が CPU 版です。1 時間で済む学習に何日もかかります。`,
    remedy: () => "学習プログラムの venv に CUDA 版の torch を入れてください（手順を参照）。",
  },
  cardUnseen: {
    title: "PyTorch から GPU が見えない",
    message: ({ card, version }) => `このパソコンには${card}がありますが、PyTorch ${version} からは使えません。`,
    remedy: () => "グラフィックドライバーを更新してください。PyTorch の CUDA より古いドライバーでは動きません。",
  },
  cardFails: {
    title: "GPU が応答しない",
    message: ({ reason }) => `PyTorch が GPU を調べたところ、エラーになりました：${reason}`,
    remedy: () => "パソコンを再起動し、直らなければグラフィックドライバーを更新してください。",
  },
  cardUnsupported: {
    title: "GPU に対して PyTorch が古い",
    message: ({ card, capability, version }) =>
      `PyTorch ${version} は${card}（${capability}）に対応していません。学習は「no kernel image is available」で止まります。`,
    remedy: () => "GPU に対応した torch を入れてください。RTX 50 シリーズには torch 2.8・CUDA 12.8 以降が必要です。",
  },
  noCard: {
    title: "GPU がない",
    message: () => "PyTorch から使える GPU がありません。CPU での学習には何日もかかります。",
    remedy: () => "GPU のあるパソコンで学習してください。試すだけなら CPU でも構いません。",
  },
  packageMissing: {
    title: "パッケージが足りない",
    message: ({ package: name }) => `パッケージ ${name} がないため、学習プログラムは起動時に止まります。`,
    remedy: () => "学習プログラムの requirements.txt を venv に入れてください。",
  },
};

export const trainerJa: TrainerWords = {
  title: "学習プログラム",
  origins: {
    given: "指定された場所",
    "sd-scripts": "よくある場所の sd-scripts",
    kohya_ss: "kohya_ss の中",
    "stability-matrix": "Stability Matrix でインストール",
    beside: "このソフトか WebUI の隣",
    rehearsal: "リハーサル用の代役",
  },
  pythonFrom: {
    environment: "SD_SCRIPTS_PYTHON で指定",
    folder: "学習プログラムの venv",
    path: "システムの Python",
    none: "見つかりません",
  },
  found: (folder, revision) =>
    revision === null ? `sd-scripts（${folder}）` : `sd-scripts ${revision.slice(0, 10)}（${folder}）`,
  usable: "学習できます",
  notUsable: "まだ学習できません",
  missed: (folder) =>
    `${folder} に学習プログラムがありません。直下にも sd-scripts の中にも train_network.py がありません。`,
  missedBy: (folder, variable) => `${variable}が指す ${folder} に学習プログラムがありません。`,
  missedRemedy:
    "sd-scripts か kohya_ss のフォルダ、または Stability Matrix のデータフォルダ（中に Packages があるもの）を指定してください。",
  none: "このパソコンに学習プログラムが見つかりません。",
  noneRemedy: "sd-scripts か kohya_ss があればそのフォルダを指定し、なければ下の手順でインストールしてください。",
  versions: (torch, cuda) => (cuda === null ? `PyTorch ${torch}` : `PyTorch ${torch}・${cuda}`),
  device: (name, mebibytes) =>
    mebibytes === null ? name : `${name}（${number(Math.round(mebibytes / 102.4) / 10)} GiB）`,
  refused: (argument, message) => `学習プログラムが ${argument} を受け付けません：${message}`,
  refusedSomething: (message) => `学習プログラムがこの設定を受け付けません：${message}`,
  unknownArguments: (names) =>
    `この学習プログラムは${names}を知らず、黙って無視します。新しい sd-scripts なら使えるかもしれません。`,
  importFails: (reason) => `学習スクリプトを読み込めません：${reason}。学習を始めても同じように止まります。`,
  guide: {
    title: "手動でインストールする",
    note: "先に Python 3.10 と git を入れてください。1 行が 1 つのコマンドです。約 10 GB をダウンロードします。",
    steps: {
      clone: "sd-scripts を入手",
      venv: "専用の Python 環境を作る",
      pip: "インストーラーを最新にする",
      torch: "PyTorch を入れる",
      requirements: "sd-scripts に必要なものを入れる",
      check: "PyTorch から GPU が見えるか確認",
    },
    builds: {
      cu118: "古いドライバーの NVIDIA GPU（CUDA 11.8）",
      cu124: "RTX 40 シリーズまでの NVIDIA 製 GPU（CUDA 12.4）",
      cu128: "RTX 50 シリーズの NVIDIA 製 GPU（CUDA 12.8）",
      rocm: "Linux 上の AMD 製 GPU（ROCm）",
      cpu: "GPU なし（試用のみ）",
      mps: "Apple Silicon",
    },
  },
};
