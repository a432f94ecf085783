import { randomUUID } from "node:crypto";
import type { Params, Result } from "../../../protocol/validate.js";
import { StudioError } from "../../host/studio-error.js";
import { transaction } from "../../store/database.js";
import { say } from "../../words/sentence.js";
import { oneSweep } from "../cells/sweep-table.js";
import { exportedSweep } from "../export/read/stored-sweep.js";
import { resolveSweep } from "../plan/resolve-sweep.js";
import { requireOwner } from "../require-owner.js";
import type { SweepRoom } from "../sweep-room.js";
import { drawBallot, paperName } from "./draw-ballot.js";
import { eligibleCells, placesByKey } from "./eligible-cells.js";
import { rankVotes, type VoteWord } from "./rank-votes.js";
import { keepBallot, paperKeys, putVote, takeVoteBack, votedCount, votesOf } from "./vote-table.js";

const USUAL_COUNT = 30;

const nothingDrawn = (): StudioError =>
  new StudioError(
    "notFound",
    say("There is no drawn and proven picture to vote on yet."),
    say("Wait until some are drawn; pairs need two pictures of the same prompt and seed."),
  );

const wordsFor = (pictures: number): readonly VoteWord[] =>
  pictures === 1 ? ["yes", "no", "skip"] : ["left", "right", "same", "skip"];

/** Methods of blind voting: what is shown tells nothing of the LoRA and the strength. */
export function votesMethods(room: SweepRoom) {
  const { database, stateFolder } = room;
  return {
    async "sweep/ballot"({
      id,
      count = USUAL_COUNT,
      mode = "single",
      index,
    }: Params<"sweep/ballot">): Promise<Result<"sweep/ballot">> {
      requireOwner(room);
      const eligible = eligibleCells(exportedSweep(database, stateFolder, id), index);
      const voted = new Set(votesOf(database, id).map(({ keys }) => paperName(keys)));
      const ballot = randomUUID();
      const papers = drawBallot(eligible, { mode, count, seed: ballot, voted });
      if (papers.length === 0) throw nothingDrawn();
      transaction(database, () => keepBallot(database, { sweep: id, ballot, papers }));
      return {
        ballot,
        mode,
        papers: papers.map(({ contents, prompt }, paper) => ({ paper, pictures: [...contents], prompt })),
        total: papers.length,
        voted: 0,
      };
    },
    async "sweep/vote"({ id, ballot, paper, vote }: Params<"sweep/vote">): Promise<Result<"sweep/vote">> {
      requireOwner(room);
      const name = { sweep: id, ballot, paper };
      const keys = paperKeys(database, name);
      if (keys === null) {
        throw new StudioError(
          "notFound",
          say("This ballot has no paper {paper}.", { paper }),
          say("Begin another ballot."),
        );
      }
      const words = wordsFor(keys.length);
      if (!words.includes(vote)) {
        const pictures = keys.length === 1 ? "one picture" : "a pair";
        throw new StudioError(
          "badArguments",
          say('"{vote}" is no vote on {pictures}.', { vote, pictures }),
          say("Expected {words}.", { words: words.join(", ") }),
        );
      }
      putVote(database, name, vote);
      return { voted: votedCount(database, id, ballot) };
    },
    async "sweep/unvote"({ id }: Params<"sweep/unvote">): Promise<Result<"sweep/unvote">> {
      requireOwner(room);
      const ballot = takeVoteBack(database, id);
      return { voted: ballot === null ? 0 : votedCount(database, id, ballot) };
    },
    async "sweep/votes"({ id }: Params<"sweep/votes">): Promise<Result<"sweep/votes">> {
      requireOwner(room);
      const { settings, facts } = oneSweep(database, id);
      const resolved = resolveSweep(settings, facts);
      const given = votesOf(database, id);
      const label = (axis: string, value: number): string =>
        resolved.axes.find((one) => one.id === axis)?.values[value]?.label ?? "";
      return {
        votes: given.filter(({ vote }) => vote !== "skip").length,
        ranking: rankVotes(given, placesByKey(resolved)).map((place) => ({
          ...place,
          label: `${label("lora", place.lora)} · ${label("strength", place.strength)}`,
        })),
      };
    },
  };
}
