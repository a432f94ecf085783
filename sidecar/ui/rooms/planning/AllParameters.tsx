import { useState } from "preact/hooks";
import { Dialog } from "../../parts/Dialog.js";
import { words } from "../../state/look.js";
import { isChanged, plan } from "../../state/plan.js";
import { catalog, isOf, type Parameter, readable } from "../../state/plan-catalog.js";
import { parameterSearch } from "../../state/plan-fields.js";
import { ParameterRow } from "./ParameterRow.js";

// So many rows are drawn at once; a group has fewer, a vague search more.
const SHOWN = 60;

/** Names as they are written and as they are said, and what both languages say of it. */
const haystack = ({ name, en, ja, choices }: Parameter): string =>
  `${name} ${readable(name)} ${en} ${ja} ${choices?.join(" ") ?? ""}`.toLowerCase();

function matches(parameter: Parameter, wanted: string): boolean {
  const text = haystack(parameter);
  return wanted.split(/\s+/).every((word) => text.includes(word));
}

/** Those whose name begins so come first, then those that have it in their name. */
function rank({ name }: Parameter, wanted: string): number {
  if (name === wanted) return 0;
  return name.startsWith(wanted) ? 1 : name.includes(wanted) ? 2 : 3;
}

function Groups({ all, chosen, onChoose }: { all: Parameter[]; chosen: string; onChoose(group: string): void }) {
  const { plan: said } = words.value;
  const names: Record<string, string> = said.groups;
  const groups = [...new Set(all.map(({ group }) => group))];
  return (
    <ul class="plan-groups" aria-label={said.groupsTitle}>
      {groups.map((group) => {
        const changed = all.filter((one) => one.group === group && isChanged(one.name)).length;
        return (
          <li key={group}>
            <button type="button" aria-pressed={group === chosen} onClick={() => onChoose(group)}>
              {names[group] ?? group}
              {changed > 0 && <span class="plan-count figures">{said.changedCount(changed)}</span>}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function Inside() {
  const { plan: said } = words.value;
  const [group, setGroup] = useState("model");
  const [changedOnly, setChangedOnly] = useState(false);
  const [ofFamily, setOfFamily] = useState(true);
  const [most, setMost] = useState(SHOWN);
  const family = plan.value?.family ?? "sdxl";
  const wanted = parameterSearch.value.trim().toLowerCase();
  const all = (catalog.value?.parameters ?? []).filter((one) => !ofFamily || isOf(one, family));
  const found = all
    .filter((one) => (changedOnly ? isChanged(one.name) : wanted !== "" || one.group === group))
    .filter((one) => wanted === "" || matches(one, wanted))
    .sort((left, right) => (wanted === "" ? 0 : rank(left, wanted) - rank(right, wanted)));
  return (
    <>
      <h2>{said.allParameters(all.length)}</h2>
      <div class="plan-search">
        <input
          type="search"
          aria-label={said.searchParameters}
          placeholder={said.searchParameters}
          value={parameterSearch.value}
          onInput={({ currentTarget }) => {
            parameterSearch.value = currentTarget.value;
            setMost(SHOWN);
          }}
        />
        <label class="check">
          <input
            type="checkbox"
            checked={changedOnly}
            onChange={({ currentTarget }) => setChangedOnly(currentTarget.checked)}
          />
          {said.changedOnly}
        </label>
        <label class="check">
          <input
            type="checkbox"
            checked={ofFamily}
            onChange={({ currentTarget }) => setOfFamily(currentTarget.checked)}
          />
          {said.familyOnly}
        </label>
      </div>
      <div class="plan-all">
        {wanted === "" && !changedOnly && <Groups all={all} chosen={group} onChoose={setGroup} />}
        <div class="plan-rows">
          <p class="muted" role="status">
            {said.found(found.length)}
          </p>
          {found.slice(0, most).map((parameter) => (
            <ParameterRow key={parameter.name} parameter={parameter} />
          ))}
          {found.length > most && (
            <button type="button" onClick={() => setMost(most + SHOWN)}>
              {said.more(found.length - most)}
            </button>
          )}
        </div>
      </div>
    </>
  );
}

/** Everything that the trainer can be told, to be searched in either language. */
export function AllParameters() {
  return (
    <Dialog name="planParameters" title={words.value.plan.parametersTitle}>
      <Inside />
    </Dialog>
  );
}
