import { Problem } from "../../../parts/Problem.js";
import { words } from "../../../state/look.js";
import { sweeps } from "../../../state/sweep.js";
import { change, changing, closeForm, proposeError, proposing, settings, unnamed } from "../../../state/sweep-draft.js";
import { AllSettings } from "./AllSettings.js";
import { DryRun } from "./DryRun.js";
import { FileChips } from "./FileChips.js";
import { PictureFields } from "./PictureFields.js";
import { PromptBoxes } from "./PromptBoxes.js";
import { StrengthFields } from "./StrengthFields.js";

function Head() {
  const { form } = words.value.sweep;
  const draft = settings.value;
  return (
    <div class="train-head">
      <h2>{changing.value === null ? form.title : form.changeTitle}</h2>
      {draft && (
        <input
          class="sweep-name"
          aria-label={form.name}
          title={form.name}
          value={draft.name}
          maxLength={200}
          spellcheck={false}
          onInput={({ currentTarget }) => currentTarget.value.trim() !== "" && change({ name: currentTarget.value })}
        />
      )}
      {sweeps.value.length > 0 && (
        <button type="button" class="small" onClick={closeForm}>
          {form.back}
        </button>
      )}
    </div>
  );
}

/** The few settings that matter first, the others a click away, and below always what will be drawn. */
export function SweepForm() {
  const { form } = words.value.sweep;
  const draft = settings.value;
  const error = proposeError.value;
  const isFirst = error?.code === "notFound" && unnamed.value;
  return (
    <>
      <div class="plan-room sweep-form">
        <Head />
        {changing.value !== null && <p class="muted">{form.changeNote}</p>}
        <FileChips />
        {error && !isFirst && <Problem error={error} />}
        {isFirst && <p class="muted">{form.noFilesYet}</p>}
        {draft === null && proposing.value && <p class="muted">{form.reading}</p>}
        {draft && (
          <>
            <StrengthFields draft={draft} />
            <PromptBoxes draft={draft} />
            <PictureFields draft={draft} />
            <AllSettings draft={draft} />
          </>
        )}
      </div>
      {draft && <DryRun draft={draft} />}
    </>
  );
}
