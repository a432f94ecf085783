import type { Signal } from "@preact/signals";
import { UndoButtons } from "../../parts/UndoButtons.js";
import { runningJob } from "../../state/jobs.js";
import { words } from "../../state/look.js";
import {
  add,
  character,
  exclude,
  existing,
  existingModes,
  general,
  output,
  startTagging,
} from "../../state/tagging.js";
import { ModelChoice } from "./ModelChoice.js";
import { startLabel } from "./start-label.js";

function Threshold({ label, value }: { label: string; value: Signal<number> }) {
  const set = ({ currentTarget }: { currentTarget: HTMLInputElement }): void => {
    const number = Number(currentTarget.value);
    if (number >= 0 && number <= 1) value.value = number;
  };
  return (
    <label class="field">
      {label}
      <span class="slider">
        <input type="range" min="0" max="1" step="0.01" value={value.value} onInput={set} aria-label={label} />
        <input type="number" min="0" max="1" step="0.01" value={value.value} onChange={set} aria-label={label} />
      </span>
    </label>
  );
}

function Text({ label, value, placeholder }: { label: string; value: Signal<string>; placeholder?: string }) {
  return (
    <label class="field">
      {label}
      <input
        value={value.value}
        placeholder={placeholder ?? ""}
        spellcheck={false}
        onInput={({ currentTarget }) => (value.value = currentTarget.value)}
      />
    </label>
  );
}

function setThresholds(forGeneral: number, forCharacter: number): void {
  general.value = forGeneral;
  character.value = forCharacter;
}

function Presets() {
  const { tagging } = words.value;
  return (
    <fieldset class="presets" aria-label={tagging.presets}>
      <button type="button" class="small" onClick={() => setThresholds(0.35, 0.85)}>
        {tagging.presetUsual}
      </button>
      <button type="button" class="small" onClick={() => setThresholds(0.7, 0.7)}>
        {tagging.presetStrict}
      </button>
    </fieldset>
  );
}

function ExistingChoice() {
  const { tagging } = words.value;
  return (
    <label class="field">
      {tagging.existing}
      <select
        value={existing.value}
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

export function TaggingForm() {
  const { tagging } = words.value;
  const { label, possible } = startLabel();
  return (
    <form
      class="tagging-form"
      onSubmit={(event) => {
        event.preventDefault();
        void startTagging();
      }}
    >
      <ModelChoice />
      <Threshold label={tagging.general} value={general} />
      <Threshold label={tagging.character} value={character} />
      <ExistingChoice />
      <Presets />
      <details class="more">
        <summary>{tagging.more}</summary>
        <div class="more-fields">
          <Text label={tagging.add} value={add} placeholder={tagging.addHint} />
          <Text label={tagging.exclude} value={exclude} />
          <Text label={tagging.output} value={output} placeholder={tagging.outputHint} />
        </div>
      </details>
      <div class="start">
        {possible ? (
          <button type="submit" class="primary" disabled={runningJob.value !== null}>
            {label}
          </button>
        ) : (
          <span>{label}</span>
        )}
        {possible && <span class="muted">{tagging.undoable}</span>}
        <span class="space" />
        <UndoButtons />
      </div>
    </form>
  );
}
