import { number } from "./counts-ja.js";
import type { MachinesWords } from "./machines-en.js";

const rate = (perSecond: number): string =>
  perSecond.toLocaleString("ja", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const silence = (seconds: number): string =>
  seconds < 90 ? `${number(Math.round(seconds))} 秒` : `${number(Math.round(seconds / 60))} 分`;

export const machinesJa: MachinesWords = {
  title: "マシン",
  chip: (here) => `ほかに ${number(here)} 台`,
  chipTrouble: "マシンを確認してください",
  show: "マシンを表示…",
  alone: "このスタジオは単独で動いています。",
  whatFor:
    "ほかのマシンにも働いてもらえます。画像のタグ付け・チェック・切り抜き・採点、スイープの描画、学習を受け持ちます。マシン同士は Redis か PostgreSQL で待ち合わせ、画像・モデル・結果は内容を確かめながら直接やり取りします。",
  howTo:
    "設定の「複数のマシン」でそのアドレスを指定し、スタジオを起動し直してください。手順は docs/machines.ja.md にあります。",
  openSettings: "設定を開く",
  meet: "待ち合わせ場所",
  meetAs: (server, name) => (name === null ? server : `${server}（名前「${name}」）`),
  door: "作業を取りに来る場所",
  here: "このマシン",
  worksHere: "一緒に働きます",
  leavesWork: "作業はすべてほかのマシンに任せます",
  doorIsLocal:
    "ほかのマシンからはこのアドレスに届きません。「マシンを受け入れる場所」を 0.0.0.0:7871 にして、スタジオを起動し直してください。",
  queueIsLocal: "ほかのマシンからは、このアドレスのサーバーに届きません。",
  none: "加わったマシンはまだありません。",
  roles: { tag: "タグ付け", score: "採点", prepare: "チェックと切り抜き", sweep: "スイープの描画", train: "学習" },
  noCard: "グラフィックカードなし",
  load: (load, processors) => `負荷 ${rate(load)}／${number(processors)}`,
  threads: (threads, processors) => `${number(processors)} プロセッサー中 ${number(threads)} を使用`,
  done: (items) => `${number(items)} 件完了`,
  rate: (perSecond) => `毎秒 ${rate(perSecond)} 件`,
  fetched: (size) => `取得 ${size}`,
  version: (version) => `バージョン ${version}`,
  waits: "作業待ち",
  yields: (machine: string) => `待機中：プロセッサーは${machine ? ` ${machine} ` : "このスタジオ"}が使用中`,
  rests: "休止中",
  drains: "今の作業が済んだら終了",
  ends: "終了します",
  silent: (seconds) => `${silence(seconds)}応答がありません`,
  pause: "休ませる",
  resume: "再開",
  drain: "済んだら終了",
  remove: "すぐ終了",
  forget: "一覧から外す",
  orderNamed: (order, machine) => `${order}：${machine}`,
  join: "マシンを加える",
  joinSteps:
    "加えるマシンの LoRA Atelier のフォルダで実行します。このスタジオのトークンを ATELIER_WORKER_TOKEN に入れるか、--token-file でファイルを指定してください。",
  token: "トークンは秘密なので、ここには表示しません。このマシンで次を実行すると表示されます。",
  password:
    "そのサーバーにパスワードがある場合は、アドレスに含めます：redis://:パスワード@ホスト:6379、postgres://ユーザー:パスワード@ホスト/データベース",
  copy: "コピー",
  copyCommand: "加わるためのコマンドをコピー",
  copyToken: "トークンを表示するコマンドをコピー",
  happened: "これまでの出来事",
  nothing: "まだ何もありません。",
  times: (times) => `${number(times)} 回`,
  time: (iso) => new Date(iso).toLocaleString("ja", { dateStyle: "short", timeStyle: "medium" }),
  weights: { good: "良好", look: "要確認", broken: "異常" },
  close: "閉じる",
};
