import { useEffect, useState } from "preact/hooks";
import { Dialog } from "../../parts/Dialog.js";
import { Problem } from "../../parts/Problem.js";
import { words } from "../../state/look.js";
import { panel } from "../../state/panels.js";
import { plan, stored } from "../../state/plan.js";
import {
  deletePlanPreset,
  planPresets,
  presetError,
  savePlanPreset,
  spoken,
  titleOfFamily,
} from "../../state/plan-catalog.js";
import {
  duplicatePlan,
  openPlan,
  plans,
  readPlans,
  removed,
  removePlan,
  renamePlan,
  restorePlan,
  type StoredPlan,
  storeError,
} from "../../state/plan-store.js";

/** One stored plan, with what can be done to it. */
function PlanRow({ one }: { one: StoredPlan }) {
  const { plan: said, date } = words.value;
  const isShown = stored.value?.id === one.id;
  const [name, setName] = useState(one.name);
  useEffect(() => setName(one.name), [one.name]);
  const rename = (): void => {
    const wanted = name.trim();
    if (wanted === "") setName(one.name);
    else if (wanted !== one.name) void renamePlan(one, wanted);
  };
  return (
    <li class={isShown ? "plan-stored here" : "plan-stored"}>
      <input
        type="text"
        aria-label={said.nameOf(one.name)}
        value={name}
        maxLength={200}
        onInput={({ currentTarget }) => setName(currentTarget.value)}
        onBlur={rename}
        onKeyDown={(event) => event.key === "Enter" && rename()}
      />
      <small class="muted">
        {titleOfFamily(one.family)} · {date(one.changed)}
        {isShown && ` · ${said.isShown}`}
      </small>
      <span class="plan-row-buttons">
        {!isShown && (
          <button
            type="button"
            class="small"
            aria-label={said.openPlanNamed(one.name)}
            onClick={() => {
              panel.value = null;
              void openPlan(one.id);
            }}
          >
            {said.openPlan}
          </button>
        )}
        <button
          type="button"
          class="small"
          aria-label={said.duplicateNamed(one.name)}
          onClick={() => void duplicatePlan(one, said.copyOf)}
        >
          {said.duplicate}
        </button>
        <button
          type="button"
          class="small"
          aria-label={said.removeNamed(one.name)}
          onClick={() => void removePlan(one)}
        >
          {said.remove}
        </button>
      </span>
    </li>
  );
}

/** Presets: what comes with the program, and one's own, made of the plan that is shown. */
function Presets() {
  const { plan: said } = words.value;
  const [name, setName] = useState("");
  return (
    <>
      <h3>{said.presets}</h3>
      <ul class="plan-list">
        {planPresets.value.map((preset) => (
          <li key={preset.name}>
            <strong>{preset.builtIn ? (said.presetNames[preset.name] ?? preset.name) : preset.name}</strong>{" "}
            <span class="muted">{spoken(preset)}</span>{" "}
            {!preset.builtIn && (
              <button
                type="button"
                class="quiet small"
                aria-label={said.deletePresetNamed(preset.name)}
                onClick={() => void deletePlanPreset(preset.name)}
              >
                {said.deletePreset}
              </button>
            )}
          </li>
        ))}
      </ul>
      {plan.value && (
        <form
          class="plan-map"
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() === "" || !plan.value) return;
            void savePlanPreset(name.trim(), plan.value);
            setName("");
          }}
        >
          <label>
            {said.savePreset}
            <input
              type="text"
              value={name}
              maxLength={200}
              placeholder={said.presetName}
              onInput={({ currentTarget }) => setName(currentTarget.value)}
            />
          </label>
          <button type="submit" disabled={name.trim() === ""}>
            {said.save}
          </button>
        </form>
      )}
    </>
  );
}

function Inside() {
  const { plan: said } = words.value;
  useEffect(() => void readPlans(), []);
  const gone = removed.value;
  const error = storeError.value ?? presetError.value;
  return (
    <>
      <h2>{said.plansTitle}</h2>
      {error && <Problem error={error} />}
      {gone && (
        <p class="notice" role="status">
          {said.removedPlan(gone.name)}{" "}
          <button type="button" class="small" onClick={() => void restorePlan(gone)}>
            {said.bringBack(gone.name)}
          </button>
        </p>
      )}
      {plans.value.length === 0 && <p class="muted">{said.noPlans}</p>}
      <ul class="plan-list">
        {plans.value.map((one) => (
          <PlanRow key={one.id} one={one} />
        ))}
      </ul>
      <Presets />
    </>
  );
}

/** The folder's stored plans, and presets. */
export function PlansDialog() {
  return (
    <Dialog name="plans" title={words.value.plan.plansTitle}>
      <Inside />
    </Dialog>
  );
}
