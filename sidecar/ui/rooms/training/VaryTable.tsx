import type { Methods } from "../../../../protocol/generated/methods.js";
import { words } from "../../state/look.js";
import { preflight } from "../../state/training-start.js";
import { preflightWords } from "../../state/training-words.js";
import { FieldHeads } from "./FieldHeads.js";

type Series = Methods["training/series"]["result"];
type Row = Series["runs"][number];

/** What keeps a run from starting, by its rule. */
function Reason({ run: { problems } }: { run: Row }) {
  const first = problems.find(({ severity }) => severity === "error");
  if (!first) return null;
  const { title, message } = preflightWords(first, preflight.value?.real.trainer ?? null);
  return <span class="red">{title ? `${title}: ${message}` : message}</span>;
}

/** The runs that a series would have, what differs, how long each takes and whether it can start. */
export function VaryTable({ series: { runs } }: { series: Series }) {
  const { training, plan, number } = words.value;
  const { series: said } = training;
  const fields = runs[0]?.differs.map(({ argument }) => argument) ?? [];
  return (
    <section class="train-table" aria-label={said.tableName} tabIndex={-1}>
      <table>
        <thead>
          <tr>
            <th scope="col">{said.name}</th>
            <FieldHeads fields={fields} />
            <th scope="col">{said.steps}</th>
            <th scope="col">{said.time}</th>
            <th scope="col">{said.state}</th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr key={run.name}>
              <th scope="row" class="file-name-cell">
                {run.name}
              </th>
              {run.differs.map(({ argument, value }) => (
                <td key={argument} class="figures">
                  {value}
                </td>
              ))}
              <td class="figures">{run.steps === null ? "–" : number(run.steps)}</td>
              <td class="figures">
                {run.ready && run.seconds ? plan.duration(run.seconds.low, run.seconds.high) : "–"}
              </td>
              <td class="train-told">{run.ready ? said.ready : <Reason run={run} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
