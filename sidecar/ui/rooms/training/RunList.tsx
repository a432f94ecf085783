import { useState } from "preact/hooks";
import { words } from "../../state/look.js";
import { listed, paused, type RunRow, secondsOf, shownId, showRun, waiting } from "../../state/training.js";
import { acting, moveRun, pauseQueue, stopRun } from "../../state/training-actions.js";
import { comparable, openCompareRuns } from "../../state/training-compare.js";
import { briefState, toneOf } from "../../state/training-words.js";

const SHOWN = 12;

/** Buttons of a waiting run. */
function Waiting({ row: { id, name } }: { row: RunRow }) {
  const { training: said } = words.value;
  const place = waiting.value.indexOf(id);
  return (
    <span class="train-row-buttons">
      <button
        type="button"
        class="small"
        aria-label={said.earlier(name)}
        disabled={place <= 0 || acting.value}
        onClick={() => void moveRun(id, -1)}
      >
        ↑
      </button>
      <button
        type="button"
        class="small"
        aria-label={said.later(name)}
        disabled={place >= waiting.value.length - 1 || acting.value}
        onClick={() => void moveRun(id, 1)}
      >
        ↓
      </button>
      <button
        type="button"
        class="small"
        aria-label={said.remove(name)}
        disabled={acting.value}
        onClick={() => void stopRun(id, "now")}
      >
        {said.removeShort}
      </button>
    </span>
  );
}

function Row({ row }: { row: RunRow }) {
  const { training: said, date } = words.value;
  const here = shownId.value === row.id;
  const seconds = secondsOf(row);
  const facts = [
    said.steps(row.steps),
    date(row.started ?? row.queued),
    seconds !== null && said.took(seconds),
    said.runNumber(row.id),
  ];
  return (
    <li class={here ? "train-row here" : "train-row"}>
      <button
        type="button"
        class="train-row-main"
        aria-current={here ? "true" : undefined}
        onClick={() => showRun(row.id)}
      >
        <span class={`dot ${toneOf(row)}`} aria-hidden="true" />
        <span class="train-row-name">
          <strong>{row.name}</strong> {row.rehearsal && <span class="plan-tag">{said.rehearsal}</span>}
        </span>
        <span class="train-row-state figures">{briefState(row)}</span>
        <small class="muted figures">{facts.filter(Boolean).join(" · ")}</small>
      </button>
      {row.state === "queued" && <Waiting row={row} />}
    </li>
  );
}

/** What waits, in its order, and what was: one is chosen to be shown above. */
export function RunList() {
  const { training: said, runs: history } = words.value;
  const [all, setAll] = useState(false);
  const rows = listed.value;
  const shown = all ? rows : rows.slice(0, Math.max(SHOWN, waiting.value.length + 1));
  const canPause = waiting.value.length > 0 || rows[0]?.state === "running" || paused.value;
  return (
    <section aria-labelledby="train-list" class="plan-section">
      <div class="train-head">
        <h2 id="train-list">{said.queueTitle}</h2>
        {comparable().length > 1 && (
          <button type="button" class="small" onClick={openCompareRuns}>
            {history.compare}
          </button>
        )}
        {canPause && (
          <button type="button" class="small" disabled={acting.value} onClick={() => void pauseQueue(!paused.value)}>
            {paused.value ? said.continueQueue : said.pauseQueue}
          </button>
        )}
      </div>
      {paused.value && <p class="amber">{said.queuePaused}</p>}
      {rows.length === 0 && <p class="muted">{said.noRuns}</p>}
      <ul class="train-list">
        {shown.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
      {shown.length < rows.length && (
        <p>
          <button type="button" class="small" onClick={() => setAll(true)}>
            {said.moreRuns(rows.length - shown.length)}
          </button>
        </p>
      )}
    </section>
  );
}
