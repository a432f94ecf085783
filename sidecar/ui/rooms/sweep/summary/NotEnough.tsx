import { words } from "../../../state/look.js";
import type { Sweep, SweepReport } from "../../../state/sweep.js";
import { changeSweep } from "../../../state/sweep-draft.js";
import { moreOf } from "../../../state/sweep-more.js";
import { reasonWords } from "../../../state/sweep-words.js";

/** Why nothing is recommended, and the button that draws what is missing. */
export function NotEnough({ shown, told }: { shown: Sweep; told: SweepReport }) {
  const { report } = words.value.sweep;
  if (told.notEnough.length === 0) return null;
  const next = told.notEnough.map((reason) => moreOf(shown, reason)).find((one) => one !== null) ?? null;
  return (
    <section class="sweep-card" aria-label={report.notEnough}>
      <h3>{report.notEnough}</h3>
      <ul class="sweep-reasons">
        {told.notEnough.map((reason) => (
          <li key={`${reason.code} ${reason.sentence}`}>{reasonWords(reason)}</li>
        ))}
      </ul>
      <p class="train-buttons">
        <button type="button" class="primary" onClick={() => void changeSweep(shown, next?.change ?? {})}>
          {next === null ? report.drawMore : report.drawNext[next.what](next.text)}
        </button>
      </p>
    </section>
  );
}
