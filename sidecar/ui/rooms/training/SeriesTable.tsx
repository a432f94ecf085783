import { words } from "../../state/look.js";
import { hasEnded, type RunRow, shownId, showRun } from "../../state/training.js";
import { runsOfSeries } from "../../state/training-vary.js";
import { briefState, toneOf } from "../../state/training-words.js";
import { FieldHeads } from "./FieldHeads.js";
import { WaitingButtons } from "./WaitingButtons.js";

const differing = ({ scheduling }: RunRow) => scheduling.series?.differs ?? [];

function Loss({ row: { progress } }: { row: RunRow }) {
  const { training: said } = words.value;
  const { averageLoss } = progress;
  if (averageLoss === null) return <>–</>;
  return <>{averageLoss === "nan" ? "NaN" : said.loss(averageLoss)}</>;
}

function Row({ row, fields }: { row: RunRow; fields: readonly string[] }) {
  const { series: said } = words.value.training;
  const here = shownId.value === row.id;
  return (
    <tr class={here ? "here" : undefined}>
      <th scope="row" class="file-name-cell">
        <button
          type="button"
          class="train-name"
          aria-current={here ? "true" : undefined}
          aria-label={said.show(row.name)}
          onClick={() => showRun(row.id)}
        >
          <span class={`dot ${toneOf(row)}`} aria-hidden="true" /> {row.name}
        </button>
      </th>
      {fields.map((field) => (
        <td key={field} class="figures">
          {differing(row).find(({ argument }) => argument === field)?.value ?? "–"}
        </td>
      ))}
      <td class="figures train-told">{briefState(row)}</td>
      <td class="figures">
        <Loss row={row} />
      </td>
      <td>{row.state === "queued" && <WaitingButtons row={row} />}</td>
    </tr>
  );
}

/** Runs of a series side by side: what differs, how far each is, and the loss it came to. */
export function SeriesTable({ id }: { id: number }) {
  const { series: said, rehearsal } = words.value.training;
  const rows = runsOfSeries(id);
  const fields = [...new Set(rows.flatMap((row) => differing(row).map(({ argument }) => argument)))];
  return (
    <li class="train-series">
      <div class="train-head">
        <h3>
          {said.series(id)} <small class="muted">{said.seriesDone(rows.filter(hasEnded).length, rows.length)}</small>
        </h3>
        {rows[0]?.rehearsal && <span class="plan-tag">{rehearsal}</span>}
      </div>
      <div class="train-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{said.name}</th>
              <FieldHeads fields={fields} />
              <th scope="col">{said.state}</th>
              <th scope="col">{said.loss}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.id} row={row} fields={fields} />
            ))}
          </tbody>
        </table>
      </div>
    </li>
  );
}
