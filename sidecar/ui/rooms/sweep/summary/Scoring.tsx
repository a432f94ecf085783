import { useState } from "preact/hooks";
import { words } from "../../../state/look.js";
import type { Sweep, SweepReport } from "../../../state/sweep.js";
import { acting, scoreSweep } from "../../../state/sweep-actions.js";
import { models } from "../../../state/tagging.js";

function ModelChoice({ value, onChange }: { value: string; onChange(value: string): void }) {
  const { sweep, tagging } = words.value;
  const here = models.value.filter(({ state }) => state === "here");
  if (here.length < 2) return null;
  return (
    <label>
      {sweep.report.scoreWith}{" "}
      <select value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        <option value="">{sweep.report.lastUsed}</option>
        {here.map(({ model, name, builtIn }) => (
          <option key={model} value={model}>
            {builtIn ? tagging.builtIn : name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** How far the scores are, by which tagger, and the button that begins. */
export function Scoring({ shown, told }: { shown: Sweep; told: SweepReport | null }) {
  const { report } = words.value.sweep;
  const [model, setModel] = useState("");
  if (told === null) return null;
  const { state, scored, toScore, models: used } = told;
  const all = scored + toScore;
  if (state === "scoring") {
    return (
      <div class="sweep-scoring">
        <progress max={Math.max(1, all)} value={scored} aria-label={report.scoring(scored, all)} />
        <span class="figures muted">{report.scoring(scored, all)}</span>
      </div>
    );
  }
  const waits = state === "unscored" || (state === "partial" && toScore > 0);
  return (
    <div class="sweep-scoring">
      {shown.folder === null && state !== "nothing" && <p class="amber">{report.noSet}</p>}
      {state === "nothing" && <p class="muted">{report.nothing}</p>}
      {state === "unscored" && <p>{report.unscored}</p>}
      {state === "partial" && toScore > 0 && <p class="muted">{report.partial(toScore)}</p>}
      {used.length > 0 && <small class="muted">{report.scoredBy(used.join(", "))}</small>}
      {state !== "nothing" && (waits || used.length > 0) && (
        <details class="train-fold" open={waits}>
          <summary>{waits ? report.scores : report.scoreAgain}</summary>
          <ModelChoice value={model} onChange={setModel} />
          <p class="train-buttons">
            <button
              type="button"
              disabled={acting.value}
              onClick={() => void scoreSweep(shown.id, model === "" ? undefined : [model])}
            >
              {waits ? report.score(toScore) : report.scoreAgain}
            </button>
          </p>
        </details>
      )}
    </div>
  );
}
