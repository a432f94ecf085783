import { useEffect } from "preact/hooks";
import { Dialog } from "../../parts/Dialog.js";
import { Problem } from "../../parts/Problem.js";
import { words } from "../../state/look.js";
import { plan, stored } from "../../state/plan.js";
import { asText } from "../../state/plan-catalog.js";
import {
  askComparison,
  comparedFile,
  comparedIds,
  compareError,
  compareWithFile,
  comparison,
} from "../../state/plan-compare.js";
import { plans, readPlans } from "../../state/plan-store.js";
import { PathForm } from "./PathForm.js";

// As many as one answer compares, with the shown one and a file.
const MOST = 6;

/** Which plans are laid beside the one that is shown. */
function Others() {
  const { plan: said, date } = words.value;
  const others = plans.value.filter(({ id }) => id !== stored.value?.id);
  const chosen = comparedIds.value;
  return (
    <>
      {others.length === 0 && <p class="muted">{said.noOtherPlans}</p>}
      {others.map(({ id, name, changed }) => (
        <label class="check" key={id}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            disabled={!chosen.includes(id) && chosen.length >= MOST}
            onChange={({ currentTarget }) => {
              comparedIds.value = currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id);
              void askComparison();
            }}
          />
          {name} <small class="muted">{date(changed)}</small>
        </label>
      ))}
      <PathForm label={said.compareFile} action={said.compareIt} onPath={(path) => void compareWithFile(path)} />
    </>
  );
}

function Table() {
  const { plan: said } = words.value;
  const found = comparison.value;
  if (found === null) return null;
  if (found.rows.length === 0) return <p class="green">{said.alike}</p>;
  return (
    <div class="plan-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{said.differs(found.rows.length)}</th>
            {found.names.map((name, index) => (
              <th scope="col" key={`${index} ${name}`}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {found.rows.map(({ argument, values, isDefault }) => (
            <tr key={argument}>
              <th scope="row">
                <code>{argument}</code>
              </th>
              {values.map((value, index) => (
                <td key={`${index} ${argument}`} class={isDefault[index] ? "muted figures" : "figures"}>
                  {value === null ? "–" : typeof value === "boolean" ? (value ? said.on : said.off) : asText(value)}
                  {isDefault[index] && value !== null && <small> {said.defaultMark}</small>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Inside() {
  const { plan: said } = words.value;
  useEffect(() => {
    comparedFile.value = null;
    void readPlans().then(() => {
      // The one before is what one mostly compares with.
      const known = comparedIds.value.filter((one) => plans.value.some(({ id }) => id === one));
      const before = plans.value.find(({ id }) => id !== stored.value?.id);
      comparedIds.value = known.length > 0 || !before ? known : [before.id];
      return askComparison();
    });
  }, []);
  return (
    <>
      <h2>{said.compareTitle}</h2>
      <p class="muted">{said.compareNote(plan.value?.name ?? "")}</p>
      <Others />
      {compareError.value && <Problem error={compareError.value} />}
      <Table />
    </>
  );
}

/** What differs between plans, argument by argument. */
export function ComparePlans() {
  return (
    <Dialog name="planCompare" title={words.value.plan.compareTitle}>
      <Inside />
    </Dialog>
  );
}
