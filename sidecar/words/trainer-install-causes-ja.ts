import type { InstallCause, InstallWords } from "./trainer-install-en.js";

const again = "その後もう一度実行してください。終わった手順は残っています。";

/** インストールが途中で終わった理由。 */
export const installCausesJa: Record<InstallCause, InstallWords> = {
  offline: {
    title: "接続できません",
    message: () => "サーバーに接続できません。ネットワークが切れているか、アドレスが違います。",
    remedy: () =>
      `接続を確認するか、ミラーを指定してください（PIP_INDEX_URL、ATELIER_TORCH_INDEX、ATELIER_SD_SCRIPTS_URL）。${again}`,
  },
  brokenDownload: {
    title: "ダウンロードが途切れました",
    message: () => "ダウンロードが何度も途切れたか、壊れたファイルが届きました。",
    remedy: () => `少し待つか、別の回線を使ってください。${again}`,
  },
  proxy: {
    title: "プロキシに拒否されました",
    message: () => "プロキシに接続できないか、拒否されました。",
    remedy: () => `HTTPS_PROXY と HTTP_PROXY を確認してください（必要ならユーザー名とパスワードも）。${again}`,
  },
  certificate: {
    title: "証明書が信頼されません",
    message: () =>
      "サーバーの証明書が信頼されていません。会社のプロキシやウイルス対策ソフトが通信を検査している場合によく起きます。",
    remedy: () => `その証明書を PIP_CERT と GIT_SSL_CAINFO に指定し、PC の時計も確認してください。${again}`,
  },
  refused: {
    title: "サーバーに拒否されました",
    message: ({ status }) => `サーバーがダウンロードを拒否しました（${status}）。`,
    remedy: () => `アドレスと、その中のユーザー名・パスワードを確認してください。${again}`,
  },
  noWheel: {
    title: "合うパッケージがありません",
    message: ({ package: name, python }) => `このシステムの Python ${python} に合う ${name} がありません。`,
    remedy: () => "別の Python（3.10 が最も確実）、別の PyTorch ビルド、または別のインデックスを使ってください。",
  },
  conflict: {
    title: "パッケージが矛盾しています",
    message: () => "指定されたパッケージ同士が矛盾しています。",
    remedy: () => "追加パッケージを外すか、提案されたリビジョンを使ってください。",
  },
  compilerMissing: {
    title: "コンパイラがありません",
    message: ({ package: name }) =>
      name
        ? `${name} にはこの Python 用のビルド済みパッケージがなく、コンパイルが必要です。`
        : "パッケージのコンパイルが必要です。",
    remedy: ({ platform }) =>
      platform === "win32"
        ? "ビルド済みパッケージがある Python 3.10 を使うか、C++付きの「Visual Studio Build Tools」を入れてください。"
        : "ビルド済みパッケージがある Python 3.10 を使うか、gcc と Python のヘッダーを入れてください。",
  },
  diskFull: {
    title: "ディスクがいっぱいです",
    message: ({ folder }) => `${folder} のディスク、または一時ファイルのディスクがいっぱいです。`,
    remedy: () =>
      `空きを作るか（「pip cache purge」でダウンロードを消せます）、TMPDIR に別のディスクを指定してください。${again}`,
  },
  permission: {
    title: "書き込めません",
    message: () => "ファイルに書き込めませんでした。権限がないか、ほかのプログラムが開いています。",
    remedy: () =>
      `フォルダを使っているプログラムを閉じ、ウイルス対策ソフトを確認するか、別のフォルダを指定してください。${again}`,
  },
  pathTooLong: {
    title: "パスが長すぎます",
    message: () => "ファイルのパスがシステムの上限を超えました。",
    remedy: () => "C:\\sd-scripts のような短いフォルダにするか、長いパスを有効にしてください（LongPathsEnabled）。",
  },
  outOfMemory: {
    title: "メモリが足りません",
    message: () => "システムがインストールを終了させました。おそらくメモリ不足です。",
    remedy: () => `ほかのプログラムを閉じてください。${again}`,
  },
  venvFails: {
    title: "環境を作れません",
    message: () => "この Python では環境を作れません。venv または pip（ensurepip）がありません。",
    remedy: () => "システムのパッケージから python3-venv を入れるか、別の Python を指定してください。",
  },
  revisionMissing: {
    title: "リビジョンがありません",
    message: ({ revision, url }) => `${url} にリビジョン${revision}はありません。`,
    remedy: () => "タグまたはコミットを確認するか、指定を外してください。",
  },
  repositoryMissing: {
    title: "リポジトリがありません",
    message: ({ url }) => `${url} にリポジトリがありません。`,
    remedy: () => "ATELIER_SD_SCRIPTS_URL を確認するか、外してください（GitHub から取得します）。",
  },
  notTrainer: {
    title: "sd-scripts ではありません",
    message: ({ url }) => `${url} から取得したものに train_network.py と requirements.txt がありません。`,
    remedy: () => "ATELIER_SD_SCRIPTS_URL とリビジョンを確認してください。",
  },
  localChanges: {
    title: "ファイルが変更されています",
    message: ({ folder }) =>
      `${folder} の sd-scripts のファイルが変更されており、別のリビジョンにすると上書きされます。`,
    remedy: () => "別のフォルダを指定するか、変更を退避して（git stash）からもう一度実行してください。",
  },
  archiveBroken: {
    title: "アーカイブを読めません",
    message: ({ reason }) => `ZIP アーカイブを読めません：${reason}`,
    remedy: () => `アーカイブは削除しました。${again}`,
  },
  programMissing: {
    title: "プログラムがありません",
    message: ({ program }) => `${program} を起動できません。`,
    remedy: () => "その後に削除されていませんか。内容をもう一度確認して、始め直してください。",
  },
  unusable: {
    title: "インストールできましたが、学習できません",
    message: ({ reason }) => `すべてインストールしましたが、学習プログラムが動きません：${reason}`,
    remedy: ({ remedy }) => String(remedy),
  },
  unknown: {
    title: "手順が失敗しました",
    message: ({ program, exit }) => `${program} が ${exit} で終了しました。`,
    remedy: () => "ログの行を確認して、もう一度実行してください。終わった手順は残っています。",
  },
};
