/** What is said of other machines that work for the studio. */
export const machinesSaidJa = {
  'Expected the address of a Redis or PostgreSQL; found "{found}".':
    "Redis か PostgreSQL のアドレスが必要ですが、「{found}」でした。",
  "For example redis://192.168.1.10:6379, redis://:PASSWORD@host, rediss://… with TLS, or postgres://USER:PASSWORD@host/DATABASE; ?name=… tells studios apart.":
    "例：redis://192.168.1.10:6379、redis://:パスワード@ホスト、TLS なら rediss://…、または postgres://ユーザー:パスワード@ホスト/データベース。?name=… でスタジオを区別できます。",
  'Expected the address that machines call; found "{text}".':
    "マシンが呼び出すアドレスが必要ですが、「{text}」でした。",
  "For example http://192.168.1.10:7871, or https://… where a proxy is in front of it.":
    "例：http://192.168.1.10:7871。前段にプロキシがあるなら https://…。",
  'Nobody asked for a file "{name}".': "ファイル「{name}」は求められていません。",
  "Update both programs.": "両方のプログラムを更新してください。",
  'The file "{name}" is larger than {most} bytes.': "ファイル「{name}」は {most} バイトを超えています。",
  "Nothing of ours is that large.": "これほど大きなものは作られません。",
  'The file "{name}" did not come as it was sent.': "ファイル「{name}」が送られたとおりに届きませんでした。",
  "It is sent again.": "もう一度送られます。",
  "That work is over, or was never given.": "その作業は終わったか、割り当てられていません。",
  "Take the next.": "次の作業を取ってください。",
  "The studio cannot listen for other machines on {host}:{port}: {message}":
    "{host}:{port} で他のマシンを待ち受けられません：{message}",
  "Set machines.listen to another address.": "設定 machines.listen を別のアドレスにしてください。",
  "Three machines were lost while they worked on it.": "これを処理している間に 3 台のマシンが応答しなくなりました。",
  "Look at the list of machines; then start the same again.":
    "マシンの一覧を確認してから、同じ作業をもう一度始めてください。",
  "The studio at {url} does not answer: {reason}": "{url} のスタジオが応答しません：{reason}",
  "Is it running, and may this machine reach that address?":
    "起動していますか。このマシンからそのアドレスに届きますか。",
  "The studio at {url} does not take this machine's token.": "{url} のスタジオがこのマシンのトークンを受け付けません。",
  "Give the studio's worker token: `machines token` prints it there.":
    "スタジオのワーカートークンを渡してください（スタジオ側で `machines token` を実行すると表示されます）。",
  "The studio offers a file no more.": "スタジオはそのファイルをもう提供していません。",
  "Its work is over, or the file was changed: start it again there.":
    "作業が終わったか、ファイルが変更されました。スタジオ側でもう一度始めてください。",
  "A file did not come as the studio has it.": "ファイルがスタジオにあるとおりに届きませんでした。",
  "It is fetched again; is a proxy between the two that changes files?":
    "もう一度取得します。途中のプロキシがファイルを書き換えていませんか。",
  '--map expects two folders; found "{text}".': "--map には 2 つのフォルダが必要ですが、「{text}」でした。",
  "As the studio names it, and as this machine does: --map D:\\sets=/mnt/sets":
    "スタジオでの名前と、このマシンでの名前を指定します：--map D:\\sets=/mnt/sets",
  "This machine does not know work of the kind {name}.": "このマシンは {name} という種類の作業を知りません。",
  "Update LoRA Atelier there to the studio's version.":
    "そのマシンの LoRA Atelier をスタジオと同じ版に更新してください。",
  "No studio with this token has announced itself in {program}.":
    "このトークンを持つスタジオが {program} に見つかりません。",
  "Start it with the same {program}, name and token, or give its address: --studio http://HOST:7871":
    "同じ {program}・名前・トークンでスタジオを起動するか、アドレスを指定してください：--studio http://ホスト:7871",
  'Expected HOST:PORT where machines come in; found "{text}".':
    "マシンを受け入れる HOST:PORT が必要ですが、「{text}」でした。",
  "For example 0.0.0.0:7871 for every network, or 127.0.0.1:7871 for this machine only.":
    "例：すべてのネットワークなら 0.0.0.0:7871、このマシンだけなら 127.0.0.1:7871。",
  'Another studio uses the {program} {shown} under the name "{name}".':
    "別のスタジオが {program} {shown} を「{name}」という名前で使っています。",
  "End it, or give this one a name of its own: add ?name=… to the address, here and on its machines.":
    "そちらを終了するか、こちらに別の名前を付けてください（アドレスに ?name=… を加えます。マシン側も同じです）。",
  "The machine {machine} does not answer.": "マシン {machine} が応答しません。",
  "Is it on, and is `worker` running there?": "電源は入っていますか。そこで `worker` は動いていますか。",
  "The machine {machine} takes no work now: it rests, or ends.":
    "マシン {machine} は休止中か終了中で、今は作業を受け付けません。",
  "Let it go on in the list of machines.": "マシンの一覧で再開してください。",
  "The machine {machine} does not take what it is asked.": "マシン {machine} が依頼を受け取りません。",
  "Does it reach the queue? Its console says more.":
    "キューのサーバーに届きますか。詳しくはそのコンソールを見てください。",
  "{machine}: {message}": "{machine}：{message}",
  "The machine {machine} answered what cannot be read: {message}": "マシン {machine} の応答を読み取れません：{message}",
  "ATELIER_WORKER_TOKEN expects 16 to 200 letters, digits and signs without blanks.":
    "ATELIER_WORKER_TOKEN は空白を含まない 16〜200 文字の英数字・記号でなければなりません。",
  "Take the studio's own: `machines token` prints it there.":
    "スタジオのトークンを使ってください（スタジオ側で `machines token` を実行すると表示されます）。",
  "drawing pictures ({items})": "画像を描画中（{items}）",
  "fetching LoRA files ({items})": "LoRA ファイルを取得中（{items}）",
} as const;
