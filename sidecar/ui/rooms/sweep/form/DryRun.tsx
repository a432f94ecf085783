import { Problem } from "../../../parts/Problem.js";
import { words } from "../../../state/look.js";
import type { SweepSettings } from "../../../state/sweep.js";
import { acting, actionError, drawSettings } from "../../../state/sweep-actions.js";
import { changing } from "../../../state/sweep-draft.js";
import { lookError, looked, looking, type SweepLook } from "../../../state/sweep-look.js";
import { remediesOf } from "../../../state/sweep-remedies.js";
import { problemWords } from "../../../state/sweep-words.js";

function Problems({ found, draft }: { found: SweepLook; draft: SweepSettings }) {
  if (found.problems.length === 0) return null;
  return (
    <ul class="sweep-look-problems">
      {found.problems.map((problem) => {
        const { message, remedy } = problemWords(problem);
        return (
          <li key={`${problem.code} ${problem.message}`}>
            <span class={problem.severity === "error" ? "red" : "amber"}>{message}</span>{" "}
            <span class="muted">{remedy}</span>{" "}
            {remediesOf(problem, draft).map(({ title, apply }) => (
              <button type="button" class="small" key={title} onClick={apply}>
                {title}
              </button>
            ))}
          </li>
        );
      })}
    </ul>
  );
}

/** Pictures, requests, merges, time, disk: in one line. */
function Sums({ found }: { found: SweepLook }) {
  const { sweep, jobs } = words.value;
  const { form, time } = sweep;
  const facts = [
    found.cells !== found.pictures && form.cells(found.cells),
    found.reused > 0 && form.before(found.reused),
    form.requests(found.requests),
    form.merges(found.merges),
    found.seconds === null ? form.noTime : form.about(time(found.seconds)),
    form.disk(jobs.size(found.bytes)),
    form.sheet(found.megapixels),
    found.webuis.length > 1 && form.drawnBy(found.webuis),
  ];
  return (
    <p class="figures">
      <strong>{form.pictures(found.pictures)}</strong> {facts.filter(Boolean).join(" · ")}
    </p>
  );
}

/** What will be drawn, always in sight, and the button that says so. */
export function DryRun({ draft }: { draft: SweepSettings }) {
  const { form } = words.value.sweep;
  const found = looked.value;
  const error = actionError.value ?? lookError.value;
  const toDraw = found?.toDraw ?? 0;
  const isDrawn = found?.ready && toDraw === 0;
  const label = toDraw > 0 ? form.draw(toDraw) : isDrawn ? form.nothingToDraw : form.drawIt;
  return (
    <section class="sweep-dry" aria-label={form.dryRun} aria-busy={looking.value}>
      <div aria-live="polite">
        {error && <Problem error={error} />}
        {found && found.pictures > 0 && <Sums found={found} />}
        {found === null && lookError.value === null && <p class="muted">{form.looking}</p>}
        {found && <Problems found={found} draft={draft} />}
      </div>
      <button
        type="button"
        class="primary"
        disabled={!found?.ready || looking.value || acting.value}
        onClick={() => void drawSettings()}
      >
        {changing.value !== null && toDraw === 0 ? form.takeOver : label}
      </button>
    </section>
  );
}
