import { useState } from "preact/hooks";
import { words } from "../../state/look.js";
import { preview } from "../../state/preview.js";
import { model, models } from "../../state/tagging.js";

const OTHER = "another folder";

/** A tagger that the sidecar knows, or the folder of another one. */
export function ModelChoice() {
  const { tagging } = words.value;
  const known = models.value.find((one) => one.model === (model.value ?? models.value[0]?.model));
  const [other, setOther] = useState(model.value !== null && known === undefined);
  return (
    <>
      <label class="field model">
        {tagging.model}
        <select
          value={other ? OTHER : known?.model}
          onChange={({ currentTarget }) => {
            setOther(currentTarget.value === OTHER);
            model.value = currentTarget.value === OTHER ? "" : currentTarget.value;
          }}
        >
          {models.value.map((one) => (
            <option key={one.model} value={one.model}>
              {one.builtIn ? tagging.builtIn : one.name}
            </option>
          ))}
          <option value={OTHER}>{tagging.otherModel}</option>
        </select>
      </label>
      {other && (
        <label class="field whole-row">
          {tagging.modelFolder}
          <input
            value={model.value ?? ""}
            spellcheck={false}
            required
            onInput={({ currentTarget }) => (model.value = currentTarget.value)}
          />
        </label>
      )}
      {!other && known?.builtIn && !preview.value?.scored && <p class="whole-row note muted">{tagging.builtInNote}</p>}
    </>
  );
}
