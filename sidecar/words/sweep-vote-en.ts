import { count, number } from "./counts-en.js";

const percent = (value: number): string => `${Math.round(value * 100).toLocaleString("en")} %`;

/** Sentences of the blind vote. */
export const sweepVoteEn = {
  voteTitle: "Vote blind",
  voteMeans:
    "You see pictures in a shuffled order without their labels and say which are good. Afterwards each checkpoint and strength is ranked by the lower end of the share of good votes that so many votes can prove (Wilson, 95 %).",
  voteMode: "What you see",
  voteModes: { single: "One picture", pair: "Two pictures" },
  voteBegin: "Begin",
  voteEnd: "Enough",
  voteNothing: "There is no picture left without a vote.",
  votePicture: "The picture to vote on",
  voteLeft: "Left picture",
  voteRight: "Right picture",
  voteCount: (at: number, total: number) => `${number(at)} of ${number(total)}`,
  votes: { yes: "Good", no: "Not good", skip: "Skip", left: "Left is better", right: "Right is better", same: "Same" },
  unvote: "Take back",
  noVotes: "Nobody has voted yet.",
  rankingOf: (value: number) => `After ${count(value, "vote", "votes")}, the best first`,
  rankCell: "Checkpoint and strength",
  rankVotes: "Good votes",
  rankShare: "Share, with what so many votes can prove",
  votesOf: (yes: number, total: number) => `${number(yes)} of ${number(total)}`,
  few: "few",
  interval: (share: number, low: number, high: number) =>
    `${percent(share)} good; with so many votes between ${percent(low)} and ${percent(high)}`,
};
