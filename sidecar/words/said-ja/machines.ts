/** What is said of other machines that work for the studio. */
export const machinesSaidJa = {
  'Expected the address of a Redis; found "{found}".': "Redis のアドレスが必要ですが、「{found}」でした。",
  "For example redis://192.168.1.10:6379, redis://:PASSWORD@host, or rediss://… with TLS; ?name=… tells studios apart.":
    "例：redis://192.168.1.10:6379、redis://:パスワード@ホスト、TLS なら rediss://…。?name=… でスタジオを区別できます。",
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
  "No studio with this token has announced itself in Redis.": "このトークンを持つスタジオが Redis に見つかりません。",
  "Start it with the same Redis, name and token, or give its address: --studio http://HOST:7871":
    "同じ Redis・名前・トークンでスタジオを起動するか、アドレスを指定してください：--studio http://ホスト:7871",
  'Expected HOST:PORT where machines come in; found "{text}".':
    "マシンを受け入れる HOST:PORT が必要ですが、「{text}」でした。",
  "For example 0.0.0.0:7871 for every network, or 127.0.0.1:7871 for this machine only.":
    "例：すべてのネットワークなら 0.0.0.0:7871、このマシンだけなら 127.0.0.1:7871。",
  'Another studio uses the Redis {shown} under the name "{name}".':
    "別のスタジオが Redis {shown} を「{name}」という名前で使っています。",
  "End it, or give this one a name of its own: add ?name=… to the address, here and on its machines.":
    "そちらを終了するか、こちらに別の名前を付けてください（アドレスに ?name=… を加えます。マシン側も同じです）。",
  "The machine {machine} does not answer.": "マシン {machine} が応答しません。",
  "Is it on, and is `worker` running there?": "電源は入っていますか。そこで `worker` は動いていますか。",
  "The machine {machine} takes no work now: it rests, or ends.":
    "マシン {machine} は休止中か終了中で、今は作業を受け付けません。",
  "Let it go on in the list of machines.": "マシンの一覧で再開してください。",
  "The machine {machine} does not take what it is asked.": "マシン {machine} が依頼を受け取りません。",
  "Does it reach Redis? Its console says more.": "Redis に届きますか。詳しくはそのコンソールを見てください。",
  "{machine}: {message}": "{machine}：{message}",
  "The machine {machine} answered what cannot be read: {message}": "マシン {machine} の応答を読み取れません：{message}",
  "{machine} came.": "{machine} が加わりました。",
  "{machine} was started anew.": "{machine} が再起動されました。",
  "{machine} answers again.": "{machine} がまた応答しています。",
  "{machine} ended.": "{machine} が終了しました。",
  "{machine} does not answer any more.": "{machine} が応答しなくなりました。",
  "{machine} does not answer any more; what it had goes to others: {items}.":
    "{machine} が応答しなくなりました。処理中だった {items} 件はほかのマシンに回されます。",
  "{machine} works again.": "{machine} がまた処理しています。",
  "{machine}: {trouble}": "{machine}：{trouble}",
  "Redis is in trouble: {reason}": "Redis に問題があります：{reason}",
  "Redis is well again.": "Redis が回復しました。",
  "Redis had lost work that was waiting in it; it was put in again.":
    "Redis が待機中の作業を失っていたため、入れ直しました。",
  "A machine at {address} came with another token, and was refused.":
    "{address} のマシンが別のトークンで接続しようとしたため、拒否しました。",
  "tagging ({items})": "タグ付け（{items}）",
  "checking pictures ({items})": "画像のチェック（{items}）",
  "cutting subjects out ({items})": "切り抜き（{items}）",
  "scoring a sweep's pictures ({items})": "スイープ画像の採点（{items}）",
  "other work: {kind} ({items})": "そのほかの作業：{kind}（{items}）",
  "{machine} was told to rest.": "{machine} に休止を指示しました。",
  "{machine} was told to work again.": "{machine} に再開を指示しました。",
  "{machine} was told to end when it is done with what it has.":
    "{machine} に、今の作業が済んだら終了するよう指示しました。",
  "{machine} was told to end now.": "{machine} にすぐ終了するよう指示しました。",
  "{machine} was taken off the list.": "{machine} を一覧から外しました。",
  "There is no machine {machine}.": "マシン {machine} はありません。",
  "`machines list` has them all.": "`machines list` で一覧が表示されます。",
  "This studio works alone.": "このスタジオは単独で動いています。",
  "Set machines.redis and start the studio anew.": "設定 machines.redis を指定して、スタジオを起動し直してください。",
  "Other machines are shown and ordered by the owner of this one only.":
    "ほかのマシンの表示と指示は、このマシンの持ち主だけができます。",
  "Redis at {redis} is in trouble: {reason}": "Redis（{redis}）に問題があります：{reason}",
  "Work goes on here until it is back; look whether it runs, and has memory left.":
    "回復するまで、このマシンで作業を続けます。Redis が動いているか、メモリーに余裕があるか確認してください。",
  "No studio runs here now.": "ここではスタジオが動いていません。",
  "Start it: machines join a studio that runs.": "スタジオを起動してください。マシンは動いているスタジオに加わります。",
  "ATELIER_WORKER_TOKEN expects 16 to 200 letters, digits and signs without blanks.":
    "ATELIER_WORKER_TOKEN は空白を含まない 16〜200 文字の英数字・記号でなければなりません。",
  "Take the studio's own: `machines token` prints it there.":
    "スタジオのトークンを使ってください（スタジオ側で `machines token` を実行すると表示されます）。",
} as const;
