import { useEffect } from "preact/hooks";
import { Dialog } from "../../parts/Dialog.js";
import { Problem } from "../../parts/Problem.js";
import { words } from "../../state/look.js";
import { plan } from "../../state/plan.js";
import { asText, byName, catalog, isOf, spoken } from "../../state/plan-catalog.js";
import { preflight } from "../../state/training-start.js";
import {
  addField,
  complete,
  queueSeries,
  rehearses,
  removeField,
  seriesBusy,
  seriesError,
  seriesLook,
  setField,
  skipsBad,
  type Varied,
  varied,
} from "../../state/training-vary.js";
import { VaryTable } from "./VaryTable.js";

/** What the plan has now, and what the field does. */
function About({ argument }: { argument: string }) {
  const { series: said } = words.value.training;
  const parameter = byName.value.get(argument.trim());
  if (!parameter) return null;
  const value = plan.value?.arguments[parameter.name];
  return (
    <small class="muted">
      {spoken(parameter)} ({value === undefined ? said.notInPlan : said.now(asText(value))})
    </small>
  );
}

function FieldRow({ field: { key, argument, values }, place }: { field: Varied; place: number }) {
  const { series: said } = words.value.training;
  return (
    <li>
      <div class="train-vary-row">
        <input
          type="text"
          list="vary-fields"
          spellcheck={false}
          aria-label={said.fieldNumber(place)}
          placeholder={said.field}
          value={argument}
          onInput={({ currentTarget }) => setField(key, { argument: currentTarget.value })}
        />
        <input
          type="text"
          spellcheck={false}
          aria-label={said.valuesNumber(place)}
          placeholder={said.values}
          value={values}
          onInput={({ currentTarget }) => setField(key, { values: currentTarget.value })}
        />
        {varied.value.length > 1 && (
          <button type="button" class="small" aria-label={said.removeField(place)} onClick={() => removeField(key)}>
            {said.removeShort}
          </button>
        )}
      </div>
      <About argument={argument} />
    </li>
  );
}

/** The browser's own search among the fields: names, and what they do. */
function FieldNames() {
  const family = plan.value?.family ?? "sdxl";
  return (
    <datalist id="vary-fields">
      {(catalog.value?.parameters ?? [])
        .filter((one) => isOf(one, family))
        .map((one) => (
          <option key={one.name} value={one.name}>
            {spoken(one)}
          </option>
        ))}
    </datalist>
  );
}

function Outcome() {
  const { training, plan: planWords } = words.value;
  const { series: said } = training;
  const found = seriesLook.value;
  if (complete.value.length === 0) return <p class="muted">{said.nothing}</p>;
  if (found === null) return seriesError.value ? null : <p class="muted">{said.looking}</p>;
  const good = found.runs.filter(({ ready }) => ready).length;
  const { seconds } = found;
  const time = seconds && planWords.duration(seconds.low, seconds.high);
  const all = found.runs.length;
  const count = skipsBad.value ? good : all;
  return (
    <>
      <VaryTable series={found} />
      <p class={good === all ? "green" : "amber"} role="status">
        {said.sum(good, all, time)}
      </p>
      {good < all && (
        <label class="check">
          <input
            type="checkbox"
            checked={skipsBad.value}
            onChange={({ currentTarget }) => (skipsBad.value = currentTarget.checked)}
          />
          {said.skipBad}
        </label>
      )}
      <div class="train-buttons">
        <button
          type="button"
          class="primary"
          disabled={seriesBusy.value || count === 0 || (good < all && !skipsBad.value)}
          onClick={() => void queueSeries()}
        >
          {said.queue(count)}
        </button>
      </div>
    </>
  );
}

function Inside() {
  const { series: said } = words.value.training;
  useEffect(() => {
    // Where only a rehearsal can start, that is what is meant.
    if (preflight.value && !preflight.value.real.ready && preflight.value.rehearsal.ready) rehearses.value = true;
  }, []);
  return (
    <>
      <h2>{said.varyTitle}</h2>
      <p class="muted">{said.varyHint}</p>
      <ul class="train-vary">
        {varied.value.map((field, at) => (
          <FieldRow key={field.key} field={field} place={at + 1} />
        ))}
      </ul>
      <FieldNames />
      <div class="train-buttons">
        <button type="button" class="small" onClick={addField}>
          {said.addField}
        </button>
        <label class="check">
          <input
            type="checkbox"
            checked={rehearses.value}
            onChange={({ currentTarget }) => (rehearses.value = currentTarget.checked)}
          />
          {said.asRehearsal}
        </label>
      </div>
      {seriesError.value && <Problem error={seriesError.value} />}
      <Outcome />
    </>
  );
}

/** Several values for one plan: which runs there would be, before they are queued. */
export function VaryDialog() {
  return (
    <Dialog name="vary" title={words.value.training.series.varyTitle}>
      <Inside />
    </Dialog>
  );
}
