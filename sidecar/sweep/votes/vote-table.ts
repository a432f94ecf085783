import type { Database } from "../../store/database.js";
import type { Paper } from "./draw-ballot.js";
import { type GivenVote, type VoteWord, voteWords } from "./rank-votes.js";

const keysOf = (text: unknown): string[] => {
  const keys: unknown = JSON.parse(String(text));
  return Array.isArray(keys) ? keys.map(String) : [];
};

/** All votes of a sweep, skipped papers too, the earliest first. */
export function votesOf(database: Database, sweep: number): GivenVote[] {
  const rows = database
    .prepare("SELECT keys, vote FROM sweep_vote WHERE sweep = ? AND vote IS NOT NULL ORDER BY voted")
    .all(sweep);
  return rows.flatMap((row) => {
    const { keys, vote } = Object(row);
    const word = voteWords.find((known) => known === vote);
    return word === undefined ? [] : [{ keys: keysOf(keys), vote: word }];
  });
}

/** Keeps a ballot's papers until they are voted on; those that an earlier ballot left open are forgotten. */
export function keepBallot(
  database: Database,
  { sweep, ballot, papers }: { sweep: number; ballot: string; papers: readonly Paper[] },
): void {
  database.prepare("DELETE FROM sweep_vote WHERE sweep = ? AND vote IS NULL").run(sweep);
  const insert = database.prepare("INSERT INTO sweep_vote (sweep, ballot, paper, keys) VALUES (?, ?, ?, ?)");
  for (const [paper, { keys }] of papers.entries()) insert.run(sweep, ballot, paper, JSON.stringify(keys));
}

export interface PaperName {
  sweep: number;
  ballot: string;
  paper: number;
}

/** Keys of the pictures on a paper; null where there is no such paper. */
export function paperKeys(database: Database, { sweep, ballot, paper }: PaperName): string[] | null {
  const row = database
    .prepare("SELECT keys FROM sweep_vote WHERE sweep = ? AND ballot = ? AND paper = ?")
    .get(sweep, ballot, paper);
  return row ? keysOf(Object(row).keys) : null;
}

/** Writes a vote; a second one on the same paper replaces the first. */
export function putVote(database: Database, { sweep, ballot, paper }: PaperName, vote: VoteWord): void {
  database
    .prepare(
      `UPDATE sweep_vote SET vote = ?, voted = (SELECT coalesce(max(voted), 0) + 1 FROM sweep_vote WHERE sweep = ?)
       WHERE sweep = ? AND ballot = ? AND paper = ?`,
    )
    .run(vote, sweep, sweep, ballot, paper);
}

/** Takes the latest vote back. @returns its ballot; null where there was none */
export function takeVoteBack(database: Database, sweep: number): string | null {
  const row = database
    .prepare("SELECT id, ballot FROM sweep_vote WHERE sweep = ? AND vote IS NOT NULL ORDER BY voted DESC LIMIT 1")
    .get(sweep);
  if (!row) return null;
  const { id, ballot } = Object(row);
  database.prepare("UPDATE sweep_vote SET vote = NULL, voted = NULL WHERE id = ?").run(Number(id));
  return String(ballot);
}

export function votedCount(database: Database, sweep: number, ballot: string): number {
  const row = database
    .prepare("SELECT count(*) AS count FROM sweep_vote WHERE sweep = ? AND ballot = ? AND vote IS NOT NULL")
    .get(sweep, ballot);
  return Number(Object(row).count);
}
