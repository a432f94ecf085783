import { number } from "./counts-ja.js";
import type { TrainingSeriesWords } from "./training-series-en.js";

const clock = (iso: string): string => new Date(iso).toLocaleString("ja", { dateStyle: "medium", timeStyle: "short" });

function span(seconds: number): string {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  if (minutes < 90) return `${number(minutes)} 分`;
  if (minutes < 48 * 60) return `${number(Math.floor(minutes / 60))} 時間 ${number(minutes % 60)} 分`;
  return `${number(Math.round(minutes / 1440))} 日`;
}

export const trainingSeriesJa: TrainingSeriesWords = {
  vary: "値を変えて比べる…",
  varyTitle: "値を変えて比べる：組み合わせごとに 1 回学習",
  varyHint:
    "値は「1e-4, 5e-5」や「8-32 (+8)」のように書きます。値の中にカンマがあるときはセミコロンで区切ります（512,512; 768,768）。「none」で項目を外します。",
  field: "項目",
  values: "値",
  fieldNumber: (place) => `項目 ${number(place)}`,
  valuesNumber: (place) => `項目 ${number(place)} の値`,
  now: (value) => `計画の値：${value}`,
  notInPlan: "計画では未指定",
  addField: "項目を追加",
  removeField: (place) => `項目 ${number(place)} を削除`,
  removeShort: "削除",
  asRehearsal: "リハーサルとして",
  looking: "それぞれ開始できるか確認しています…",
  nothing: "項目と値を 1 つ以上入力してください。",
  name: "名前",
  steps: "ステップ",
  time: "時間",
  state: "状態",
  loss: "損失",
  ready: "開始できます",
  sum: (good, all, time) =>
    `${good === all ? `${number(all)} 回とも開始できます` : `${number(all)} 回中 ${number(good)} 回を開始できます`}${time === null ? "" : `（合計 ${time}）`}。`,
  skipBad: "開始できないものを除く",
  queue: (value) => `${number(value)} 回分を順番待ちに入れる`,
  tableName: "この組の学習",
  series: (id) => `比較 ${number(id)}`,
  seriesDone: (done, all) => `${number(all)} 回中 ${number(done)} 回終了`,
  show: (name) => `${name} を表示`,

  whereTitle: "GPU",
  whereHint: "番号は nvidia-smi と同じです。別々の GPU の学習は同時に進みます。選ばなければ先頭の GPU を使います。",
  card: (index, name, free, total) =>
    `${number(index)}：${name}（空き ${number(Math.round(free / 102.4) / 10)} / ${number(Math.round(total / 102.4) / 10)} GiB）`,
  notBefore: "開始時刻",
  notBeforeHint: "空欄なら順番が来たら始めます。時刻を待つ間も、後ろの学習は先に進みます。",
  clear: "消す",
  pastTime: "その時刻は過ぎています。順番が来たら始めます。",
  waitsUntil: (iso, seconds) => `待機中：${clock(iso)} に開始（あと ${span(seconds)}）`,
  briefUntil: (seconds) => `あと ${span(seconds)} で開始`,
  startsAt: (iso) => `${clock(iso)} に開始`,
  late: (seconds) => `スリープ中だったか本体が開いていなかったため、予定を ${span(seconds)} 過ぎてからの開始です`,
  onGpus: (gpus) => `GPU ${gpus.map(number).join(", ")}`,
  anyTime: "時刻指定を外す",
  anyTimeFor: (name) => `時刻指定を外す：${name}`,

  launchTitle: "複数プロセス・複数マシン",
  launchHint: "accelerate launch に渡す設定です（Kohya の GUI と同じ）。計画に保存されます。",
  launch: {
    num_processes: "プロセス数（全体）",
    num_machines: "マシンの台数",
    machine_rank: "このパソコンの番号（0 が主マシン）",
    main_process_ip: "主マシンのアドレス",
    main_process_port: "主マシンのポート",
  },

  pauseOnFailure: "学習が失敗したら順番待ちを一時停止する",
  pausedByRun: (id) => `学習 ${number(id)} が失敗したため、順番待ちを一時停止しています。`,
};
