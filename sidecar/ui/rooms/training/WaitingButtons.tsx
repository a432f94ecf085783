import { words } from "../../state/look.js";
import { type RunRow, waiting } from "../../state/training.js";
import { acting, moveRun, stopRun, takeTimeAway } from "../../state/training-actions.js";

/** Buttons of a waiting run. */
export function WaitingButtons({ row: { id, name, scheduling } }: { row: RunRow }) {
  const { training: said } = words.value;
  const place = waiting.value.indexOf(id);
  return (
    <span class="train-row-buttons">
      {scheduling.notBefore !== null && (
        <button
          type="button"
          class="small"
          aria-label={said.series.anyTimeFor(name)}
          disabled={acting.value}
          onClick={() => void takeTimeAway(id)}
        >
          {said.series.anyTime}
        </button>
      )}
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
