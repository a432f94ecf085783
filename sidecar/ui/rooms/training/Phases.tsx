import { words } from "../../state/look.js";
import type { Run } from "../../state/training.js";

const order = ["starting", "reading", "loading", "caching", "preparing", "training", "saving"] as const;
const names: readonly string[] = order;

/** Where it is, or where it ended; behind the last after a good run, null where that is not known any more. */
function placeOf({ progress, state }: Run): number | null {
  if (state === "succeeded") return order.length;
  if (progress.phase === "ended") return progress.step > 0 ? names.indexOf("training") : null;
  return Math.max(0, names.indexOf(progress.phase));
}

/** What a run goes through, as a row of steps. */
export function Phases({ run }: { run: Run }) {
  const { training: said } = words.value;
  const place = placeOf(run);
  if (place === null) return null;
  const atPlace = run.state === "running" ? "now" : run.state === "failed" ? "broken" : "stopped";
  return (
    <ol class="train-phases" aria-label={said.phasesTitle}>
      {order.map((name, index) => {
        const state = index < place ? "done" : index === place ? atPlace : "later";
        const spoken = {
          done: said.phaseDone,
          now: said.phaseNow,
          broken: said.phaseFailed,
          stopped: said.phaseFailed,
          later: "",
        }[state];
        return (
          <li key={name} class={state} aria-current={state === "now" ? "step" : undefined}>
            {said.phases[name]}
            {spoken && <span class="unseen">{`: ${spoken}`}</span>}
          </li>
        );
      })}
    </ol>
  );
}
