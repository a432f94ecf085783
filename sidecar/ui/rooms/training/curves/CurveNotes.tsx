import { Problem } from "../../../parts/Problem.js";
import { words } from "../../../state/look.js";
import { curvesError, type RunCurves } from "../../../state/training-curves.js";

/** Where the shown curves come from, and what of them could not be read. */
export function CurveNotes({ told, source }: { told: RunCurves | undefined; source: "events" | "progress" }) {
  const { training: said } = words.value;
  const broken = told?.broken ?? [];
  const leftOut = told?.curves.reduce((sum, one) => sum + one.leftOut, 0) ?? 0;
  return (
    <>
      {curvesError.value && <Problem error={curvesError.value} />}
      <small class="muted">
        {said.curves.sources[source]} {said.curves.low} {said.curves.zoomHint}
        {leftOut > 0 && ` ${said.curves.leftOut(leftOut)}`}
      </small>
      {told !== undefined && told.brokenCount > 0 && (
        <details class="train-fold">
          <summary class="amber">{said.curves.broken(told.brokenCount)}</summary>
          <ul class="plan-list">
            {broken.map(({ file, at }) => (
              <li key={`${file} ${at}`}>
                <code>{said.curves.brokenAt(file, at)}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
