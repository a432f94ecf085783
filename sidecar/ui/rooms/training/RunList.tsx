import { useState } from "preact/hooks";
import { words } from "../../state/look.js";
import {
  listed,
  paused,
  pausedBy,
  pausesOnFailure,
  type RunRow,
  secondsOf,
  shownId,
  showRun,
  waiting,
} from "../../state/training.js";
import { acting, pauseQueue, setPauseOnFailure } from "../../state/training-actions.js";
import { secondsUntil } from "../../state/training-choices.js";
import { comparable, openCompareRuns } from "../../state/training-compare.js";
import { briefState, toneOf } from "../../state/training-words.js";
import { SeriesTable } from "./SeriesTable.js";
import { WaitingButtons } from "./WaitingButtons.js";

const SHOWN = 12;

function Row({ row }: { row: RunRow }) {
  const { training: said, date } = words.value;
  const here = shownId.value === row.id;
  const seconds = secondsOf(row);
  const facts = [
    said.steps(row.steps),
    date(row.started ?? row.queued),
    seconds !== null && said.took(seconds),
    secondsUntil(row) !== null && said.series.startsAt(row.scheduling.notBefore ?? ""),
    row.scheduling.machine !== undefined && said.machines.on(row.scheduling.machine.on, row.scheduling.machine.wanted),
    row.scheduling.gpus !== null && said.series.onGpus(row.scheduling.gpus),
    row.scheduling.late !== null && said.series.late(row.scheduling.late),
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
      {row.state === "queued" && <WaitingButtons row={row} />}
    </li>
  );
}

/** A series stands where the first of its runs would. */
function Rows({ rows }: { rows: RunRow[] }) {
  const seen = new Set<number>();
  return (
    <ul class="train-list">
      {rows.map((row) => {
        const series = row.scheduling.series?.id;
        if (series === undefined) return <Row key={row.id} row={row} />;
        if (seen.has(series)) return null;
        seen.add(series);
        return <SeriesTable key={`series ${series}`} id={series} />;
      })}
    </ul>
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
      {paused.value && (
        <p class="amber">{pausedBy.value === null ? said.queuePaused : said.series.pausedByRun(pausedBy.value)}</p>
      )}
      {rows.length === 0 && <p class="muted">{said.noRuns}</p>}
      <Rows rows={shown} />
      {shown.length < rows.length && (
        <p>
          <button type="button" class="small" onClick={() => setAll(true)}>
            {said.moreRuns(rows.length - shown.length)}
          </button>
        </p>
      )}
      <label class="check">
        <input
          type="checkbox"
          checked={pausesOnFailure.value}
          disabled={acting.value}
          onChange={({ currentTarget }) => void setPauseOnFailure(currentTarget.checked)}
        />
        {said.series.pauseOnFailure}
      </label>
    </section>
  );
}
