import { JobProgress } from "../../parts/JobProgress.js";
import {
  chosenModel,
  cutoutForm,
  cutoutModels,
  downloadCutoutModel,
  downloadOfCutout,
} from "../../state/cutout-form.js";
import { words } from "../../state/look.js";

const choose = (part: { model: string } | { file: string }): void => {
  cutoutForm.value = { ...cutoutForm.value, ...part };
};

/** Which model, what it is for, and its download. */
export function ModelChoice() {
  const { cutout } = words.value;
  const { model, file } = cutoutForm.value;
  const chosen = chosenModel.value;
  const download = chosen && downloadOfCutout(chosen);
  return (
    <>
      <label>
        {cutout.model}
        <select value={model} onChange={({ currentTarget }) => choose({ model: currentTarget.value })}>
          {cutoutModels.value.map(({ name, state }) => (
            <option key={name} value={name}>
              {state === "here" ? name : `${name} – ${cutout.absent}`}
            </option>
          ))}
          <option value="">{cutout.file}</option>
        </select>
      </label>
      {model === "" && (
        <label>
          {cutout.filePath}
          <input type="text" value={file} onChange={({ currentTarget }) => choose({ file: currentTarget.value })} />
        </label>
      )}
      {chosen && (
        <p class="muted">
          {cutout.models[chosen.name]} {!chosen.builtIn && cutout.licence(chosen.licence)}
          {!chosen.commercial && <strong class="amber"> – {cutout.notCommercial}</strong>}
        </p>
      )}
      {chosen?.state === "absent" && (
        <div class="one-buttons">
          {download ? (
            <JobProgress job={download} />
          ) : (
            <button type="button" onClick={() => void downloadCutoutModel(chosen.name)}>
              {cutout.download}
            </button>
          )}
        </div>
      )}
    </>
  );
}
