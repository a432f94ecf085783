import { Dialog } from "../../parts/Dialog.js";
import { Difference } from "../../parts/Difference.js";
import { Problem } from "../../parts/Problem.js";
import { lineageReasonWords } from "../../state/lineage.js";
import { words } from "../../state/look.js";
import {
  changedCaptions,
  changeProposedCaptions,
  changingCaptions,
  type NextVersion,
  nextError,
  nextVersion,
  openNextPlan,
} from "../../state/next-version.js";
import { panel } from "../../state/panels.js";
import { readable } from "../../state/plan-catalog.js";

function fieldName(field: string): string {
  const { lineage: said } = words.value;
  if (field === "output_name") return said.nameField;
  return field === "training_comment" ? said.commentField : readable(field);
}

function Captions({ captions }: { captions: NonNullable<NextVersion["captions"]> }) {
  const { lineage: said } = words.value;
  const { tags, changed, captions: count } = captions;
  return (
    <section aria-label={said.captionsTitle}>
      <h3>{said.captionsTitle}</h3>
      <p>{said.captionsNote(tags.map((tag) => `“${tag}”`).join(", "), count)}</p>
      <ul class="plan-list next-captions">
        {changed.map(({ path, before, after }) => (
          <li key={path} title={path}>
            <Difference before={before} after={after} />
          </li>
        ))}
      </ul>
      {changed.length < count && <p class="muted">{said.more(count - changed.length)}</p>}
      {changedCaptions.value === null ? (
        <button type="button" disabled={changingCaptions.value} onClick={() => void changeProposedCaptions()}>
          {said.changeCaptions(count)}
        </button>
      ) : (
        <p class="green" role="status">
          {said.captionsChanged(changedCaptions.value)}
        </p>
      )}
    </section>
  );
}

function Found({ next }: { next: NextVersion }) {
  const { lineage: said } = words.value;
  const { name, parent, note, changes, captions, strengths } = next;
  return (
    <>
      <p>
        <strong>{said.nextOf(name, parent.name)}</strong>
      </p>
      {note !== null && <p class="amber">{said.notes[note]}</p>}
      <h3>{said.changes}</h3>
      <ul class="sweep-reasons">
        {changes.map(({ field, from, to, reason }) => (
          <li key={`${field} ${reason.sentence}`}>
            {to !== "" && <span class="figures">{said.change(fieldName(field), from, to)} </span>}
            <span class="muted">{lineageReasonWords(reason)}</span>
          </li>
        ))}
      </ul>
      {captions && <Captions captions={captions} />}
      {strengths !== null && <p>{said.strengths(strengths)}</p>}
      <p class="muted">{said.openPlanNote}</p>
    </>
  );
}

function Inside() {
  const { lineage: said } = words.value;
  const next = nextVersion.value;
  return (
    <>
      <h2>{said.nextTitle}</h2>
      {nextError.value && <Problem error={nextError.value} />}
      {next ? <Found next={next} /> : !nextError.value && <p class="muted">{said.planning}</p>}
      <div class="dialog-buttons">
        <button type="button" onClick={() => (panel.value = null)}>
          {said.close}
        </button>
        <button type="button" class="primary" disabled={next === null} onClick={openNextPlan}>
          {said.openPlan}
        </button>
      </div>
    </>
  );
}

/** What the next version changes and why; nothing is written before the user says so. */
export function NextVersionDialog() {
  return (
    <Dialog name="nextVersion" title={words.value.lineage.nextTitle}>
      <Inside />
    </Dialog>
  );
}
