import { number } from "./counts-ja.js";
import type { sweepVoteEn } from "./sweep-vote-en.js";

const percent = (value: number): string => `${Math.round(value * 100).toLocaleString("ja")} %`;

/** Sentences of the blind vote. */
export const sweepVoteJa: typeof sweepVoteEn = {
  voteTitle: "ブラインド投票",
  voteMeans:
    "順序を混ぜ、ラベルを隠した画像を見て、良いかどうかを答えます。その後、チェックポイントと強度の組ごとに、その票数で言える「良い」の割合の下限（ウィルソン、95 %）で順位を付けます。",
  voteMode: "表示",
  voteModes: { single: "1 枚ずつ", pair: "2 枚ずつ" },
  voteBegin: "始める",
  voteEnd: "終わる",
  voteNothing: "投票していない画像はもうありません。",
  votePicture: "投票する画像",
  voteLeft: "左の画像",
  voteRight: "右の画像",
  voteCount: (at, total) => `${number(at)} / ${number(total)}`,
  votes: { yes: "良い", no: "良くない", skip: "飛ばす", left: "左が良い", right: "右が良い", same: "同じ" },
  unvote: "取り消す",
  noVotes: "まだ投票はありません。",
  rankingOf: (value) => `${number(value)} 票の結果（良い順）`,
  rankCell: "チェックポイントと強度",
  rankVotes: "良い票",
  rankShare: "割合と、その票数で言える範囲",
  votesOf: (yes, total) => `${number(yes)} / ${number(total)}`,
  few: "少数",
  interval: (share, low, high) => `良い ${percent(share)}（この票数では ${percent(low)}〜${percent(high)}）`,
};
