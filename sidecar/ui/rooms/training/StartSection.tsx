import { Problem } from "../../parts/Problem.js";
import { folder, room } from "../../state/address.js";
import { pictures } from "../../state/dataset.js";
import { words } from "../../state/look.js";
import { panel } from "../../state/panels.js";
import { draft, examined, plan } from "../../state/plan.js";
import { running, startId, waiting } from "../../state/training.js";
import { acting, rehearseFolder, starting, startRun } from "../../state/training-actions.js";
import { preflight, preflightError } from "../../state/training-start.js";
import { ExactCommand } from "./ExactCommand.js";
import { Findings } from "./Findings.js";
import { UsedTrainer } from "./UsedTrainer.js";
import { WebuiButton } from "./WebuiButton.js";
import { WhereAndWhen } from "./WhereAndWhen.js";

/** The open plan in a sentence, and under which name it writes. */
function PlanLine() {
  const { training: said, plan: planWords } = words.value;
  const shown = plan.value;
  if (shown === null) return null;
  const files = examined.value?.files.filter(({ removedAt, kind }) => removedAt === null && kind !== "state").length;
  const seconds = examined.value?.estimate.seconds;
  const wanted = shown.arguments.output_name;
  const name = preflight.value?.real.outputName;
  return (
    <>
      <p>
        {said.planSentence(
          shown.name,
          examined.value?.steps?.exact ?? null,
          files ?? 0,
          seconds ? planWords.duration(seconds.low, seconds.high) : null,
        )}{" "}
        <button type="button" class="small" onClick={() => (room.value = "planning")}>
          {said.toPlan}
        </button>
      </p>
      {name !== undefined && (
        <p class="muted">
          {typeof wanted === "string" && wanted !== "" && wanted !== name ? said.renamed(name) : said.writes(name)}
        </p>
      )}
    </>
  );
}

/** Whether it can start, in a sentence. */
function Ready() {
  const { training: said } = words.value;
  const found = preflight.value;
  if (found === null) return preflightError.value ? null : <p class="muted">{said.lookingAt}</p>;
  const count = (severity: "error" | "warning"): number =>
    found.real.problems.filter((problem) => problem.severity === severity).length;
  const [errors, warnings] = [count("error"), count("warning")];
  if (!found.real.ready) {
    return (
      <p class="plan-verdict red">
        {said.notReady(errors)} {found.rehearsal.ready && <span class="muted">{said.rehearsalReady}</span>}
      </p>
    );
  }
  return warnings > 0 ? (
    <p class="plan-verdict amber">{said.readyWith(warnings)}</p>
  ) : (
    <p class="plan-verdict green">{said.ready}</p>
  );
}

function Buttons() {
  const { training: said } = words.value;
  const found = preflight.value;
  const waits = running.value !== null || waiting.value.length > 0;
  return (
    <div class="train-buttons">
      <button
        type="button"
        class="primary"
        disabled={!found?.real.ready || acting.value}
        onClick={() => void startRun(false)}
      >
        {waits ? said.enqueue : said.start}
      </button>
      <button
        type="button"
        disabled={!found?.rehearsal.ready || acting.value}
        aria-describedby="train-rehearsal-hint"
        onClick={() => void startRun(true)}
      >
        {said.rehearse}
      </button>
      <button type="button" disabled={!found?.rehearsal.ready || acting.value} onClick={() => (panel.value = "vary")}>
        {said.series.vary}
      </button>
      <small class="muted" id="train-rehearsal-hint" role="status">
        {starting.value ? said.startingNow : said.rehearsalHint}
      </small>
    </div>
  );
}

function NoPlan() {
  const { training: said } = words.value;
  return (
    <>
      <p>{said.noPlan}</p>
      <div class="train-buttons">
        <button type="button" class="primary" onClick={() => (room.value = "planning")}>
          {said.makePlan}
        </button>
        {folder.value !== null && pictures.value.length > 0 && (
          <button type="button" disabled={acting.value} onClick={() => void rehearseFolder()}>
            {said.rehearseFolder}
          </button>
        )}
        <WebuiButton />
      </div>
    </>
  );
}

/** What would be trained next: the open plan, what speaks against it, the trainer, and the buttons that start it. */
export function StartSection() {
  const { training: said } = words.value;
  return (
    <section aria-labelledby="train-next" class="plan-section" id={startId} tabIndex={-1}>
      <h2 id="train-next">{said.startTitle}</h2>
      {draft.value === null ? (
        <NoPlan />
      ) : (
        <>
          <PlanLine />
          <Ready />
          {preflightError.value && <Problem error={preflightError.value} />}
          <Findings />
          <UsedTrainer />
          <WhereAndWhen />
          <Buttons />
          <ExactCommand />
        </>
      )}
    </section>
  );
}
