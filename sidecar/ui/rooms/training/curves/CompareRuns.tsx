import { comparedIds } from "../../../state/address.js";
import { words } from "../../../state/look.js";
import { comparable, compared, compareWith, MOST_COMPARED } from "../../../state/training-curves.js";

const SHOWN = 30;

/** Which other runs lie over this one's curves. */
export function CompareRuns() {
  const { training: said, date } = words.value;
  const chosen = compared.value;
  const rows = comparable.value.slice(0, SHOWN);
  if (rows.length === 0) return null;
  return (
    <details class="train-fold" open={chosen.length > 0}>
      <summary>{chosen.length > 0 ? said.curves.comparing(chosen.length) : said.curves.compare}</summary>
      <p class="muted">
        {said.curves.compareNote(MOST_COMPARED)}{" "}
        {chosen.length > 0 && (
          <button type="button" class="small" onClick={() => (comparedIds.value = [])}>
            {said.curves.stopComparing}
          </button>
        )}
      </p>
      <ul class="train-compare">
        {rows.map(({ id, name, started, queued, steps, rehearsal }) => (
          <li key={id}>
            <label class="check">
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                disabled={!chosen.includes(id) && chosen.length >= MOST_COMPARED}
                onChange={({ currentTarget }) => compareWith(id, currentTarget.checked)}
              />
              <span>
                {name} {rehearsal && <span class="plan-tag">{said.rehearsal}</span>}{" "}
                <small class="muted figures">
                  {[said.runNumber(id), said.steps(steps), date(started ?? queued)].join(" · ")}
                </small>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}
