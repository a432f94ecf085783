import { useEffect } from "preact/hooks";
import { words } from "../../state/look.js";
import { changePlan, plan } from "../../state/plan.js";
import {
  cards,
  chooseGpu,
  chosenGpus,
  chosenMachine,
  machines,
  notBefore,
  now,
  readCards,
} from "../../state/training-choices.js";

/** On which machine: only where others train for this studio. */
function Machine() {
  const { machines: said } = words.value.training;
  if (machines.value.length === 0) return null;
  return (
    <div class="train-when">
      <label>
        {said.title}{" "}
        <select
          value={chosenMachine.value}
          onChange={({ currentTarget }) => (chosenMachine.value = currentTarget.value)}
        >
          <option value="">{said.here}</option>
          <option value="any">{said.any}</option>
          {machines.value.map(({ id, card, ready }) => (
            <option value={id} key={id}>
              {said.machine(id, card, ready)}
            </option>
          ))}
        </select>
      </label>
      <small class="muted">{said.hint}</small>
    </div>
  );
}

/** On which cards: only where there is a choice. */
function Where() {
  const { series: said } = words.value.training;
  if (cards.value.length < 2 || chosenMachine.value !== "") return null;
  return (
    <fieldset class="train-where">
      <legend>{said.whereTitle}</legend>
      {cards.value.map(({ index, name, free, total }) => (
        <label class="check" key={index}>
          <input
            type="checkbox"
            checked={chosenGpus.value.includes(index)}
            onChange={({ currentTarget }) => chooseGpu(index, currentTarget.checked)}
          />
          {said.card(index, name, free, total)}
        </label>
      ))}
      <small class="muted">{said.whereHint}</small>
    </fieldset>
  );
}

function When() {
  const { series: said } = words.value.training;
  const isPast = notBefore.value !== "" && new Date(notBefore.value).getTime() <= now.value;
  return (
    <div class="train-when">
      <label>
        {said.notBefore}{" "}
        <input
          type="datetime-local"
          value={notBefore.value}
          onInput={({ currentTarget }) => (notBefore.value = currentTarget.value)}
        />
      </label>
      {notBefore.value !== "" && (
        <button type="button" class="small" onClick={() => (notBefore.value = "")}>
          {said.clear}
        </button>
      )}
      <small class={isPast ? "amber" : "muted"}>{isPast ? said.pastTime : said.notBeforeHint}</small>
    </div>
  );
}

const numbers = ["num_processes", "num_machines", "machine_rank", "main_process_port"] as const;

/** What accelerate is told; an empty field says nothing. */
function Launch() {
  const { series: said } = words.value.training;
  const launch = plan.value?.launch ?? {};
  const set = (name: string, value: string | number | null): void => {
    const rest = Object.fromEntries(Object.entries(launch).filter(([one]) => one !== name));
    changePlan({ launch: value === null ? rest : { ...rest, [name]: value } });
  };
  const shown = (name: string): string => (launch[name] === undefined ? "" : String(launch[name]));
  return (
    <details class="train-fold">
      <summary>{said.launchTitle}</summary>
      <p class="muted">{said.launchHint}</p>
      <div class="train-launch">
        {numbers.map((name) => (
          <label key={name}>
            {said.launch[name]}
            <input
              type="number"
              min={name === "machine_rank" || name === "main_process_port" ? 0 : 1}
              max={65_535}
              value={shown(name)}
              onInput={({ currentTarget }) => {
                const { value, valueAsNumber, validity } = currentTarget;
                if (value === "" && !validity.badInput) set(name, null);
                else if (validity.valid && Number.isInteger(valueAsNumber)) set(name, valueAsNumber);
              }}
            />
          </label>
        ))}
        <label>
          {said.launch.main_process_ip}
          <input
            type="text"
            spellcheck={false}
            value={shown("main_process_ip")}
            onInput={({ currentTarget }) => set("main_process_ip", currentTarget.value.trim() || null)}
          />
        </label>
      </div>
    </details>
  );
}

/** On which machine and cards the next run is started, and from when on. */
export function WhereAndWhen() {
  useEffect(() => void readCards(), []);
  return (
    <div class="train-trainer">
      <Machine />
      <Where />
      <When />
      <Launch />
    </div>
  );
}
