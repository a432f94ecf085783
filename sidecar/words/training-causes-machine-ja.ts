import { known, pipName, type TrainingCauseWords } from "./training-cause-values.js";
import type { trainingCausesMachineEn } from "./training-causes-machine-en.js";

const startAgain =
  "それまでに保存されたファイルはここにあります。このマシンか別のマシンでもう一度始めるか、最後の LoRA ファイルから続けてください（network_weights）。";

export const trainingCausesMachineJa: Record<keyof typeof trainingCausesMachineEn, TrainingCauseWords> = {
  machineLost: {
    title: "マシンの学習が失われた",
    message: (values) =>
      `学習中にマシン${known(values, "machine", (name) => ` ${name} `)}の電源が切れたか再起動されたか、トレーナーが強制終了されました。`,
    remedy: () => startAgain,
  },
  machineSilent: {
    title: "マシンとの連絡が途絶えた",
    message: (values) => `学習中のマシン${known(values, "machine", (name) => ` ${name} `)}から長い間応答がありません。`,
    remedy: () => startAgain,
  },
  machineRefused: {
    title: "マシンが学習を始められなかった",
    message: (values) =>
      `マシン${known(values, "machine", (name) => ` ${name} `)}は学習を始められませんでした${known(values, "reason", (reason) => `：${reason}`, "。")}`,
    remedy: () => "そのマシンで原因を取り除くか、別のマシンでもう一度始めてください。",
  },
  cudaOutOfMemory: {
    title: "VRAM 不足",
    message: (values) =>
      `VRAM が足りなくなりました${known(values, "needed", (needed) => `（追加で ${needed} が必要${known(values, "total", (total) => `、全体で ${total}`)}）`)}。`,
    remedy: () =>
      "WebUI など、GPU を使っている他のプログラムを閉じてください。それでも足りなければ、バッチサイズを下げる、gradient checkpointing を有効にする、latent をキャッシュする、解像度を下げる、の順に試してください。",
  },
  memory: {
    title: "メインメモリ不足",
    message: (values) =>
      known(
        values,
        "signal",
        () => "プロセスが何も言わずに強制終了（SIGKILL）されました。メインメモリが足りなくなると、OS がこうします。",
        "メインメモリが足りなくなりました。",
      ),
    remedy: () =>
      "他のプログラムを閉じる、データローダーのワーカー数を 0 にする、latent をディスクにキャッシュする、スワップ（ページファイル）を増やす、などを試してください。自分で終了させたのなら問題ありません。",
  },
  sharedMemory: {
    title: "共有メモリ不足",
    message: () => "データローダーのワーカーが使う共有メモリが足りなくなりました。コンテナでは小さいことがあります。",
    remedy: () => "ワーカー数を 0 にするか、コンテナを--shm-size=8g などを付けて起動してください。",
  },
  diskFull: {
    title: "ディスクの空きがない",
    message: () =>
      "ファイルの書き込み中にディスクがいっぱいになりました。書き込み中だったファイルは途中で切れています。",
    remedy: () =>
      "空きを作り、途中で切れたファイルを消してください。保存の間隔を広げるか、残す数を減らすと楽になります。",
  },
  readOnly: {
    title: "書き込めないフォルダ",
    message: (values) =>
      `読み取り専用の場所です${known(values, "file", (file) => `：${file}`)}。学習プログラムは保存するときまで確かめません。`,
    remedy: () => "別の出力先を選んでください。",
  },
  permission: {
    title: "権限がない",
    message: (values) => `${known(values, "file", (file) => file, "ファイル")}を読み書きする権限がありません。`,
    remedy: () =>
      "権限を変えるか、別のフォルダを選んでください。Windows では、そのファイルを開いているプログラムを閉じてください。",
  },
  noGpu: {
    title: "GPU が使えない",
    message: () => "PyTorch から使える GPU が見つかりません。",
    remedy: () => "ドライバと、学習環境の PyTorch が CPU 版ではなく CUDA 版であることを確かめてください。",
  },
  versionMismatch: {
    title: "バージョンの不整合",
    message: (values) =>
      `学習環境のライブラリのバージョンが噛み合っていません${known(values, "detail", (detail) => `：${detail}`)}。`,
    remedy: () =>
      "sd-scripts が指定するバージョンの PyTorch、xformers、NumPy を入れ直してください。新しい GPU には新しい PyTorch が必要です。",
  },
  missingPackage: {
    title: "Python パッケージがない",
    message: (values) =>
      `学習環境に Python パッケージ${known(values, "package", (name) => `「${name}」`)}が入っていません。`,
    remedy: (values) =>
      `学習用の環境（venv）にインストールしてください${known(values, "package", (name) => `：pip install ${pipName(name)}`)}。インストール名が異なる場合もあります。`,
  },
  programMissing: {
    title: "プログラムが見つからない",
    message: (values) => `${known(values, "program", (program) => program, "学習用のプログラム")}が見つかりません。`,
    remedy: () => "設定で、学習に使う Python を選び直してください。",
  },
  scriptMissing: {
    title: "学習スクリプトが見つからない",
    message: (values) => `学習スクリプト${known(values, "file", (file) => `「${file}」`)}が見つかりません。`,
    remedy: () =>
      "sd-scripts のフォルダを選び直してください。古いバージョンには、新しいモデル用のスクリプトがありません。",
  },
  offline: {
    title: "ダウンロードできない",
    message: (values) =>
      `必要なファイルをインターネットから取得できませんでした${known(values, "address", (address) => `：${address}`)}。多くの場合、初回に取得するトークナイザーです。`,
    remedy: () =>
      "一度ネットにつないで実行するか、トークナイザーの入ったフォルダを tokenizer_cache_dir に指定してください。",
  },
  distributed: {
    title: "複数 GPU の通信に失敗",
    message: () => "複数 GPU での学習で、GPU 間の通信に失敗しました。",
    remedy: () => "GPU 一枚で学習するか、同じポートを使っている他の学習を終了してください。",
  },
  launcher: {
    title: "accelerate が起動できない",
    message: (values) =>
      `accelerate が学習を起動できませんでした${known(values, "detail", (detail) => `：${detail}`)}。`,
    remedy: () =>
      "GPU 一枚なら accelerate を使わず Python で直接起動できます。使う場合は accelerate config を実行してください。",
  },
  crashed: {
    title: "クラッシュ",
    message: (values) =>
      `プロセスが Python の外でクラッシュしました${known(values, "signal", (signal) => `（${signal}）`)}。メッセージは残っていません。`,
    remedy: () =>
      "GPU ドライバを更新してください。繰り返すようなら、xformers の代わりに sdpa を使い、8bit 系の optimizer を避けてください。",
  },
  killed: {
    title: "外から終了された",
    message: (values) => `この画面以外から終了させられました${known(values, "signal", (signal) => `（${signal}）`)}。`,
    remedy: () => "もう一度始めてください。state を保存していれば途中から再開できます。",
  },
  abandoned: {
    title: "出力先がなくなった",
    message: () => "学習の出力を読む相手がいなくなったため、終了しました。",
    remedy: () => "もう一度始めてください。state を保存していれば途中から再開できます。",
  },
  notStarted: {
    title: "起動できない",
    message: (values) => `学習を起動できませんでした${known(values, "reason", (reason) => `：${reason}`)}。`,
    remedy: () => "設定で、sd-scripts のフォルダと Python を確かめてください。",
  },
};
