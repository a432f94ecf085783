import { StudioError } from "../host/studio-error.js";
import { flag, numberWithin, oneOf, parseWords, text, wholeNumber } from "./arguments.js";
import type { Output } from "./output.js";
import { withClient } from "./with-client.js";

const words = ["yes", "no", "skip", "left", "right", "same"] as const;

const usages = {
  vote: `sweep vote ID [--mode single|pair] [--count N] | sweep vote ID --ballot BALLOT --paper N --vote ${words.join("|")} | sweep vote ID --take-back [--json]`,
  votes: "sweep votes ID [--json]",
};
export const sweepVoteUsage = Object.values(usages);

type Command = (rest: string[], watch: { output: Output; signal: AbortSignal }) => Promise<number>;

function oneId(given: readonly string[], usage: string): number {
  const [id, ...more] = given;
  if (id !== undefined && more.length === 0) return wholeNumber("ID", id);
  throw new StudioError("badArguments", "The number of one sweep is expected.", usage);
}

/** `sweep vote ID`: a ballot whose papers name pictures by their content alone; a vote on one; the last one taken back. */
const vote: Command = (rest, { output }) => {
  const options = { mode: text, count: text, ballot: text, paper: text, vote: text, "take-back": flag, json: flag };
  const given = parseWords(rest, options, usages.vote);
  const id = oneId(given.words, usages.vote);
  const mode = oneOf("mode", given.text("mode"), ["single", "pair"] as const);
  const word = oneOf("vote", given.text("vote"), words);
  const [count, ballot, paper] = [given.text("count"), given.text("ballot"), given.text("paper")];
  return withClient(async (client) => {
    if (given.flag("take-back")) {
      const result = await client.call("sweep/unvote", { id });
      if (output.json) output.document(result);
      else output.print(`Taken back; this ballot has ${result.voted} votes.`);
      return 0;
    }
    if (word !== undefined) {
      if (ballot === undefined || paper === undefined) {
        throw new StudioError("badArguments", "--ballot and --paper say what the vote is on.", usages.vote);
      }
      const number = Math.round(numberWithin("paper", paper, [0, 1000]));
      const result = await client.call("sweep/vote", { id, ballot, paper: number, vote: word });
      if (output.json) output.document(result);
      else output.print(`${result.voted} votes.`);
      return 0;
    }
    const result = await client.call("sweep/ballot", {
      id,
      ...(mode && { mode }),
      ...(count !== undefined && { count: wholeNumber("count", count) }),
    });
    if (output.json) output.document(result);
    else {
      output.print(`ballot ${result.ballot}`);
      for (const { paper: number, pictures, prompt } of result.papers) {
        output.print(`${number}  ${pictures.map((content) => content.slice(0, 12)).join(" | ")}  ${prompt}`);
      }
    }
    return 0;
  });
};

/** `sweep votes ID`: what was voted for, by the lower bound of the interval. */
const votes: Command = (rest, { output }) => {
  const given = parseWords(rest, { json: flag }, usages.votes);
  const id = oneId(given.words, usages.votes);
  return withClient(async (client) => {
    const result = await client.call("sweep/votes", { id });
    if (output.json) output.document(result);
    else {
      if (result.votes === 0) output.print("There are no votes yet.");
      for (const { label, yes, count, low, high, few } of result.ranking) {
        const bounds = `${Math.round(low * 100)}–${Math.round(high * 100)} %`;
        output.print(`${label}  ${yes} of ${count}  (${bounds}${few ? "; few votes" : ""})`);
      }
    }
    return 0;
  });
};

export const sweepVoteCommands: Readonly<Record<string, Command>> = { vote, votes };
