import { room } from "../../state/address.js";
import { pictures } from "../../state/dataset.js";
import { words } from "../../state/look.js";
import { sweeps } from "../../state/sweep.js";
import { planSweep } from "../../state/sweep-draft.js";
import { runs } from "../../state/training.js";
import { acting, rehearseFolder } from "../../state/training-actions.js";
import { SweepList } from "./SweepList.js";

/** What will be here: rows of checkpoints, columns of strengths, one of them framed. */
function Sketch() {
  const columns = [0, 1, 2, 3, 4];
  const rows = [0, 1, 2];
  return (
    <svg class="sketch sweep-sketch" viewBox="0 0 250 150" aria-hidden="true">
      {rows.flatMap((row) =>
        columns.map((column) => (
          <g
            key={`${row} ${column}`}
            class={row === 1 && column === 3 ? "best" : ""}
            transform={`translate(${column * 50 + 2} ${row * 50 + 2})`}
            style={{ "--part": Math.min(1, (column * (row + 1)) / 7) }}
          >
            <rect width="44" height="44" rx="6" />
            <circle cx="22" cy="18" r="8" />
            <path d="M8 44Q22 20 36 44" />
          </g>
        )),
      )}
    </svg>
  );
}

/** A rehearsal needs files too: the stand-in trainer writes them, and its room leads back here. */
async function rehearseTraining(): Promise<void> {
  room.value = "training";
  await rehearseFolder();
}

/** Before the first sweep: what the room is for, and the next step. */
export function Invitation() {
  const { sweep: said } = words.value;
  const trained = runs.value.some(({ progress }) => progress.step > 0);
  return (
    <div class="invitation">
      <Sketch />
      <h1>{said.inviteTitle}</h1>
      <p>{said.invite}</p>
      {!trained && <p class="muted">{said.inviteNoFiles}</p>}
      <p class="train-buttons centred">
        <button type="button" class="primary" onClick={() => void planSweep()}>
          {trained ? said.plan : said.chooseFiles}
        </button>
        {!trained && (
          <button type="button" onClick={() => (room.value = "training")}>
            {said.train}
          </button>
        )}
        {trained && (
          <button type="button" onClick={() => void planSweep({ rehearsal: true })}>
            {said.rehearse}
          </button>
        )}
        {!trained && pictures.value.length > 0 && (
          <button type="button" disabled={acting.value} onClick={() => void rehearseTraining()}>
            {said.rehearseTraining}
          </button>
        )}
      </p>
      <p class="muted">{said.rehearseNote}</p>
      {sweeps.value.length > 0 && <SweepList />}
    </div>
  );
}
