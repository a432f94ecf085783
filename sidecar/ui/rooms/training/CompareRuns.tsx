import { Dialog } from "../../parts/Dialog.js";
import { Problem } from "../../parts/Problem.js";
import { words } from "../../state/look.js";
import { asText } from "../../state/plan-catalog.js";
import {
  type ComparedRuns,
  comparable,
  comparedRuns,
  compareRuns,
  runsCompared,
  runsCompareError,
} from "../../state/training-compare.js";
import { ComparedCaptions, ComparedPictures } from "./ComparedPictures.js";

type Value = ComparedRuns["plan"][number]["values"][number];

function Choose({ label, value, onChoose }: { label: string; value: number; onChoose(id: number): void }) {
  const { training, date } = words.value;
  return (
    <label>
      {label}{" "}
      <select value={String(value)} onChange={({ currentTarget }) => onChoose(Number(currentTarget.value))}>
        {comparable().map(({ id, name, started, queued }) => (
          <option key={id} value={String(id)}>
            {training.runNumber(id)}: {name} ({date(started ?? queued)})
          </option>
        ))}
      </select>
    </label>
  );
}

interface TableRow {
  key: string;
  title: string;
  values: readonly string[];
  isSame: boolean;
}

function Table({ label, heads, rows }: { label: string; heads: readonly string[]; rows: readonly TableRow[] }) {
  return (
    <div class="plan-table">
      <table aria-label={label}>
        <thead>
          <tr>
            <td />
            {heads.map((head, index) => (
              <th scope="col" key={`${index} ${head}`}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, title, values, isSame }) => (
            <tr key={key} class={isSame ? "muted" : ""}>
              <th scope="row">{title}</th>
              {values.map((value, index) => (
                <td key={`${index} ${key}`} class="figures">
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A result as a reader wants it. */
function resultWords(name: ComparedRuns["results"][number]["name"], value: string | number | null): string {
  const { training, jobs, number, runs: said } = words.value;
  if (value === null) return "–";
  if (typeof value === "string") {
    const causes: Readonly<Record<string, { title: string } | undefined>> = training.causes;
    return name === "cause" ? (causes[value]?.title ?? value) : value;
  }
  if (name === "seconds") return training.took(value);
  if (name === "bytes") return jobs.size(value);
  if (name === "averageLoss" || name === "secondsPerStep") return value.toPrecision(3);
  return name === "seed" || said.resultNames[name] === undefined ? String(value) : number(value);
}

/** What differs between two runs, in tables and pictures. */
export function FoundRuns({ found }: { found: ComparedRuns }) {
  const { runs: said, plan, training } = words.value;
  const heads = found.runs.map(({ id, name }) => `${training.runNumber(id)}: ${name}`);
  const told = (value: Value): string =>
    value === null ? "–" : typeof value === "boolean" ? (value ? plan.on : plan.off) : asText(value);
  const machine = (name: string): string => said.machineNames[name] ?? name;
  return (
    <>
      <h3>{said.results}</h3>
      <Table
        label={said.results}
        heads={heads}
        rows={found.results.map(({ name, values }) => ({
          key: name,
          title: said.resultNames[name],
          values: values.map((value) => resultWords(name, value)),
          isSame: values[0] === values[1],
        }))}
      />
      <h3>{said.plan}</h3>
      {found.plan.length === 0 ? (
        <p>{said.samePlan}</p>
      ) : (
        <Table
          label={said.planDiffers(found.plan.length)}
          heads={heads}
          rows={found.plan.map(({ argument, values, isDefault }) => ({
            key: argument,
            title: argument,
            values: values.map(
              (value, index) => told(value) + (isDefault[index] && value !== null ? ` ${plan.defaultMark}` : ""),
            ),
            isSame: false,
          }))}
        />
      )}
      <ComparedPictures found={found} />
      <ComparedCaptions found={found} />
      <h3>{said.machine}</h3>
      {found.runs
        .filter(({ environment }) => !environment)
        .map(({ id }) => (
          <p key={id} class="amber">
            {said.noEnvironment(id)}
          </p>
        ))}
      {found.environment.length > 0 ? (
        <Table
          label={said.machine}
          heads={heads}
          rows={found.environment.map(({ name, values }) => ({
            key: name,
            title: machine(name),
            values: values.map((value) => (value === null ? "–" : String(value))),
            isSame: false,
          }))}
        />
      ) : (
        found.runs.every(({ environment }) => environment) && <p>{said.sameMachine}</p>
      )}
    </>
  );
}

function Inside() {
  const { runs: said } = words.value;
  if (comparedRuns.value === null) return null;
  const [before, after] = comparedRuns.value;
  return (
    <>
      <h2>{said.compareTitle}</h2>
      <div class="train-buttons">
        <Choose label={said.firstRun} value={before} onChoose={(id) => void compareRuns(id, after)} />
        <Choose label={said.secondRun} value={after} onChoose={(id) => void compareRuns(before, id)} />
      </div>
      {runsCompareError.value && <Problem error={runsCompareError.value} />}
      {runsCompared.value ? (
        <FoundRuns found={runsCompared.value} />
      ) : (
        !runsCompareError.value && before !== after && <p class="muted">{said.comparing}</p>
      )}
    </>
  );
}

/** What differs between two runs: how they ended, and what they were made of. */
export function CompareRuns() {
  return (
    <Dialog name="compareRuns" title={words.value.runs.compareTitle}>
      <Inside />
    </Dialog>
  );
}
