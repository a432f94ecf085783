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
  go: "そこへ行く",
  number,
};
