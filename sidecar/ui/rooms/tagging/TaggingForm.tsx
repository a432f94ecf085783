import { Problem } from "../../parts/Problem.js";
import { words } from "../../state/look.js";
import { panel } from "../../state/panels.js";
import { preview, previewError } from "../../state/preview.js";
import { existing, existingModes, usualExisting } from "../../state/tagging.js";
import { Actions, submitTagging } from "./Actions.js";
import { ChoiceFields } from "./ChoiceFields.js";
import { ConceptAdvice, ConceptChoice } from "./ConceptChoice.js";
import { ExportForm } from "./ExportForm.js";
import { ModelChoice } from "./ModelChoice.js";
import { PresetButtons, PresetChoice } from "./PresetChoice.js";
import { SeveralModels } from "./SeveralModels.js";
import { ThresholdSlider } from "./ThresholdSlider.js";

function ExistingChoice() {
  const { tagging } = words.value;
  return (
    <label class="field">
      {tagging.existing}
      <select
        value={existing.value ?? usualExisting((preview.value?.scored ?? 0) > 0)}
        onChange={({ currentTarget }) => {
          existing.value = existingModes.find((mode) => mode === currentTarget.value) ?? "skip";
        }}
      >
        {existingModes.map((mode) => (
          <option key={mode} value={mode}>
            {tagging.modes[mode]}
          </option>
        ))}
      </select>
    </label>
  );
}

/** How much of the folder can be chosen anew without the model. */
function KeptNote() {
  const { choose } = words.value;
  if (!preview.value) return null;
  const { scored, pictures } = preview.value;
  return <p class="note muted whole-row kept-note">{scored === 0 ? choose.noneKept : choose.kept(scored, pictures)}</p>;
}

export function TaggingForm() {
  const { tagging } = words.value;
  return (
    <form class="tagging-form" onSubmit={submitTagging}>
      <ModelChoice />
      <ThresholdSlider category="general" label={tagging.general} />
      <ThresholdSlider category="character" label={tagging.character} />
      <PresetChoice />
      <ExistingChoice />
      <ConceptChoice />
      <SeveralModels />
      <ConceptAdvice />
      <KeptNote />
      <div class="folded">
        <ChoiceFields />
        <ExportForm />
        <span class="space" />
        <PresetButtons />
        <button type="button" class="small quiet" onClick={() => (panel.value = "onePicture")}>
          {words.value.choose.one.open}
        </button>
      </div>
      {previewError.value && <Problem error={previewError.value} />}
      <Actions />
    </form>
  );
}
