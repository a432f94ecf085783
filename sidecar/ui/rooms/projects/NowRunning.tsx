import { words } from "../../state/look.js";
import { drawing, showSweep } from "../../state/sweep.js";
import { drawnOf, wantedOf } from "../../state/sweep-words.js";
import { partDone, running, showRun, waiting } from "../../state/training.js";
import { briefState } from "../../state/training-words.js";

interface Active {
  name: string;
  state: string;
  part: number;
  watch(): void;
}

/** What trains and what is drawn just now, of all projects. */
export function NowRunning() {
  const { projects: said, sweep: sweepWords, training } = words.value;
  const active: Active[] = [];
  const [run, sweep] = [running.value, drawing.value];
  if (run) active.push({ name: run.name, state: briefState(run), part: partDone(run), watch: () => showRun(run.id) });
  if (sweep) {
    const [drawn, whole] = [drawnOf(sweep), Math.max(1, wantedOf(sweep))];
    const state = sweepWords.roomPictures(drawn, whole);
    active.push({ name: sweep.name, state, part: drawn / whole, watch: () => showSweep(sweep.id) });
  }
  if (active.length === 0) return null;
  return (
    <section class="plan-section" aria-labelledby="projects-now">
      <h2 id="projects-now">{said.runsNow}</h2>
      <ul class="now-running">
        {active.map(({ name, state, part, watch }) => (
          <li key={name}>
            <strong>{name}</strong>
            <progress max={1} value={part} aria-label={name} />
            <span class="figures">{state}</span>
            <button type="button" class="small" onClick={watch}>
              {said.go.training}
            </button>
          </li>
        ))}
      </ul>
      {waiting.value.length > 0 && <p class="muted">{training.roomWaiting(waiting.value.length)}</p>}
    </section>
  );
}
