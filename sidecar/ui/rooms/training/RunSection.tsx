import { words } from "../../state/look.js";
import { hasEnded, type Run } from "../../state/training.js";
import { stateWords, toneOf, verdictWords } from "../../state/training-words.js";
import { CardsLine } from "./CardsLine.js";
import { LossCurve } from "./LossCurve.js";
import { NowButtons } from "./NowButtons.js";
import { Phases } from "./Phases.js";
import { RunButtons } from "./RunButtons.js";
import { SamplesWall } from "./SamplesWall.js";
import { SavedFiles } from "./SavedFiles.js";

const colours = { idle: "muted", running: "", good: "green", look: "amber", broken: "red" };

function Progress({ run }: { run: Run }) {
  const { training: said } = words.value;
  const { progress, steps, name, state } = run;
  const { phase, done, of, secondsPerStep, epoch, epochs } = progress;
  const trains = progress.step > 0 || phase === "training";
  const told = [
    said.percent(steps === 0 ? 0 : progress.step / steps),
    epochs > 0 && epoch > 0 && said.epoch(epoch, epochs),
    secondsPerStep !== null && said.secondsPerStep(secondsPerStep),
  ];
  const [value, max] = trains ? [progress.step, steps] : [done ?? 0, of ?? 0];
  return (
    <div class="train-progress">
      {max > 0 ? (
        <progress max={max} value={value} aria-label={said.progress(name)} />
      ) : (
        state === "running" && <progress max={1} value={0} aria-label={said.progress(name)} />
      )}
      <span class="figures muted">{told.filter(Boolean).join(" · ")}</span>
    </div>
  );
}

/** Why it ended so, what to do, and the lines that prove it. */
function Verdict({ run }: { run: Run }) {
  const { training: said } = words.value;
  const found = verdictWords(run);
  const lines = run.verdict?.lines ?? [];
  const isGood = run.state === "succeeded" && run.verdict?.cause === null;
  if (!found || isGood) return null;
  return (
    <div class={run.state === "succeeded" || run.state === "stopped" ? "problem mild" : "problem"} role="alert">
      {found.message && <p>{found.message}</p>}
      {found.remedy && <p class="hint">{found.remedy}</p>}
      {lines.length > 0 && (
        <details>
          <summary>{said.logLines}</summary>
          <pre class="train-lines" lang="en">
            {lines.join("\n")}
          </pre>
        </details>
      )}
    </div>
  );
}

function Warnings({ run: { warnings } }: { run: Run }) {
  const { training: said } = words.value;
  if (warnings.length === 0) return null;
  return (
    <details class="train-fold">
      <summary>{said.warnings(warnings.length)}</summary>
      <ul class="plan-list" lang="en">
        {warnings.map((text, index) => (
          // The same warning may come twice.
          <li key={`${index} ${text}`}>
            <code>{text}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** One run: what it does or how it ended, its phases, its curve, its files, and what can be done with it. */
export function RunSection({ run }: { run: Run }) {
  const { training: said } = words.value;
  const files = run.files.filter(({ kind }) => kind !== "state").length;
  const showsBar = run.state === "running";
  // Finished, but there is something to say about it.
  const isDoubtful = run.state === "succeeded" && (run.verdict?.cause ?? null) !== null;
  return (
    <section aria-labelledby="train-run" class="plan-section train-run">
      <div class="train-head">
        <h2 id="train-run">
          {run.name} <small class="muted">{said.runNumber(run.id)}</small>
        </h2>
        {run.rehearsal && <span class="plan-tag">{said.rehearsal}</span>}
        {run.parent !== null && <span class="plan-tag">{said.fromRun(run.parent)}</span>}
      </div>
      <p class={`train-state figures ${colours[isDoubtful ? "look" : toneOf(run)]}`}>{stateWords(run, files)}</p>
      {showsBar && <Progress run={run} />}
      {showsBar && <CardsLine />}
      {run.rehearsal && <p class="muted">{said.rehearsalNote}</p>}
      {run.progress.averageLoss === "nan" && !hasEnded(run) && <p class="red">{said.nanNow}</p>}
      <Verdict run={run} />
      {run.started !== null && <Phases run={run} />}
      <RunButtons run={run} files={files} />
      <NowButtons run={run} />
      {run.started !== null && <LossCurve run={run} />}
      {run.started !== null && <SamplesWall run={run} />}
      {run.started !== null && <SavedFiles run={run} />}
      <Warnings run={run} />
    </section>
  );
}
