import { useState } from "preact/hooks";
import { words } from "../../state/look.js";
import { type SweepRow, shownSweepId, showSweep, sweeps } from "../../state/sweep.js";
import { acting, bringBack, removedSweep, removeSweep, renameSweep } from "../../state/sweep-actions.js";
import { drawnOf, toneOfSweep, wantedOf } from "../../state/sweep-words.js";
import { PrunePictures } from "./PrunePictures.js";

function Rename({ row, onDone }: { row: SweepRow; onDone(): void }) {
  const { sweep: said } = words.value;
  const [name, setName] = useState(row.name);
  return (
    <form
      class="plan-map"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== "") void renameSweep(row.id, name.trim()).then(onDone);
      }}
    >
      <input
        aria-label={said.newName(row.name)}
        value={name}
        maxLength={200}
        ref={(field) => field?.focus()}
        onInput={({ currentTarget }) => setName(currentTarget.value)}
        onKeyDown={(event) => event.key === "Escape" && onDone()}
      />
      <button type="submit" class="small" disabled={name.trim() === ""}>
        {said.renameDone}
      </button>
    </form>
  );
}

function Row({ row }: { row: SweepRow }) {
  const { sweep: said, date } = words.value;
  const [renames, setRenames] = useState(false);
  const here = row.id === shownSweepId.value;
  if (renames) return <Rename row={row} onDone={() => setRenames(false)} />;
  return (
    <li class={here ? "train-row here" : "train-row"}>
      <button
        type="button"
        class="train-row-main"
        aria-current={here ? "true" : undefined}
        onClick={({ currentTarget }) => {
          currentTarget.closest("details")?.removeAttribute("open");
          showSweep(row.id);
        }}
      >
        <span class={`dot ${toneOfSweep(row)}`} aria-hidden="true" />
        <span class="train-row-name">
          <strong>{row.name}</strong> {row.rehearsal && <span class="plan-tag">{said.rehearsal}</span>}
        </span>
        <span class="train-row-state figures">{said.names[row.state]}</span>
        <small class="muted figures">
          {said.roomPictures(drawnOf(row), wantedOf(row))} · {date(row.created)}
        </small>
      </button>
      <span class="train-row-buttons">
        <button type="button" class="small" aria-label={said.renameNamed(row.name)} onClick={() => setRenames(true)}>
          {said.rename}
        </button>
        <button
          type="button"
          class="small"
          disabled={acting.value || row.state === "drawing"}
          aria-label={said.removeNamed(row.name)}
          onClick={() => void removeSweep(row)}
        >
          {said.remove}
        </button>
      </span>
    </li>
  );
}

/** All sweeps, the latest first; one is chosen to be shown. */
export function SweepList() {
  const { sweep: said } = words.value;
  return (
    <details class="train-fold sweep-list">
      <summary>{said.list(sweeps.value.length)}</summary>
      <ul class="train-list">
        {sweeps.value.map((row) => (
          <Row row={row} key={row.id} />
        ))}
        <li>
          <PrunePictures />
        </li>
      </ul>
    </details>
  );
}

/** What was removed last can be brought back. */
export function RemovedSweep() {
  const { sweep: said } = words.value;
  const row = removedSweep.value;
  if (row === null) return null;
  return (
    <p class="notice" role="status">
      {said.removed(row.name)}{" "}
      <button type="button" class="small" disabled={acting.value} onClick={() => void bringBack(row)}>
        {said.bringBack}
      </button>
    </p>
  );
}
