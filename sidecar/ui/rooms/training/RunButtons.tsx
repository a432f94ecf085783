import { useState } from "preact/hooks";
import { words } from "../../state/look.js";
import { openNextVersion } from "../../state/next-version.js";
import { panel } from "../../state/panels.js";
import { planSweep } from "../../state/sweep-draft.js";
import { hasEnded, type Run } from "../../state/training.js";
import { acting, resumeRun, retryRun, stopRun } from "../../state/training-actions.js";
import { chooseNotice, permission, wantsNotice } from "../../state/training-notice.js";

/** Asks once, and says what stays. */
function StopQuestion({ run, files, onAnswer }: { run: Run; files: number; onAnswer(): void }) {
  const { training: said } = words.value;
  const last = Math.max(0, ...run.files.map(({ step }) => step));
  return (
    <fieldset class="train-question" aria-label={said.stopNow}>
      <p>{said.stopQuestion(files, run.progress.step - last)}</p>
      <span class="train-buttons">
        <button
          type="button"
          class="primary"
          ref={(button) => button?.focus()}
          onClick={() => {
            onAnswer();
            void stopRun(run.id, "now");
          }}
        >
          {said.stopIt}
        </button>
        <button type="button" onClick={onAnswer}>
          {said.goOn}
        </button>
      </span>
    </fieldset>
  );
}

function Notice() {
  const { training: said } = words.value;
  if (permission.value === "unable") return null;
  if (permission.value === "denied") return <small class="muted">{said.noticeDenied}</small>;
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={wantsNotice.value}
        onChange={({ currentTarget }) => void chooseNotice(currentTarget.checked)}
      />
      {said.tellMe}
    </label>
  );
}

function WhileRunning({ run, onStop }: { run: Run; onStop(): void }) {
  const { training: said } = words.value;
  return (
    <>
      <button type="button" onClick={onStop}>
        {said.stopNow}
      </button>
      {run.afterSave ? (
        <span class="amber" role="status">
          {said.stopsAfterSave}
        </span>
      ) : (
        <button type="button" disabled={acting.value} onClick={() => void stopRun(run.id, "afterSave")}>
          {said.stopAfterSave}
        </button>
      )}
    </>
  );
}

function AfterEnd({ run }: { run: Run }) {
  const { training: said } = words.value;
  const { id, resumable, rehearsal } = run;
  return (
    <>
      {resumable && (
        <button type="button" class="primary" disabled={acting.value} onClick={() => void resumeRun(id)}>
          {said.resume(resumable.step)}
        </button>
      )}
      <button type="button" disabled={acting.value} onClick={() => void retryRun(id)}>
        {rehearsal ? said.rehearseAgain : said.retry}
      </button>
    </>
  );
}

/** What can be done with a run as it is now. */
export function RunButtons({ run, files }: { run: Run; files: number }) {
  const { training: said } = words.value;
  const [asks, setAsks] = useState(false);
  const isRunning = run.state === "running";
  if (asks && isRunning) return <StopQuestion run={run} files={files} onAnswer={() => setAsks(false)} />;
  return (
    <div class="train-buttons">
      {isRunning && <WhileRunning run={run} onStop={() => setAsks(true)} />}
      {run.state === "queued" && (
        <button type="button" disabled={acting.value} onClick={() => void stopRun(run.id, "now")}>
          {said.removeShort}
        </button>
      )}
      {hasEnded(run) && <AfterEnd run={run} />}
      {files > 0 && (
        <button type="button" onClick={() => void planSweep({ run: run.id, rehearsal: run.rehearsal })}>
          {words.value.sweep.sweepRun}
        </button>
      )}
      {hasEnded(run) && files > 0 && (
        <button type="button" onClick={() => void openNextVersion({ run: run.id })}>
          {words.value.lineage.nextButton}
        </button>
      )}
      {run.started !== null && (
        <button type="button" onClick={() => (panel.value = "trainingLog")}>
          {said.openLog}
        </button>
      )}
      {isRunning && <Notice />}
    </div>
  );
}
