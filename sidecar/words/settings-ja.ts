import type { SettingsWords } from "./settings-en.js";

export const settingsJa: SettingsWords = {
  title: "設定",
  groups: {
    folders: "フォルダ",
    tagging: "タグ付け",
    training: "学習",
    webui: "WebUI",
    program: "プログラム",
    machines: "複数のマシン",
    course: "残りを任せるとき",
    visitors: "ログインなしの利用者",
  },
  names: {
    "folders.work": {
      label: "作業フォルダ",
      note: "学習用フォルダはここに作り、フォルダを開くときもここから始めます。",
    },
    "folders.loras": {
      label: "WebUI の LoRA フォルダ",
      note: "できた LoRA の入れ先です。空欄なら WebUI のフォルダを使います。",
    },
    "folders.models": {
      label: "タガーや切り抜きモデルを探すフォルダ",
      note: "いつもの場所に加えて、ここも探します。",
    },
    "tagger.model": { label: "タガー", note: "名前またはフォルダ。空欄なら内蔵のタガーを使います。" },
    "tagger.preset": { label: "プリセット", note: "新しいフォルダで最初に使うタグの選び方です。" },
    "tagger.threshold": {
      label: "しきい値（一般タグ）",
      note: "空欄ならプリセットかタガーの値、どちらもなければ 0.35 です。",
    },
    "tagger.characterThreshold": {
      label: "しきい値（キャラクター）",
      note: "空欄ならプリセットかタガーの値、どちらもなければ 0.85 です。",
    },
    "tagger.existing": { label: "すでにあるキャプション", note: "特に指定しないときの扱いです。" },
    "tagger.provider": { label: "タガーの実行先", note: "auto はこのパソコンで動く最も速いものを使います。" },
    "tagger.threads": { label: "タガーのスレッド数", note: "空欄ならコア数より 1 つ少なくします。" },
    "tagger.batchSize": { label: "一度に処理する枚数", note: "空欄なら CPU では 1 枚、GPU では測って決めます。" },
    "trainer.folder": {
      label: "学習プログラムのフォルダ",
      note: "kohya さんの sd-scripts または kohya_ss。空欄ならこのパソコンで動くものを使います。",
    },
    "trainer.python": { label: "学習プログラムの Python", note: "空欄ならそのフォルダのものを使います。" },
    "training.pauseOnFailure": {
      label: "学習が失敗したらキューを止める",
      note: "確認するまで、後ろの学習は待ちます。",
    },
    "training.publish": { label: "WebUI の LoRA フォルダに自動で入れるもの", note: "学習が成功したときに入れます。" },
    "webui.addresses": {
      label: "アドレスで使う WebUI",
      note: "--api を付けて起動したもの。タブとして開いている WebUI は自動でわかります。",
    },
    "webui.handOver": {
      label: "学習中は WebUI のチェックポイントを GPU から降ろす",
      note: "終わったら戻します。",
    },
    "page.tour": { label: "使い方の案内を表示する", note: "見るか断るまで、最初のページに表示します。" },
    "machines.queue": {
      label: "複数マシン用のキュー",
      note: "Redis か PostgreSQL。例：redis://192.168.1.10:6379。空欄ならこのマシンだけで動きます。手順は docs/machines.ja.md。",
    },
    "machines.listen": {
      label: "マシンを受け入れる場所",
      note: "HOST:PORT。すべてのネットワークなら 0.0.0.0:7871。空欄ならこのマシンだけ。",
    },
    "machines.address": {
      label: "マシンから見たアドレス",
      note: "プロキシの後ろなど、別のアドレスのとき。空欄ならこのマシンの名前を使います。",
    },
    "machines.workHere": { label: "このマシンも働く", note: "オフなら他のマシンだけが働きます。" },
    "course.rename": { label: "画像の名前を変える", note: "通し番号にします。元に戻せます。" },
    "course.arrange": { label: "画像を学習用に並べる", note: "コピーします。元に戻せます。" },
    "course.prune": { label: "提案されたタグをキャプションから抜く", note: "元に戻せます。" },
    "course.plan": { label: "提案された計画をそのまま使う", note: "ステップ数も含みます。" },
    "course.train": {
      label: "学習を始める",
      note: "最初のボタンで許したことになります。ここでもう一度尋ねさせることもできます。",
    },
    "course.sweep": { label: "提案された描き比べをそのまま描く", note: "あなたの WebUI を使います。" },
    "course.install": { label: "すすめられたファイルを WebUI に入れる", note: "そこにあるものは上書きしません。" },
    node: { label: "Node の場所", note: "WebUI が本体を起動するときに使います。空欄なら自動で探します。" },
    roots: {
      label: "ログインなしの利用者に見せるフォルダ",
      note: "ログインなしで外から使う人には、このフォルダだけが見えます。",
    },
    "allow.training": {
      label: "ログインなしで学習を許可",
      note: "データ、モデル、出力先はすべて上のフォルダの中に限ります。",
    },
    "allow.installs": { label: "ログインなしで学習プログラムのインストールを許可", note: "いつもの場所に入れます。" },
    "allow.downloads": {
      label: "ログインなしでタガーと切り抜きモデルのダウンロードを許可",
      note: "ディスクの容量を使います。",
    },
    "allow.customModules": {
      label: "ログインなしで独自モジュールを許可",
      note: "独自のネットワークやオプティマイザ、pickle 形式のモデルは、このパソコンで任意のコードを実行できます。",
    },
  },
  choices: {
    "tagger.existing": {
      skip: "そのままにする",
      "only-empty": "空のものだけ書く",
      overwrite: "書き直す",
      append: "後ろに足す",
      prepend: "前に足す",
    },
    "tagger.provider": { auto: "自動", cpu: "CPU" },
    "course.rename": { alone: "任せる", ask: "先に尋ねる", no: "しない" },
    "course.arrange": { alone: "任せる", ask: "先に尋ねる", no: "しない" },
    "course.prune": { alone: "任せる", ask: "先に尋ねる", no: "しない" },
    "course.plan": { alone: "任せる", ask: "先に尋ねる" },
    "course.train": { alone: "任せる", ask: "先に尋ねる" },
    "course.sweep": { alone: "任せる", ask: "先に尋ねる" },
    "course.install": { alone: "任せる", ask: "先に尋ねる", no: "しない" },
    "training.publish": { none: "なし", last: "最後のファイル", all: "すべてのファイル" },
  },
  noPreset: "なし",
  usual: "既定",
  listHint: "1 行に 1 つ。",
  reset: "既定に戻す",
  resetNamed: (label) => `既定に戻す：${label}`,
  saved: (label) => `保存しました：${label}`,
  fixed: "ローカルファイルで指定",
  hidden: "設定済み（ログインなしの利用者には表示しません）",
  byHandOnly: "ローカルファイルでのみ指定できます。",
  atNextStart: "次の起動から有効",
  ownerOnly: "このパソコン上、またはログインした人だけが変更できます。",
  keptIn: (path) => `保存先：${path}`,
  localFile: (path) => `${path} に書いた内容はこの画面より優先され、ログインなしの利用者に許すことも決めます：`,
  localFileHere: (path) => `${path} があります。そこに書いた内容が優先され、変更もそのファイルでのみできます。`,
  example: "例",
  exampleText: `roots = ["/data/sets"]           # 見て変更できるフォルダ
node = "/opt/node/bin/node"     # WebUI の拡張が使う Node

[trainer]
folder = "/opt/sd-scripts"

[webui]
addresses = ["http://192.168.1.5:7860"]

[allow]
training = true                 # ほかに installs、downloads、customModules`,
  inWebui: "WebUI と一緒に起動するか、各画面を独立したタブにするかは、WebUI の「設定」→「LoRA Atelier」で選びます。",
  perBrowser: "言語と配色は上のバーで、ブラウザごとに選びます。",
  problemsTitle: "設定ファイルに問題があります",
  problems: {
    unreadable: () => "ファイルを読み込めません。このファイルでは何も設定・許可されません。",
    syntax: () => "TOML として読めません。このファイルでは何も設定・許可されません。",
    unknown: (name) => `「${name}」という設定はありません。`,
    value: (name) => `${name} の値が正しくないため、書かれていないものとして扱います。`,
    setAside: () => "設定ファイルが壊れていたため別名で残し、すべて既定値に戻しました。",
  },
  close: "閉じる",
};
