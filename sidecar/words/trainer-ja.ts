import { number } from "./counts-ja.js";
import type { TrainerProblemCode, TrainerProblemWords, TrainerWords } from "./trainer-en.js";

const quoted = (said: string | number | undefined): string => (said ? `最後の出力：「${said}」` : "");

export const trainerProblemsJa: Record<TrainerProblemCode, TrainerProblemWords> = {
  scriptsMissing: {
    title: "学習スクリプトがない",
    message: ({ folder }) => `${folder}には、LoRAを学習するスクリプト（train_network.pyなど）がありません。`,
    remedy: () => "sd-scriptsのフォルダーそのものを選ぶか、入手し直してください。",
  },
  scriptFails: {
    title: "学習スクリプトを読み込めない",
    message: ({ script, reason }) => `${script}を読み込めません：${reason}`,
    remedy: () =>
      "このsd-scriptsのrequirements.txtをvenvに入れ直してください。sd-scriptsを更新すると必要なものが変わります。",
  },
  pythonMissing: {
    title: "Pythonがない",
    message: ({ python }) => `学習プログラム用のPythonが見つかりません（${python}）。`,
    remedy: () => "sd-scriptsのフォルダーの中にvenvを作るか、環境変数SD_SCRIPTS_PYTHONでPythonを指定してください。",
  },
  pythonUnrunnable: {
    title: "Pythonを起動できない",
    message: ({ python, reason }) => `${python}を起動できません：${reason}`,
    remedy: () => "Pythonの実行ファイルか、実行権限があるかを確認し、だめならvenvを作り直してください。",
  },
  pythonFailed: {
    title: "Pythonが動かない",
    message: ({ python, exit, said }) => `${python}がPythonとして応答せず、終了しました（${exit}）。${quoted(said)}`,
    remedy: () =>
      "venvを作り直してください。元のPythonを削除したり、フォルダーを移動したりすると、venvは使えなくなります。",
  },
  pythonFlooded: {
    title: "Pythonが動かない",
    message: ({ python }) => `${python}の出力が止まらないため、終了させました。Pythonではないようです。`,
    remedy: () => "SD_SCRIPTS_PYTHONでPythonの実行ファイルを指定するか、venvを作り直してください。",
  },
  pythonSilent: {
    title: "Pythonが応答しない",
    message: (values) =>
      `${values.python}が${number(Number(values.seconds))}秒たっても応答しないため、終了させました。`,
    remedy: () => "更新後の初回は時間がかかるので、もう一度試してください。だめならvenvを作り直してください。",
  },
  pythonOld: {
    title: "Pythonが古い",
    message: ({ version, wanted }) =>
      `学習プログラム用のPythonは${version}です。sd-scriptsには${wanted}以降が必要です。`,
    remedy: ({ wanted }) => `Python ${wanted}を入れて、venvを作り直してください。`,
  },
  torchMissing: {
    title: "PyTorchがない",
    message: ({ python }) => `${python}にPyTorch（torch）が入っていないため、学習できません。`,
    remedy: () => "学習プログラムのvenvにtorchを入れるか、torchの入ったPythonをSD_SCRIPTS_PYTHONで指定してください。",
  },
  torchFails: {
    title: "PyTorchを読み込めない",
    message: ({ reason }) => `PyTorchは入っていますが、読み込めません：${reason}`,
    remedy: () =>
      "学習プログラムのvenvにtorchを入れ直してください。WindowsではVisual C++ランタイムも確認してください。",
  },
  torchEnds: {
    title: "PyTorchを読み込めない",
    message: ({ exit, said }) => `PyTorchの読み込み中にPythonが終了しました（${exit}）。${quoted(said)}`,
    remedy: () => "このパソコンのCPUとOSに合ったtorchを、学習プログラムのvenvに入れ直してください。",
  },
  torchSilent: {
    title: "PyTorchが応答しない",
    message: (values) =>
      `PyTorchの読み込みが${number(Number(values.seconds))}秒たっても終わらないため、終了させました。`,
    remedy: () =>
      "初回は時間がかかるので、もう一度試してください。続くときはグラフィックドライバーが固まっている可能性があるので、パソコンを再起動してください。",
  },
  torchOld: {
    title: "PyTorchが古い",
    message: ({ version, wanted }) => `PyTorchは${version}です。このsd-scriptsには${wanted}以降が必要です。`,
    remedy: ({ wanted }) => `学習プログラムのvenvにtorch ${wanted}を入れてください。`,
  },
  torchCpuOnly: {
    title: "PyTorchがCPU版",
    message: ({ card }) =>
      `このパソコンには${card}がありますが、PyTorchがCPU版です。1時間で済む学習に何日もかかります。`,
    remedy: () => "学習プログラムのvenvにCUDA版のtorchを入れてください（手順を参照）。",
  },
  cardUnseen: {
    title: "PyTorchからGPUが見えない",
    message: ({ card, version }) => `このパソコンには${card}がありますが、PyTorch ${version}からは使えません。`,
    remedy: () => "グラフィックドライバーを更新してください。PyTorchのCUDAより古いドライバーでは動きません。",
  },
  cardFails: {
    title: "GPUが応答しない",
    message: ({ reason }) => `PyTorchがGPUを調べたところ、エラーになりました：${reason}`,
    remedy: () => "パソコンを再起動し、直らなければグラフィックドライバーを更新してください。",
  },
  cardUnsupported: {
    title: "GPUに対してPyTorchが古い",
    message: ({ card, capability, version }) =>
      `PyTorch ${version}は${card}（${capability}）に対応していません。学習は「no kernel image is available」で止まります。`,
    remedy: () => "GPUに対応したtorchを入れてください。RTX 50シリーズにはtorch 2.8・CUDA 12.8以降が必要です。",
  },
  noCard: {
    title: "GPUがない",
    message: () => "PyTorchから使えるGPUがありません。CPUでの学習には何日もかかります。",
    remedy: () => "GPUのあるパソコンで学習してください。試すだけならCPUでも構いません。",
  },
  packageMissing: {
    title: "パッケージが足りない",
    message: ({ package: name }) => `パッケージ${name}がないため、学習プログラムは起動時に止まります。`,
    remedy: () => "学習プログラムのrequirements.txtをvenvに入れてください。",
  },
};

export const trainerJa: TrainerWords = {
  title: "学習プログラム",
  origins: {
    given: "指定された場所",
    "sd-scripts": "よくある場所のsd-scripts",
    kohya_ss: "kohya_ssの中",
    "stability-matrix": "Stability Matrixで導入",
    beside: "このソフトかWebUIの隣",
    rehearsal: "リハーサル用の代役",
  },
  pythonFrom: {
    environment: "SD_SCRIPTS_PYTHONで指定",
    folder: "学習プログラムのvenv",
    path: "システムのPython",
    none: "見つかりません",
  },
  found: (folder, revision) =>
    revision === null ? `sd-scripts（${folder}）` : `sd-scripts ${revision.slice(0, 10)}（${folder}）`,
  usable: "学習できます",
  notUsable: "まだ学習できません",
  missed: (folder) => `${folder}に学習プログラムがありません。直下にもsd-scriptsの中にもtrain_network.pyがありません。`,
  missedBy: (folder, variable) => `${variable}が指す${folder}に学習プログラムがありません。`,
  missedRemedy:
    "sd-scriptsかkohya_ssのフォルダー、またはStability Matrixのデータフォルダー（中にPackagesがあるもの）を指定してください。",
  none: "このパソコンに学習プログラムが見つかりません。",
  noneRemedy: "sd-scriptsかkohya_ssがあればそのフォルダーを指定し、なければ下の手順で導入してください。",
  versions: (torch, cuda) => (cuda === null ? `PyTorch ${torch}` : `PyTorch ${torch}・${cuda}`),
  device: (name, mebibytes) =>
    mebibytes === null ? name : `${name}（${number(Math.round(mebibytes / 102.4) / 10)} GiB）`,
  refused: (argument, message) => `学習プログラムが${argument}を受け付けません：${message}`,
  refusedSomething: (message) => `学習プログラムがこの設定を受け付けません：${message}`,
  unknownArguments: (names) =>
    `この学習プログラムは${names}を知らず、黙って無視します。新しいsd-scriptsなら使えるかもしれません。`,
  importFails: (reason) => `学習スクリプトを読み込めません：${reason}。学習を始めても同じように止まります。`,
  guide: {
    title: "手動で導入する",
    note: "先にPython 3.10とgitを入れてください。1行が1つのコマンドです。約10 GBをダウンロードします。",
    steps: {
      clone: "sd-scriptsを入手",
      venv: "専用のPython環境を作る",
      pip: "インストーラーを最新にする",
      torch: "PyTorchを入れる",
      requirements: "sd-scriptsに必要なものを入れる",
      check: "PyTorchからGPUが見えるか確認",
    },
    builds: {
      cu118: "古いドライバーのNVIDIA GPU（CUDA 11.8）",
      cu124: "RTX 40シリーズまでのNVIDIA製GPU（CUDA 12.4）",
      cu128: "RTX 50シリーズのNVIDIA製GPU（CUDA 12.8）",
      rocm: "Linux上のAMD製GPU（ROCm）",
      cpu: "GPUなし（試用のみ）",
      mps: "Apple Silicon",
    },
  },
};
