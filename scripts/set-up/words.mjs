// Every sentence of the set-up, English and Japanese: for the terminal, the WebUI's console and the waiting page.

const retryEn = "Then press “Try again” in the tab, or run the same command again.";
const retryJa = "そのあと、タブの「もう一度」を押すか、同じコマンドをもう一度実行してください。";

export const sentences = {
  begins: {
    en: "Setting up LoRA Atelier. This happens once and after an update, and takes one to three minutes, longer with a slow network; a WebUI can be used meanwhile.",
    ja: "LoRA Atelier を準備しています。初回と更新後だけの作業で、1〜3 分（回線が遅いともっと）かかります。その間も WebUI は使えます。",
  },
  packages: { en: "Downloading packages", ja: "パッケージをダウンロードしています" },
  program: { en: "Building the program", ja: "プログラムをビルドしています" },
  page: { en: "Building the page", ja: "画面をビルドしています" },
  waits: {
    en: "Another set-up is working in this folder; waiting for it …",
    ja: "このフォルダでは別の準備が進んでいます。終わるのを待っています…",
  },
  retires: {
    en: "The running studio is ended, because its files are replaced; its jobs go on when it starts again.",
    ja: "ファイルを入れ替えるため、動いているスタジオを終了します。ジョブは再起動後に続きから進みます。",
  },
  starts: { en: "Starting the studio …", ja: "スタジオを起動しています…" },
  ready: { en: "LoRA Atelier is ready.", ja: "LoRA Atelier の準備ができました。" },
  remedy: { en: "What to do: ", ja: "対処: " },
};

/** @returns {{ en: string, ja: string }} "Step 1 of 3: downloading packages …", with a count where there is one */
export function stepSentence({ step, number, steps, done, total }) {
  const count = total ? ` ${done}/${total}` : "";
  const { en, ja } = sentences[step];
  return { en: `Step ${number} of ${steps}: ${en} …${count}`, ja: `手順 ${number}/${steps}: ${ja}…${count}` };
}

/** Cause and remedy of each failure, given what it names. */
export const failures = {
  oldNode: ({ node, needed }) => ({
    en: [
      `LoRA Atelier needs Node ${needed}; this is Node ${node}.`,
      "Install a current Node (nodejs.org, the LTS version). In a WebUI you may also take `node` out of atelier.toml and settings.json in the state folder: the extension then brings its own.",
    ],
    ja: [
      `Node ${needed} が必要ですが、これは Node ${node} です。`,
      "新しい Node（nodejs.org の LTS 版）をインストールしてください。WebUI では、状態フォルダの atelier.toml と settings.json から node を消すと、拡張機能が自分用の Node を用意します。",
    ],
  }),
  noNpm: ({ node }) => ({
    en: [
      `The Node at ${node} comes without npm, which fetches the packages.`,
      "Install npm beside it (Debian and Ubuntu: apt install npm), or Node from nodejs.org, which brings it.",
    ],
    ja: [
      `${node} の Node には、パッケージを取得する npm が付いていません。`,
      "npm を追加する（Debian・Ubuntu: apt install npm）か、npm の付いた nodejs.org の Node をインストールしてください。",
    ],
  }),
  offline: () => ({
    en: [
      "The packages could not be downloaded: the registry (registry.npmjs.org) does not answer.",
      `Connect this machine to the internet once; behind a company's proxy set HTTPS_PROXY before the start. A machine without internet can take the folder node_modules from one with the same system. ${retryEn}`,
    ],
    ja: [
      "パッケージをダウンロードできませんでした。配布元（registry.npmjs.org）につながりません。",
      `一度インターネットに接続してください。社内プロキシがある場合は、起動前に環境変数 HTTPS_PROXY を設定します。接続できないマシンには、同じ OS のマシンから node_modules フォルダをコピーできます。${retryJa}`,
    ],
  }),
  proxy: () => ({
    en: [
      "The proxy between this machine and the internet refused the download.",
      `Give its address with user name and password in HTTPS_PROXY, or by: npm config set proxy. ${retryEn}`,
    ],
    ja: [
      "インターネットとの間のプロキシがダウンロードを拒否しました。",
      `HTTPS_PROXY または npm config set proxy で、ユーザー名とパスワードを含むプロキシのアドレスを指定してください。${retryJa}`,
    ],
  }),
  certificate: () => ({
    en: [
      "The registry's certificate is not trusted: a virus scanner or a company's proxy reads the connection, or this machine's clock is wrong.",
      `Look at date and time; then give the proxy's certificate file in NODE_EXTRA_CA_CERTS, or by: npm config set cafile FILE. ${retryEn}`,
    ],
    ja: [
      "配布元の証明書を検証できません。ウイルス対策ソフトや社内プロキシが通信を中継しているか、PC の時計がずれています。",
      `日付と時刻を確かめ、プロキシの証明書ファイルを NODE_EXTRA_CA_CERTS または npm config set cafile で指定してください。${retryJa}`,
    ],
  }),
  registry: () => ({
    en: [
      "The registry answers, but refuses or lacks a package.",
      `npm config get registry tells which one is asked: a mirror may be behind, or want a login. Wait a while, or choose https://registry.npmjs.org/. ${retryEn}`,
    ],
    ja: [
      "配布元はつながりますが、パッケージの取得を拒否されたか、見つかりません。",
      `npm config get registry で配布元を確かめてください。ミラーは更新が遅れていたり、ログインが必要だったりします。しばらく待つか、https://registry.npmjs.org/ を使ってください。${retryJa}`,
    ],
  }),
  damagedDownload: () => ({
    en: [
      "A package arrived damaged, or was changed on its way.",
      `Clear npm's cache: npm cache clean --force. ${retryEn}`,
    ],
    ja: [
      "届いたパッケージが壊れているか、途中で書き換えられています。",
      `npm cache clean --force で npm のキャッシュを消してください。${retryJa}`,
    ],
  }),
  diskFull: ({ path, needed, free }) => ({
    en: [
      `The disk is full${needed ? `: ${needed} MB are needed for the set-up, ${free} MB are free` : ""}${path ? ` (${path})` : ""}.`,
      `Free at least 1 GB; most of it is free again after the set-up. ${retryEn}`,
    ],
    ja: [
      `ディスクの空きが足りません${needed ? `（準備に ${needed} MB 必要ですが、空きは ${free} MB です）` : ""}${path ? `（${path}）` : ""}。`,
      `1 GB 以上の空きを作ってください。準備が終わると大部分は空きに戻ります。${retryJa}`,
    ],
  }),
  notWritable: ({ path }) => ({
    en: [
      `${path ?? "The extension's folder"} cannot be written.`,
      `Give the user who runs the WebUI the right to write there (move the WebUI out of Program Files; mount the folder of a container for writing; on Linux and macOS: chown). ${retryEn}`,
    ],
    ja: [
      `${path ?? "拡張機能のフォルダ"} に書き込めません。`,
      `WebUI を実行するユーザーに書き込み権限を与えてください（Program Files の外へ移す、コンテナでは書き込み可でマウントする、Linux・macOS では chown）。${retryJa}`,
    ],
  }),
  inUse: ({ path }) => ({
    en: [
      `${path ?? "A file of the extension"} is held by another program, or cannot be written.`,
      `Close other WebUIs and terminals that use this folder; let the virus scanner leave it out. On Windows, move it out of Program Files. ${retryEn}`,
    ],
    ja: [
      `${path ?? "拡張機能のファイル"} を別のプログラムが使っているか、書き込めません。`,
      `このフォルダを使っている WebUI やターミナルを閉じ、ウイルス対策ソフトの対象から外してください。Windows では Program Files の外へ移してください。${retryJa}`,
    ],
  }),
  memory: () => ({
    en: ["There was not enough memory for the set-up.", `Close other programs (about 1 GB is needed). ${retryEn}`],
    ja: ["準備に必要なメモリが足りませんでした。", `ほかのプログラムを閉じてください（約 1 GB 必要です）。${retryJa}`],
  }),
  longPath: ({ path }) => ({
    en: [
      `A path is too long for this system${path ? `: ${path}` : ""}.`,
      `Move the WebUI to a folder with a shorter path, for example D:\\webui. ${retryEn}`,
    ],
    ja: [
      `パスが長すぎます${path ? `: ${path}` : ""}。`,
      `WebUI を D:\\webui のような短いパスへ移してください。${retryJa}`,
    ],
  }),
  mixedFiles: () => ({
    en: [
      "The program could not be built: its files do not belong to one version, or some were changed.",
      `Undo changes in the extension's folder (git status, git pull), or delete the folder and install it again; your pictures, captions and settings are elsewhere and stay. ${retryEn}`,
    ],
    ja: [
      "プログラムをビルドできませんでした。違う版のファイルが混ざっているか、書き換えられています。",
      `拡張機能のフォルダの変更を元に戻す（git status、git pull）か、フォルダを削除してインストールし直してください。画像・キャプション・設定は別の場所にあり、消えません。${retryJa}`,
    ],
  }),
  unknown: ({ detail }) => ({
    en: [
      `The set-up could not be finished${detail ? ` (${detail})` : ""}.`,
      `The lines above it say more. Look at the network, the free disk space and the right to write in the extension's folder. ${retryEn}`,
    ],
    ja: [
      `準備を終えられませんでした${detail ? `（${detail}）` : ""}。`,
      `詳しくは上の行をご覧ください。ネットワーク、ディスクの空き、拡張機能フォルダの書き込み権限を確かめてください。${retryJa}`,
    ],
  }),
};

/** @returns {{ en: { cause: string, remedy: string }, ja: { cause: string, remedy: string } }} */
export function failureSentences(code, values) {
  const both = failures[code](values);
  const named = ([cause, remedy]) => ({ cause, remedy });
  return { en: named(both.en), ja: named(both.ja) };
}
