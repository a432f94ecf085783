import type { InstallProblemCode, InstallWords } from "./trainer-install-en.js";

const gigabytes = (value: string | number | undefined): string => `${Math.round(Number(value) * 10) / 10} GB`;

/** インストールの前に知っておくべきこと、妨げになること。 */
export const installProblemsJa: Record<InstallProblemCode, InstallWords> = {
  pythonMissing: {
    title: "Pythonがありません",
    message: () => "venvを使えるPython 3.10、3.11、3.12のどれもこのPCに見つかりません。",
    remedy: ({ platform }) =>
      platform === "win32"
        ? "python.orgからPython 3.10（64ビット）を入れて探し直すか、python.exeを指定してください。"
        : platform === "darwin"
          ? "「brew install python@3.10」などで入れて探し直すか、プログラムを指定してください。"
          : "システムのパッケージからpython3.10とpython3.10-venvを入れて探し直すか、プログラムを指定してください。",
  },
  pythonUnfit: {
    title: "このPythonは合いません",
    message: ({ python, version }) =>
      `${python}はPython ${version}です。sd-scripts用のPyTorchには3.10、3.11、3.12のいずれかが必要です。`,
    remedy: () => "別のPythonを指定するか、指定を外してください（合うものを探します）。",
  },
  pythonWithoutVenv: {
    title: "このPythonでは環境を作れません",
    message: ({ python }) => `${python}にはpip付きのvenv（ensurepip）がありません。`,
    remedy: ({ version }) => `DebianやUbuntuではpython${version}-venvパッケージを入れてください。`,
  },
  pythonUnrunnable: {
    title: "Pythonを起動できません",
    message: ({ python }) => `${python}は64ビットのPythonとして応答しません。`,
    remedy: () => "Pythonのプログラムそのものを指定するか、指定を外してください（合うものを探します）。",
  },
  gitMissing: {
    title: "gitがありません",
    message: ({ url }) => `${url}はフォルダー内のリポジトリですが、読むためのgitがありません。`,
    remedy: () => "gitを入れるか、アドレスを指定してください（ATELIER_SD_SCRIPTS_URL）。",
  },
  archive: {
    title: "gitなしで進めます",
    message: () => "gitがないため、代わりにsd-scriptsのZIPアーカイブをダウンロードします。",
    remedy: () => "それでも動きます。後で「git pull」で更新したい場合はgitを入れてください。",
  },
  urlUnfit: {
    title: "リポジトリのアドレスを使えません",
    message: ({ url }) => `ATELIER_SD_SCRIPTS_URLがアドレス（https://…）でもフォルダーでもありません：${url}`,
    remedy: () => "直すか、外してください（GitHubから取得します）。",
  },
  folderTaken: {
    title: "フォルダーが空ではありません",
    message: ({ folder }) => `${folder}には、このスタジオがインストールしたものではないファイルがあります。`,
    remedy: () =>
      "空のフォルダーか新しいフォルダーを指定してください。既にある学習プログラムは、そのフォルダーを指定すれば使えます。",
  },
  folderUnwritable: {
    title: "フォルダーを作れません",
    message: ({ folder, reason }) => `${folder}を作れないか、書き込めません：${reason}`,
    remedy: () => "ホームフォルダーの中など、自分のフォルダーを指定してください。",
  },
  folderUnfit: {
    title: "フォルダー名に問題があります",
    message: ({ folder, found }) => `パス${folder}に「${found}」があり、Pythonの環境が動きません。`,
    remedy: () => "ドライブの直下など、別のフォルダーを指定してください。",
  },
  folderForeign: {
    title: "Windowsで問題になる文字",
    message: ({ folder }) =>
      `パス${folder}に全角文字などASCII以外の文字があります。Windowsでは一部のPythonパッケージが失敗します。`,
    remedy: () => "C:\\sd-scriptsのようなパスが安全です。このまま進めることもできます。",
  },
  pathLong: {
    title: "パスが長めです",
    message: ({ length }) =>
      `フォルダーのパスが${length}文字あり、パッケージの名前と合わせるとWindowsの上限260文字を超えることがあります。`,
    remedy: () => "C:\\sd-scriptsのような短いフォルダーにするか、長いパスを有効にしてください（LongPathsEnabled）。",
  },
  diskSmall: {
    title: "ディスクの空きが足りません",
    message: ({ free, needed }) => `空きは${gigabytes(free)}です。インストールには${gigabytes(needed)}必要です。`,
    remedy: () => "空きを作るか、別のディスクのフォルダーを指定してください。",
  },
  driverOld: {
    title: "グラフィックドライバーが古すぎます",
    message: ({ driver }) => `ドライバーが対応するCUDAは${driver}です。PyTorchにはCUDA 11以降のドライバーが必要です。`,
    remedy: () => "先にドライバーを更新してください。更新しないとPyTorchがGPUを認識しません。",
  },
  driverBehind: {
    title: "ドライバーがこのPyTorchより古いです",
    message: ({ driver, torch }) => `ドライバーが対応するCUDAは${driver}ですが、選んだPyTorchは${torch}用です。`,
    remedy: () => "ドライバーを更新するか、提案されたビルドを選んでください。",
  },
  noCard: {
    title: "NVIDIA製GPUがありません",
    message: () => "NVIDIA製GPUが応答しないため、CPU用のPyTorchを入れます。CPUでの学習は何日もかかります。",
    remedy: () => "試すだけなら十分です。LinuxでAMD製GPUを使う場合はROCmを選んでください。",
  },
  torchElsewhere: {
    title: "このビルドはここでは動きません",
    message: ({ torch, platform }) => `このシステム（${platform}）用のPyTorch「${torch}」はありません。`,
    remedy: () => "別のビルドを選ぶか、指定を外してください（GPUに合わせて選びます）。",
  },
  extraUnfit: {
    title: "xformersにはGPUが必要です",
    message: () => "xformersはCUDAとROCm専用です。",
    remedy: () => "外してください。PyTorch自身のアテンション（sdpa）が同じ働きをします。",
  },
};
