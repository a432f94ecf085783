import { useEffect } from "preact/hooks";
import { Dialog } from "../../../../parts/Dialog.js";
import { Problem } from "../../../../parts/Problem.js";
import { words } from "../../../../state/look.js";
import { cellPicture } from "../../../../state/sweep.js";
import {
  ballot,
  beginBallot,
  endBallot,
  paper,
  paperAt,
  unvote,
  type Vote,
  type VoteMode,
  vote,
  voteError,
  voteMode,
} from "../../../../state/sweep-view-votes.js";
import { VoteRanking } from "./VoteRanking.js";

const MODES: readonly VoteMode[] = ["single", "pair"];

/** Keys of each kind of ballot, with the vote they give. */
const keysOf: Readonly<Record<VoteMode, Readonly<Record<string, Vote>>>> = {
  single: { y: "yes", ArrowUp: "yes", n: "no", ArrowDown: "no", " ": "skip" },
  pair: { ArrowLeft: "left", ArrowRight: "right", ArrowDown: "same", " ": "skip" },
};
const buttonsOf: Readonly<Record<VoteMode, readonly (readonly [Vote, string])[]>> = {
  single: [
    ["no", "n"],
    ["yes", "y"],
    ["skip", "␣"],
  ],
  pair: [
    ["left", "←"],
    ["same", "↓"],
    ["right", "→"],
    ["skip", "␣"],
  ],
};

function useVoteKeys(mode: VoteMode): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const given = keysOf[mode][event.key];
      if (given !== undefined) void vote(given);
      else if (event.key === "u") void unvote();
      else return;
      event.preventDefault();
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, [mode]);
}

/** Pictures without names; nothing on the page tells which cell they are. */
function Paper() {
  const { sweepView: said } = words.value;
  const [open, shown] = [ballot.value, paper.value];
  useVoteKeys(open?.mode ?? "single");
  if (!open) return null;
  if (!shown) return <p role="status">{said.voteNothing}</p>;
  return (
    <>
      <p class="sweep-vote-prompt" title={shown.prompt}>
        {shown.prompt}
      </p>
      <div class={`sweep-vote-pictures ${open.mode}`}>
        {shown.pictures.map((picture, place) => (
          <img
            key={picture}
            src={cellPicture(picture)}
            alt={open.mode === "single" ? said.votePicture : place === 0 ? said.voteLeft : said.voteRight}
            draggable={false}
          />
        ))}
      </div>
      <div class="dialog-buttons">
        <span class="muted figures" role="status">
          {said.voteCount(paperAt.value + 1, open.papers.length)}
        </span>
        <button type="button" class="small" disabled={paperAt.value === 0} onClick={() => void unvote()}>
          {said.unvote} <kbd>u</kbd>
        </button>
        <span class="space" />
        {buttonsOf[open.mode].map(([given, key]) => (
          <button type="button" key={given} class={given === "skip" ? "quiet" : ""} onClick={() => void vote(given)}>
            {said.votes[given]} <kbd>{key}</kbd>
          </button>
        ))}
        <button type="button" onClick={() => void endBallot()}>
          {said.voteEnd}
        </button>
      </div>
    </>
  );
}

function Begin() {
  const { sweepView: said } = words.value;
  return (
    <>
      <p class="muted">{said.voteMeans}</p>
      <VoteRanking />
      <div class="dialog-buttons">
        <fieldset class="sweep-choices" aria-label={said.voteMode}>
          {MODES.map((mode) => (
            <button
              type="button"
              key={mode}
              aria-pressed={voteMode.value === mode}
              onClick={() => {
                voteMode.value = mode;
              }}
            >
              {said.voteModes[mode]}
            </button>
          ))}
        </fieldset>
        <span class="space" />
        <button type="button" class="primary" onClick={() => void beginBallot()}>
          {said.voteBegin}
        </button>
      </div>
    </>
  );
}

/** Votes without knowing for what, and how they rank the cells. */
export function VoteDialog() {
  const { sweepView: said } = words.value;
  return (
    <Dialog name="sweepVotes" title={said.voteTitle}>
      <h2>{said.voteTitle}</h2>
      {voteError.value && <Problem error={voteError.value} />}
      {ballot.value ? <Paper /> : <Begin />}
    </Dialog>
  );
}
