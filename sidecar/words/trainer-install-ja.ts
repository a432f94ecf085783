import { installCausesJa } from "./trainer-install-causes-ja.js";
import type { TrainerInstallWords } from "./trainer-install-en.js";
import { installProblemsJa } from "./trainer-install-problems-ja.js";

const gigabytes = (value: number): string => `${Math.round(value * 10) / 10} GB`;

/** 学習プログラムのインストールの文言。 */
export const trainerInstallJa: TrainerInstallWords = {
  problems: installProblemsJa,
  causes: installCausesJa,
  steps: {
    source: "sd-scripts を取得",
    venv: "専用の Python 環境を作成",
    pip: "pip を更新",
    torch: "PyTorch をインストール",
    requirements: "sd-scripts に必要なパッケージをインストール",
    extras: "追加のパッケージをインストール",
    check: "動くか確認",
  },
  title: "sd-scripts のインストール",
  open: "インストールする…",
  openOther: "別にインストールする…",
  note: "このフォルダの外やほかの Python には一切触れません。このページを閉じても続きます。",
  folder: "フォルダ",
  folderHint: "LoRA Atelier 自身のフォルダ内",
  torch: "PyTorch",
  torchChosen: "GPU に合わせる",
  python: "Python 3.10～3.12",
  pythonHint: "自動で探す",
  xformers: "xformers も入れる（独自のアテンション。たいていは不要）",
  looking: "この PC に必要なものを調べています…",
  willDo: "これから行うこと",
  into: "フォルダ",
  repository: "sd-scripts",
  from: (revision, url) => `${url} の${revision.slice(0, 10)}`,
  torchOf: (packages, index) => `${packages}（${index}から）`,
  pipIndex: "pip のインデックス",
  withPython: (version, program) => `${version}（${program}）`,
  disk: "ディスク",
  space: (download, disk, free) =>
    `ダウンロード約${gigabytes(download)}、ディスク約${gigabytes(disk)}${free === null ? "" : `（空き${gigabytes(free)}）`}`,
  commands: "実際のコマンド",
  goesOn: (steps) => `済んでいて使うもの：${steps}`,
  install: "インストールする",
  goOn: "続きから進める",
  again: "もう一度",
  cancel: "中止",
  cancelling: "中止しています…",
  back: "戻る",
  log: "ログ",
  states: {
    running: "インストール中",
    succeeded: "インストール済み。学習プログラムとして選びました",
    failed: "インストールできませんでした",
    cancelled: "中止しました（終わった手順は残っています）",
    interrupted: "中断されました（終わった手順は残っています）",
  },
  stepStates: { waiting: "待機", running: "実行中", done: "完了", failed: "未完了" },
  amount: (done, total) => `${Math.round(done / 1e5) / 10} / ${Math.round(total / 1e5) / 10} MB`,
  took: (seconds) => (seconds < 120 ? `${seconds} 秒` : `${Math.round(seconds / 60)} 分`),
  lines: "根拠になったログの行",
};
