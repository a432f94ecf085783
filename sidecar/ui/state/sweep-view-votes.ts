import { batch, computed, signal } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, RequestError } from "../rpc.js";
import { panel } from "./panels.js";
import { sweep } from "./sweep.js";
import { readReport } from "./sweep-follow.js";

export type Ballot = Methods["sweep/ballot"]["result"];
export type Vote = Methods["sweep/vote"]["params"]["vote"];
export type VoteMode = Ballot["mode"];
type Ranking = Methods["sweep/votes"]["result"];

/** So many pictures at one sitting; another ballot goes on with those without a vote. */
const AT_ONCE = 50;

export const ballot = signal<Ballot | null>(null);
export const paperAt = signal(0);
export const voteMode = signal<VoteMode>("single");
/** What was voted so far; null until it was read. While a ballot is open nobody sees it. */
export const ranking = signal<Ranking | null>(null);
export const voteError = signal<RequestError | null>(null);
const voting = signal(false);

export const paper = computed(() => ballot.value?.papers[paperAt.value] ?? null);

async function attempt(work: (id: number) => Promise<void>): Promise<void> {
  const id = sweep.value?.id;
  // One vote at a time: a quick second key must not count for a picture that nobody has seen.
  if (id === undefined || voting.value) return;
  voting.value = true;
  try {
    await work(id);
    voteError.value = null;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    voteError.value = error;
  } finally {
    voting.value = false;
  }
}

const readVotes = (): Promise<void> =>
  attempt(async (id) => {
    ranking.value = await call("sweep/votes", { id });
  });

/** Opens the dialog on what was voted so far. */
export function openVotes(): void {
  batch(() => {
    ballot.value = null;
    ranking.value = null;
    voteError.value = null;
    panel.value = "sweepVotes";
  });
  void readVotes();
}

export const beginBallot = (): Promise<void> =>
  attempt(async (id) => {
    const drawn = await call("sweep/ballot", { id, mode: voteMode.value, count: AT_ONCE });
    batch(() => {
      ballot.value = drawn;
      paperAt.value = 0;
    });
  });

/** Ends the ballot and shows the ranking. */
export const endBallot = (): Promise<void> =>
  attempt(async (id) => {
    ranking.value = await call("sweep/votes", { id });
    ballot.value = null;
    void readReport().catch(() => {});
  });

export async function vote(given: Vote): Promise<void> {
  const [open, shown] = [ballot.value, paper.value];
  if (open === null || shown === null) return;
  await attempt(async (id) => {
    const { voted } = await call("sweep/vote", { id, ballot: open.ballot, paper: shown.paper, vote: given });
    batch(() => {
      ballot.value = { ...open, voted };
      paperAt.value += 1;
    });
  });
  if (paper.value === null) await endBallot();
}

/** Takes the last vote back and shows its picture again. */
export const unvote = (): Promise<void> =>
  attempt(async (id) => {
    const open = ballot.value;
    if (open === null || paperAt.value === 0) return;
    const { voted } = await call("sweep/unvote", { id });
    batch(() => {
      ballot.value = { ...open, voted };
      paperAt.value -= 1;
    });
  });
