import { UndoButtons } from "../../parts/UndoButtons.js";
import { runningJob } from "../../state/jobs.js";
import { words } from "../../state/look.js";
import { applied, applyChoice, preview, unscored } from "../../state/preview.js";
import { startTagging } from "../../state/tagging.js";
import { startLabel } from "./start-label.js";

/** Commits what the preview shows. */
function Apply() {
  const { choose, tagging } = words.value;
  const counts = preview.value?.counts;
  if (!counts || preview.value?.scored === 0) return null;
  if (counts.changed + counts.created === 0) {
    if (counts.leftAlone > 0) return <span class="muted">{choose.leftAlone(counts.leftAlone)}</span>;
    return applied.value ? (
      <span class="green" role="status">
        {choose.applied(applied.value.counts.changed, applied.value.counts.created)}
      </span>
    ) : (
      <span class="muted">{choose.nothingToApply}</span>
    );
  }
  return (
    <>
      <button type="button" class="primary" disabled={runningJob.value !== null} onClick={() => void applyChoice()}>
        {choose.apply(counts.changed, counts.created)}
      </button>
      <span class="muted">{tagging.undoable}</span>
    </>
  );
}

/** Keeps the scores of pictures that have none; captions stay. */
function Score({ total }: { total: number }) {
  const { choose } = words.value;
  return (
    <button type="button" disabled={runningJob.value !== null} onClick={() => void startTagging({ scoresOnly: true })}>
      {choose.runRest(total)}
    </button>
  );
}

/** Runs the tagger: over what has no scores once some are kept, else over the folder. */
function Run() {
  const { tagging } = words.value;
  const { label, possible } = startLabel();
  const disabled = runningJob.value !== null;
  if (preview.value && preview.value.scored > 0) return unscored.value > 0 ? <Score total={unscored.value} /> : null;
  if (!possible) {
    return (
      <>
        <span>{label}</span>
        {unscored.value > 0 && <Score total={unscored.value} />}
      </>
    );
  }
  return (
    <>
      <button type="submit" class="primary" disabled={disabled}>
        {label}
      </button>
      <span class="muted">{tagging.undoable}</span>
    </>
  );
}

/** What can be done now, each button with its effect in its name. */
export function Actions() {
  return (
    <div class="start">
      <Apply />
      <Run />
      <span class="space" />
      <UndoButtons />
    </div>
  );
}

export const submitTagging = (event: Event): void => {
  event.preventDefault();
  void startTagging();
};
