/** What downloads, jobs, roots and file formats say, by its English pattern. */
export const hostSaidJa = {
  "The disk of {folder} is full.": "{folder} のディスクに空きがありません。",
  "Free some space, or set HF_HOME to a folder on another disk; then start again: what was downloaded is kept.":
    "空き容量を増やすか、HF_HOME に別のディスクのフォルダを指定して、もう一度実行してください。ダウンロード済みの分は残っています。",
  "{path} of {repository} arrived with another content than {endpoint} names (checksum).":
    "{repository} の {path} の内容が、{endpoint} のチェックサムと一致しません。",
  "It was deleted. Start again; if it happens again, a proxy or the mirror (HF_ENDPOINT) changes files.":
    "削除しました。もう一度実行してください。繰り返す場合は、プロキシかミラー（HF_ENDPOINT）がファイルを書き換えています。",
  "The server sent another part of the file than asked for.": "サーバーが、要求とは違う部分を送ってきました。",
  "{endpoint} ended the download early.": "{endpoint} からのダウンロードが途中で切れました。",
  "{folder} could not be made: {message}": "{folder} を作成できません：{message}",
  "Make the folder writable, or set HF_HOME to one that is.":
    "フォルダを書き込み可能にするか、HF_HOME に別のフォルダを指定してください。",
  "{endpoint} sent the download of {repository} to where it cannot be had: too far, or unencrypted.":
    "{endpoint} による {repository} の転送先が使えません（転送が多すぎるか、暗号化されていません）。",
  "Use another endpoint (HF_ENDPOINT).": "別の接続先（HF_ENDPOINT）を使ってください。",
  'HF_ENDPOINT expects an address; found "{endpoint}".': "HF_ENDPOINT の「{endpoint}」はアドレスではありません。",
  "For instance HF_ENDPOINT=https://huggingface.co": "例：HF_ENDPOINT=https://huggingface.co",
  "{name} expects the address of an HTTP proxy.": "{name} には HTTP プロキシのアドレスを指定してください。",
  "For instance {name}=http://127.0.0.1:7890": "例：{name}=http://127.0.0.1:7890",
  "{repository} is not on this machine, and HF_HUB_OFFLINE forbids downloads.":
    "{repository} はこのパソコンになく、HF_HUB_OFFLINE によりダウンロードが禁止されています。",
  "Unset HF_HUB_OFFLINE, or choose a model that is here (`models list`).":
    "HF_HUB_OFFLINE を外すか、すでにあるモデルを選んでください（`models list`）。",
  "{repository} is only for users who accepted its conditions (status {status}).":
    "{repository} は利用条件への同意が必要です（ステータス {status}）。",
  "Log in at {page} and accept them; then set HF_TOKEN to a token of yours, or use `huggingface-cli login`.":
    "{page} にログインして同意し、HF_TOKEN にアクセストークンを設定するか `huggingface-cli login` を実行してください。",
  "{endpoint} asks for a login to show {repository}: it is private, does not exist, or the token is not valid.":
    "{repository} の表示に {endpoint} へのログインが必要です（非公開か、存在しないか、トークンが無効です）。",
  "Check the name; for a private model set HF_TOKEN to a token that may read it, or remove an outdated one.":
    "名前を確認してください。非公開モデルなら読み取れるトークンを HF_TOKEN に設定し、古いトークンは外してください。",
  "{endpoint} does not have {repository} with the files of a tagger.":
    "{endpoint} に、タガーのファイルを持つ {repository} がありません。",
  "Look at {page} whether it was renamed; `models list` shows the names that are known.":
    "名前が変わっていないか {page} で確認してください。既知の名前は `models list` で一覧できます。",
  "{endpoint} answered with status {status} for {repository}.":
    "{repository} の取得に {endpoint} がステータス {status} を返しました。",
  "Wait a little and start again: what was downloaded is kept.":
    "少し待ってもう一度実行してください。ダウンロード済みの分は残っています。",
  "{endpoint} could not be reached for {repository}: {reason}.":
    "{repository} を取得するための {endpoint} に接続できません：{reason}",
  "its name cannot be looked up (DNS)": "名前解決（DNS）に失敗しました",
  "nobody answers there": "接続先が応答しません",
  "there is no network": "ネットワークにつながっていません",
  "there is no way to it": "接続先までの経路がありません",
  "it does not answer": "応答がありません",
  "Check the network; behind a proxy set HTTPS_PROXY, for a mirror {mirror}.":
    "ネットワークを確認してください。プロキシ環境では HTTPS_PROXY を、ミラーを使うなら {mirror} を設定してください。",
  "The connection to {endpoint} broke: {message}": "{endpoint} との接続が切れました：{message}",
  "Start again: what was downloaded is kept.": "もう一度実行してください。ダウンロード済みの分は残っています。",
  "{endpoint} does not answer as Hugging Face does: {what}.": "{endpoint} の応答が Hugging Face と異なります：{what}",
  "it names no commit": "コミットがありません",
  "it gives no size and checksum for {path}": "{path} のサイズとチェックサムがありません",
  "Check HF_ENDPOINT; a login page of the network may stand in between.":
    "HF_ENDPOINT を確認してください。ネットワークのログイン画面が割り込んでいるかもしれません。",
  'ATELIER_TAGGER_PROVIDER expects {providers}; found "{named}".':
    "ATELIER_TAGGER_PROVIDER に指定できるのは {providers} です（現在：「{named}」）。",
  "Correct the environment variable, or take it out.": "環境変数を直すか、削除してください。",
  "This program has no such kind of job.": "この種類の処理には対応していません。",
  "Update LoRA Atelier.": "LoRA Atelier を更新してください。",
  "The job was interrupted.": "処理が中断されました。",
  "Run the same command again: finished pictures are not repeated.":
    "もう一度実行してください。済んだ画像は繰り返しません。",
  "There is no job {job}.": "{job} 番の処理はありません。",
  "Look at the list of jobs for its number.": "処理の一覧で番号を確認してください。",
  "{path} is not inside a folder that is open here.": "{path} は、ここで開いているフォルダの中にありません。",
  "Open its folder first; where others can reach the studio, its folders are named when it is started (--root).":
    "先にそのフォルダを開いてください。ほかの人も接続できる場合、使えるフォルダは起動時に指定します（--root）。",
  "There is no folder or file {path}.": "フォルダまたはファイル {path} がありません。",
  "{path} is not a whole safetensors file: {found}.": "{path} は完全な safetensors ファイルではありません：{found}",
  "its header is no object": "ヘッダーがオブジェクトではありません",
  "the entry {name} is no object": "項目 {name} がオブジェクトではありません",
  "the tensor {name} is not described as it should be": "テンソル {name} の記述が正しくありません",
  "it has {bytes} bytes": "{bytes} バイトしかありません",
  "the length of its header makes no sense": "ヘッダーの長さが不正です",
  "it ends inside its header": "ヘッダーの途中で終わっています",
  "Download or save it again; a file that was interrupted is shorter than it should be.":
    "ダウンロードか保存をやり直してください。中断されたファイルは本来より短くなります。",
  "{path} is not a safetensors file: its header is no JSON.":
    "{path} は safetensors ファイルではありません（ヘッダーが JSON ではありません）。",
  "Check that the file is what its name says.": "ファイルの中身が名前どおりか確認してください。",
  "There is no file {path}.": "ファイル {path} がありません。",
  "Check the spelling.": "パスが正しいか確認してください。",
} as const;
