import { useState } from "preact/hooks";
import { words } from "../../state/look.js";
import { modelFolder } from "../../state/tagging.js";

export function ModelChoice() {
  const { tagging } = words.value;
  const [other, setOther] = useState(modelFolder.value !== null);
  return (
    <div class="field model">
      <label>
        {tagging.model}
        <select
          value={other ? "folder" : "built-in"}
          onChange={({ currentTarget }) => {
            const folder = currentTarget.value === "folder";
            setOther(folder);
            modelFolder.value = folder ? "" : null;
          }}
        >
          <option value="built-in">{tagging.builtIn}</option>
          <option value="folder">{tagging.otherModel}</option>
        </select>
      </label>
      {other ? (
        <input
          aria-label={tagging.modelFolder}
          placeholder={tagging.modelFolder}
          value={modelFolder.value ?? ""}
          spellcheck={false}
          required
          onInput={({ currentTarget }) => (modelFolder.value = currentTarget.value)}
        />
      ) : (
        <p class="muted">{tagging.builtInNote}</p>
      )}
    </div>
  );
}
