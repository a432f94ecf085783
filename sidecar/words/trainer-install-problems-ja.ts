import type { InstallProblemCode, InstallWords } from "./trainer-install-en.js";

const gigabytes = (value: string | number | undefined): string => `${Math.round(Number(value) * 10) / 10} GB`;

/** インストールの前に知っておくべきこと、妨げになること。 */
export const installProblemsJa: Record<InstallProblemCode, InstallWords> = {
  pythonMissing: {
    title: "Python がありません",
    message: () => "venv を使える Python 3.10、3.11、3.12 のどれもこの PC に見つかりません。",
    remedy: ({ platform }) =>
      platform === "win32"
        ? "python.org から Python 3.10（64 ビット）を入れて探し直すか、python.exe を指定してください。"
        : platform === "darwin"
          ? "「brew install python@3.10」などで入れて探し直すか、プログラムを指定してください。"
          : "システムのパッケージから python3.10 と python3.10-venv を入れて探し直すか、プログラムを指定してください。",
  },
  pythonUnfit: {
    title: "この Python は合いません",
    message: ({ python, version }) =>
      `${python} は Python ${version} です。sd-scripts 用の PyTorch には 3.10、3.11、3.12 のいずれかが必要です。`,
    remedy: () => "別の Python を指定するか、指定を外してください（合うものを探します）。",
  },
  pythonWithoutVenv: {
    title: "この Python では環境を作れません",
    message: ({ python }) => `${python} には pip 付きの venv（ensurepip）がありません。`,
    remedy: ({ version }) => `Debian や Ubuntu では python${version}-venv パッケージを入れてください。`,
  },
  pythonUnrunnable: {
    title: "Python を起動できません",
    message: ({ python }) => `${python} は 64 ビットの Python として応答しません。`,
    remedy: () => "Python のプログラムそのものを指定するか、指定を外してください（合うものを探します）。",
  },
  gitMissing: {
    title: "git がありません",
    message: ({ url }) => `${url} はフォルダ内のリポジトリですが、読むための git がありません。`,
    remedy: () => "git を入れるか、アドレスを指定してください（ATELIER_SD_SCRIPTS_URL）。",
  },
  archive: {
    title: "git なしで進めます",
    message: () => "git がないため、代わりに sd-scripts の ZIP アーカイブをダウンロードします。",
    remedy: () => "それでも動きます。後で「git pull」で更新したい場合は git を入れてください。",
  },
  urlUnfit: {
    title: "リポジトリのアドレスを使えません",
    message: ({ url }) => `ATELIER_SD_SCRIPTS_URL がアドレス（https://…）でもフォルダでもありません：${url}`,
    remedy: () => "直すか、外してください（GitHub から取得します）。",
  },
  folderTaken: {
    title: "フォルダが空ではありません",
    message: ({ folder }) => `${folder} には、LoRA Atelier がインストールしたものではないファイルがあります。`,
    remedy: () =>
      "空のフォルダか新しいフォルダを指定してください。既にある学習プログラムは、そのフォルダを指定すれば使えます。",
  },
  folderUnwritable: {
    title: "フォルダを作れません",
    message: ({ folder, reason }) => `${folder} を作れないか、書き込めません：${reason}`,
    remedy: () => "ホームフォルダの中など、自分のフォルダを指定してください。",
  },
  folderUnfit: {
    title: "フォルダ名に問題があります",
    message: ({ folder, found }) => `パス ${folder} に「${found}」があり、Python の環境が動きません。`,
    remedy: () => "ドライブの直下など、別のフォルダを指定してください。",
  },
  folderForeign: {
    title: "Windows で問題になる文字",
    message: ({ folder }) =>
      `パス ${folder} に全角文字など ASCII 以外の文字があります。Windows では一部の Python パッケージが失敗します。`,
    remedy: () => "C:\\sd-scripts のようなパスが安全です。このまま進めることもできます。",
  },
  pathLong: {
    title: "パスが長めです",
    message: ({ length }) =>
      `フォルダのパスが${length}文字あり、パッケージの名前と合わせると Windows の上限 260 文字を超えることがあります。`,
    remedy: () => "C:\\sd-scripts のような短いフォルダにするか、長いパスを有効にしてください（LongPathsEnabled）。",
  },
  diskSmall: {
    title: "ディスクの空きが足りません",
    message: ({ free, needed }) => `空きは${gigabytes(free)}です。インストールには${gigabytes(needed)}必要です。`,
    remedy: () => "空きを作るか、別のディスクのフォルダを指定してください。",
  },
  driverOld: {
    title: "グラフィックドライバーが古すぎます",
    message: ({ driver }) =>
      `ドライバーが対応する CUDA は${driver}です。PyTorch には CUDA 11 以降のドライバーが必要です。`,
    remedy: () => "先にドライバーを更新してください。更新しないと PyTorch が GPU を認識しません。",
  },
  driverBehind: {
    title: "ドライバーがこの PyTorch より古いです",
    message: ({ driver, torch }) => `ドライバーが対応する CUDA は${driver}ですが、選んだ PyTorch は${torch}用です。`,
    remedy: () => "ドライバーを更新するか、提案されたビルドを選んでください。",
  },
  noCard: {
    title: "NVIDIA 製 GPU がありません",
    message: () => "NVIDIA 製 GPU が応答しないため、CPU 用の PyTorch を入れます。CPU での学習は何日もかかります。",
    remedy: () => "試すだけなら十分です。Linux で AMD 製 GPU を使う場合は ROCm を選んでください。",
  },
  torchElsewhere: {
    title: "このビルドはここでは動きません",
    message: ({ torch, platform }) => `このシステム（${platform}）用の PyTorch「${torch}」はありません。`,
    remedy: () => "別のビルドを選ぶか、指定を外してください（GPU に合わせて選びます）。",
  },
  extraUnfit: {
    title: "xformers には GPU が必要です",
    message: () => "xformers は CUDA と ROCm 専用です。",
    remedy: () => "外してください。PyTorch 自身のアテンション（sdpa）が同じ働きをします。",
  },
};
