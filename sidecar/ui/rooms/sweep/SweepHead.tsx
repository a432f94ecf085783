import { words } from "../../state/look.js";
import type { Sweep } from "../../state/sweep.js";
import { acting, resumeSweep } from "../../state/sweep-actions.js";
import { changeSweep, planSweep } from "../../state/sweep-draft.js";
import { drawnOf, wantedOf } from "../../state/sweep-words.js";
import { CellProblems } from "./CellProblems.js";
import { SweepList } from "./SweepList.js";
import { WhoDraws } from "./WhoDraws.js";

/** What the grid is made of, and how sure it is. */
function Chips({ shown }: { shown: Sweep }) {
  const { chips, rehearsal } = words.value.sweep;
  const { axes, counts, state } = shown;
  // Seeds and prompts have their steppers over the grid.
  const own = new Set(["lora", "strength", "prompt", "seed"]);
  const further = axes.filter(({ id, values }) => values.length > 1 && !own.has(id));
  const whole = state === "done" && counts.wrong + counts.failed === 0 && counts.drawn > 0;
  return (
    <ul class="chips">
      {shown.rehearsal && <li class="amber">{rehearsal}</li>}
      {further.map(({ id, title, values }) => (
        <li key={id}>{chips.axis(title, values.length)}</li>
      ))}
      {whole && <li class="green">{chips.proven}</li>}
      {counts.wrong > 0 && <li class="amber">{chips.unproven(counts.wrong)}</li>}
      {counts.failed > 0 && <li class="red">{chips.failed(counts.failed)}</li>}
      {counts.left > 0 && <li>{chips.left(counts.left)}</li>}
      {counts.reused > 0 && <li>{chips.reused(counts.reused)}</li>}
    </ul>
  );
}

function Progress({ shown }: { shown: Sweep }) {
  const { sweep: said } = words.value;
  const { secondsPerPicture, secondsLeft } = shown;
  const whole = wantedOf(shown);
  const facts = [
    said.roomPictures(drawnOf(shown), whole),
    secondsPerPicture !== null && said.rate(secondsPerPicture),
    secondsLeft !== null && said.left(secondsLeft),
  ];
  return (
    <div class="sweep-progress">
      <progress max={Math.max(1, whole)} value={drawnOf(shown)} aria-label={said.jobNamed(shown.name)} />
      <span class="figures">{facts.filter(Boolean).join(" · ")}</span>
    </div>
  );
}

function Buttons({ shown }: { shown: Sweep }) {
  const { sweep: said } = words.value;
  const { id, state, counts } = shown;
  return (
    <span class="train-buttons">
      {state !== "drawing" && counts.waiting > 0 && (
        <button type="button" class="small primary" disabled={acting.value} onClick={() => void resumeSweep(id)}>
          {said.resume(counts.waiting)}
        </button>
      )}
      <button type="button" class="small" onClick={() => void changeSweep(shown)}>
        {said.change}
      </button>
      <button type="button" class="small" onClick={() => void planSweep()}>
        {said.newSweep}
      </button>
    </span>
  );
}

/** Why it waits: in the page's language, with the program's own words where they name the WebUI or the file. */
function Standstill({ shown: { problem } }: { shown: Sweep }) {
  if (problem === null) return null;
  const said = words.value.sweep.standstillWords[problem.code];
  return (
    <p class="amber" role="status" title={problem.message}>
      {said?.message ?? problem.message} <span class="muted">{said?.hint ?? problem.hint}</span>
    </p>
  );
}

/** The shown sweep in two lines: what it is, how far it is, what can be done with it. */
export function SweepHead({ shown }: { shown: Sweep }) {
  const { sweep: said } = words.value;
  const unfinished = shown.state === "drawing" || shown.state === "paused";
  return (
    <header class="sweep-head">
      <div class="sweep-title">
        <h2>{shown.name}</h2>
        <SweepList />
        <Chips shown={shown} />
        <Buttons shown={shown} />
      </div>
      {unfinished && <Progress shown={shown} />}
      <Standstill shown={shown} />
      <div class="sweep-folds">
        <WhoDraws shown={shown} />
        <CellProblems shown={shown} />
        {shown.ownMillisecondsPerCell !== null && (
          <small class="muted figures">
            {said.own(shown.ownMillisecondsPerCell)} · {said.merges(shown.requests, shown.merges)}
          </small>
        )}
      </div>
    </header>
  );
}
