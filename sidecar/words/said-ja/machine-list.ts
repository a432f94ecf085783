/** What is said of which machines there are, what they do and what happened to them. */
export const machineListSaidJa = {
  "{machine} came.": "{machine} が加わりました。",
  "{machine} was started anew.": "{machine} が再起動されました。",
  "{machine} answers again.": "{machine} がまた応答しています。",
  "{machine} ended.": "{machine} が終了しました。",
  "{machine} does not answer any more.": "{machine} が応答しなくなりました。",
  "{machine} does not answer any more; what it had goes to others: {items}.":
    "{machine} が応答しなくなりました。処理中だった {items} 件はほかのマシンに回されます。",
  "{machine} works again.": "{machine} がまた処理しています。",
  "{machine}: {trouble}": "{machine}：{trouble}",
  "{program} is in trouble: {reason}": "{program} に問題があります：{reason}",
  "{program} is well again.": "{program} が回復しました。",
  "{program} had lost work that was waiting in it; it was put in again.":
    "{program} が待機中の作業を失っていたため、入れ直しました。",
  "A machine at {address} came with another token, and was refused.":
    "{address} のマシンが別のトークンで接続しようとしたため、拒否しました。",
  "tagging ({items})": "タグ付け（{items}）",
  "checking pictures ({items})": "画像のチェック（{items}）",
  "cutting subjects out ({items})": "切り抜き（{items}）",
  "scoring a sweep's pictures ({items})": "スイープ画像の採点（{items}）",
  "asking its WebUI": "WebUI に問い合わせ中",
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
  "Set machines.queue and start the studio anew.": "設定 machines.queue を指定して、スタジオを起動し直してください。",
  "Other machines are shown and ordered by the owner of this one only.":
    "ほかのマシンの表示と指示は、このマシンの持ち主だけができます。",
  "{program} at {server} is in trouble: {reason}": "{program}（{server}）に問題があります：{reason}",
  "Work goes on here until it is back; look whether it runs, and has memory left.":
    "回復するまで、このマシンで作業を続けます。サーバーが動いているか、メモリーに余裕があるか確認してください。",
  "No studio runs here now.": "ここではスタジオが動いていません。",
  "Start it: machines join a studio that runs.": "スタジオを起動してください。マシンは動いているスタジオに加わります。",
  "{server} answers (version {version}), and machines come in at {address}":
    "{server} が応答しています（版 {version}）。マシンは {address} から加わります",
  "{server} answers (version {version}); machines come in while the studio runs":
    "{server} が応答しています（版 {version}）。スタジオの起動中にマシンが加わります",
  "{server} throws away what it is given when its memory is full (maxmemory-policy {policy})":
    "{server} はメモリーがいっぱいになると預けたものを捨てます（maxmemory-policy {policy}）",
  "Set maxmemory-policy noeviction in redis.conf.": "redis.conf で maxmemory-policy noeviction を設定してください。",
  "{server} does not answer: {reason}": "{server} が応答しません：{reason}",
  "Start it, or look whether this machine may reach it and whether the password is right.":
    "サーバーを起動するか、このマシンから届くか、パスワードが正しいかを確認してください。",
  "this machine works alone; a Redis or PostgreSQL would let others join":
    "このマシンだけで動いています。Redis か PostgreSQL があればほかのマシンも加われます",
} as const;
