import { captions, number, pictures } from "./counts-ja.js";
import type { ProjectsWords } from "./projects-en.js";

const quoted = (name: string | null): string => (name === null || name === "" ? "これ" : `「${name}」`);
const states: Record<string, string> = {
  undone: "取り消し済み",
  gone: "その後なくなりました",
  queued: "順番待ち",
  running: "実行中",
  succeeded: "完了",
  failed: "失敗",
  stopped: "停止",
  unknown: "終わり方不明",
  drawing: "描画中",
  paused: "一時停止",
  cancelled: "中止",
  done: "完了",
};
const stateOf = (state: string | undefined): string => states[state ?? ""] ?? state ?? "";

type Holds = Parameters<ProjectsWords["exported"]>[0]["holds"];
const holdsOf = ({ pictures: seen, captions: said, plans, runs, sweeps, cells, loras }: Holds): string =>
  [
    seen === 0 ? "画像なし" : pictures(seen),
    captions(said),
    `計画 ${number(plans)} 件`,
    `学習 ${number(runs)} 件`,
    `描き比べ ${number(sweeps)} 件（${number(cells)} マス）`,
    loras === 0 ? "LoRA ファイルなし" : `LoRA ファイル ${number(loras)} 個`,
  ].join("、");

export const projectsJa: ProjectsWords = {
  rehearsal: "リハーサル",
  archived: "保管済み",
  next: {
    locate: () => "フォルダが元の場所にありません。もう一度指定してください。",
    pictures: () => "フォルダに画像がありません。",
    tag: ({ count: left }) => `${pictures(left)}にキャプションがありません。タグを付けましょう。`,
    plan: () => "キャプションはそろいました。学習の計画を立てましょう。",
    train: ({ name }) => `計画${quoted(name)}があります。学習を始めましょう。`,
    waiting: ({ name }) => `学習${quoted(name)}は順番を待っています。`,
    training: ({ name }) => `学習${quoted(name)}を実行中です。`,
    failed: ({ name }) => `学習${quoted(name)}は失敗しました。原因を見ましょう。`,
    sweep: ({ name }) => `学習${quoted(name)}が終わりました。描き比べて、最もよいファイルと強さを探しましょう。`,
    drawing: ({ name }) => `描き比べ${quoted(name)}を描いています。`,
    sweepStopped: ({ name }) => `描き比べ${quoted(name)}が止まっています。理由を見て、再開しましょう。`,
    verdict: ({ name }) => `描き比べ${quoted(name)}が描き終わりました。おすすめを見ましょう。`,
    install: ({ name }) => `描き比べ${quoted(name)}のおすすめが出ました。設置しましょう。`,
    notEnough: ({ name }) => `描き比べ${quoted(name)}は、まだ判断の根拠が足りません。次に何を描くか見ましょう。`,
    nothing: () => "することは残っていません。",
  },
  event: ({ kind, name, state, files = 0, steps = 0 }) => {
    if (kind === "point") return `復元ポイント「${name}」`;
    if (kind === "plan") return `計画「${name}」`;
    if (kind === "installed") return `「${name}」を設置${state === "gone" ? "（その後なくなりました）" : ""}`;
    if (kind === "run")
      return `学習「${name}」${stateOf(state)}：${number(steps)} ステップ、ファイル ${number(files)} 個`;
    if (kind === "sweep") return `描き比べ「${name}」${stateOf(state)}：${number(files)} マス`;
    return `${name}：ファイル ${number(files)} 個${state === "undone" ? "、取り消し済み" : ""}`;
  },

  title: "プロジェクト",
  none: "まだ作業したフォルダがありません。",
  invite: "プロジェクトとは、画像のフォルダと、そこから生まれたすべて（キャプション、計画、学習、描き比べ）です。",
  roomState: (value) => `プロジェクト ${number(value)} 件`,
  open: "フォルダを開く …",
  opened: (value, done) => `${pictures(value)}、${captions(done)}`,
  worked: (when) => `最後の作業：${when}`,
  go: {
    locate: "フォルダを探す",
    pictures: "開く",
    tag: "タグを付ける",
    plan: "計画する",
    train: "学習する",
    waiting: "順番を見る",
    training: "様子を見る",
    failed: "原因を見る",
    sweep: "描き比べを計画",
    drawing: "様子を見る",
    sweepStopped: "理由を見る",
    verdict: "見る",
    install: "設置する",
    notEnough: "次に描くものを見る",
    nothing: "開く",
  },
  located: ({ folder, known, pictures: all, located }) =>
    `${located ? "プロジェクトの場所：" : "場所の候補："}${folder}（${pictures(all)}のうち ${number(known)} 枚が既知）`,
  find: "プロジェクトを探す",
  noneFound: (text) => `名前かフォルダに「${text}」を含むプロジェクトはありません。`,
  reading: "プロジェクトを調べています …",
  runsNow: "いま動いているもの",
  all: "すべてのプロジェクト",
  archivedOnes: (value) => `保管済み（${number(value)}）`,
  story: "経過",
  openStory: (name) => `「${name}」の経過`,
  rename: "名前を変える",
  newName: "プロジェクトの名前",
  save: "保存",
  cancel: "やめる",
  archive: "保管する",
  unarchive: "戻す",
  whereNow: "画像がいまある場所",
  lookThere: "そこを調べる",
  useIt: (known) => `ここを使う（${number(known)} 枚が既知）`,
  notIt: "ここには既知の画像がありません。それでも使えます。",
  exportTitle: "ほかのマシンへ持っていく",
  exportIt: "書き出す …",
  exportNote:
    "キャプション、スコア、計画、学習の記録と曲線、描き比べ、決めたことを 1 つの ZIP にまとめます。このマシンのフォルダ名、キー、トークンは入りません。",
  exportTo: "書き出すファイル",
  withPictures: "画像も入れる（セット、描き比べ、サンプル）",
  withLoras: "LoRA ファイルも入れる",
  replaceFile: "同じファイルがあれば置き換える",
  write: "書き出す",
  writing: "書き出しています …",
  exported: ({ file, bytes, holds }) =>
    `${file}：${(bytes / 1e6).toLocaleString("ja", { maximumFractionDigits: 1 })} MB、${holdsOf(holds)}`,
  importTitle: "プロジェクトを取り込む",
  importIt: "取り込む …",
  importNote:
    "空のフォルダかまだないフォルダなら新しく作ります。画像のあるフォルダなら、内容が同じ画像を探して合わせます。あなたのファイルは上書きしません。",
  importFile: "プロジェクトの ZIP",
  importInto: "入れるフォルダ",
  replaceCaptions: "内容の違うキャプションを置き換える（元に戻せます）",
  lookFirst: "中を見る",
  bring: "取り込む",
  bringing: "取り込んでいます …",
  imported: ({ project, name, folder, isNew, joined, matched, captions: told, holds }) =>
    [
      project === null
        ? `「${name}」は ${folder} に入ります：`
        : `「${name}」をプロジェクト ${number(project)} として ${folder} に取り込みました：`,
      `${holdsOf(holds)}。`,
      isNew
        ? `新しいフォルダに${captions(told.written)}を書きます。`
        : `${pictures(matched)}が一致。${captions(told.written)}を書き、同じものが ${number(told.same)} 件、あなたのまま残すものが ${number(told.kept)} 件です。`,
      joined
        ? `このフォルダはあなたのプロジェクト「${joined.name}」です。名前とこれまでの作業はそのままで、残りが加わります。`
        : "",
    ].join(""),
  close: "閉じる",
  elsewhere: "別のマシンで",
  way: "道のり",
  stageStates: {
    none: "まだ",
    part: "途中",
    waiting: "待機中",
    running: "実行中",
    done: "済み",
    broken: "要確認",
  },
  stageCounts: {
    dataset: pictures,
    tagging: captions,
    captions: (value) => `編集 ${number(value)} 回`,
    planning: (value) => `計画 ${number(value)} 件`,
    training: (value) => `学習 ${number(value)} 件`,
    sweep: (value) => `描き比べ ${number(value)} 件`,
  },
  folders: "フォルダ",
  alsoThere: "ここから生まれたもの",
  setFolder: (name, repeats, value) =>
    name === "" ? pictures(value) : `${name}：${pictures(value)} × ${number(repeats)}`,
  pictures: "画像",
  happened: "これまでの経過",
  nothingHappened: "まだありません。タグ付け、計画、学習をすると、ここに並びます。",
  show: "見る",
};
