import { useState } from "preact/hooks";
import { Problem } from "../../parts/Problem.js";
import { choice, deletePreset, presetError, presets, savePreset } from "../../state/choice.js";
import { words } from "../../state/look.js";

const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

function SaveForm({ onDone }: { onDone(): void }) {
  const { choose } = words.value;
  const [name, setName] = useState("");
  const save = (): void => {
    if (name.trim() !== "") void savePreset(name.trim());
    onDone();
  };
  return (
    <span class="inline-form">
      <input
        aria-label={choose.presetName}
        placeholder={choose.presetName}
        value={name}
        maxLength={100}
        onInput={({ currentTarget }) => setName(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          save();
        }}
      />
      <button type="button" class="small" onClick={save}>
        {choose.save}
      </button>
    </span>
  );
}

const currentPreset = () => presets.value.find((preset) => same(preset.choice, choice.value));

/** Named choices: those that come with the program, and the user's own. */
export function PresetChoice() {
  const { choose } = words.value;
  return (
    <label class="field">
      {choose.presets}
      <select
        value={currentPreset()?.name ?? ""}
        onChange={({ currentTarget }) => {
          const chosen = presets.value.find(({ name }) => name === currentTarget.value);
          if (chosen) choice.value = chosen.choice;
        }}
      >
        <option value="" disabled>
          –
        </option>
        {presets.value.map(({ name, builtIn }) => (
          <option key={name} value={name}>
            {builtIn ? (choose.preset[name] ?? name) : name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Saves the present choice by a name, or deletes the saved one that is chosen. */
export function PresetButtons() {
  const { choose } = words.value;
  const [saving, setSaving] = useState(false);
  const current = currentPreset();
  if (presetError.value) return <Problem error={presetError.value} />;
  if (saving) return <SaveForm onDone={() => setSaving(false)} />;
  if (!current) {
    return (
      <button type="button" class="small quiet" onClick={() => setSaving(true)}>
        {choose.savePreset}
      </button>
    );
  }
  if (current.builtIn) return null;
  return (
    <button type="button" class="small quiet" onClick={() => void deletePreset(current.name)}>
      {choose.deletePreset(current.name)}
    </button>
  );
}
