import { Problem } from "../../../parts/Problem.js";
import { SendButtons } from "../../../parts/SendButtons.js";
import { words } from "../../../state/look.js";
import { cellPicture, cells, type Sweep, selectedCell } from "../../../state/sweep.js";
import { acting, redraw } from "../../../state/sweep-actions.js";
import { type CellDetails, cellDetails, cellError, cellToSend } from "../../../state/sweep-cell.js";
import { axisTitle } from "../../../state/sweep-view-words.js";
import { CellScoresTable } from "./CellScoresTable.js";

/** Whether the picture is what it says it is. */
function Proof({ details }: { details: CellDetails }) {
  const { report } = words.value.sweep;
  const { proof, cell } = details;
  if (cell.state !== "drawn" && cell.state !== "wrong") return <p class="muted">{report.states[cell.state]}</p>;
  const isControl = cell.control === cell.index || cell.control === undefined;
  if (proof === null) return isControl ? <p class="muted">{report.control}</p> : null;
  return (
    <>
      <p class={proof.proven ? "green" : "amber"}>
        {proof.proven ? (isControl ? report.control : report.proven) : report.unproven}
      </p>
      {!proof.proven &&
        proof.sentences.map((sentence) => (
          <p class="muted" key={sentence}>
            {sentence}
          </p>
        ))}
    </>
  );
}

function Facts({ details }: { details: CellDetails }) {
  const { sweep, date } = words.value;
  const { report, time } = sweep;
  const { facts } = report;
  const { proof, webui, drawnAt, seconds, attempts, path, values } = details;
  const difference = proof?.differenceFromControl ?? null;
  const rows: [string, string | null][] = [
    ...values.map(({ axis, title, label }): [string, string] => [axisTitle({ id: axis, title }), label]),
    [facts.hash, proof?.loraHash ?? null],
    [facts.difference, difference === null ? null : report.ofPixel(difference)],
    [facts.drawnBy, webui],
    [facts.drawnAt, drawnAt === null ? null : date(drawnAt)],
    [facts.seconds, seconds === null ? null : time(seconds)],
    [facts.attempts, attempts > 1 ? String(attempts) : null],
    [facts.file, path],
  ];
  return (
    <dl class="plan-figures sweep-facts">
      {rows.map(([term, value]) =>
        value === null ? null : (
          <div key={term}>
            <dt>{term}</dt>
            <dd class="figures">{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

function Infotext({ text, shown, cell }: { text: string; shown: Sweep; cell: CellDetails["cell"] }) {
  const { report } = words.value.sweep;
  return (
    <details class="train-fold" open>
      <summary>{report.infotext}</summary>
      <pre class="sweep-infotext">{text}</pre>
      <span class="train-buttons">
        <SendButtons
          copy={report.copy}
          sent={{ text, isInfotext: true, picture: cell.picture === null ? null : cellPicture(cell.picture) }}
          prepare={() => cellToSend(shown, cell.index)}
        />
      </span>
    </details>
  );
}

function Details({ shown, details }: { shown: Sweep; details: CellDetails }) {
  const { report } = words.value.sweep;
  const { cell, infotext } = details;
  const redrawable = cell.state === "wrong" || cell.state === "failed" || cell.state === "drawn";
  return (
    <>
      {cell.picture !== null && (
        <a href={cellPicture(cell.picture)} target="_blank" rel="noreferrer" title={report.openPicture}>
          <img class="preview" src={cellPicture(cell.picture, 512)} alt={report.cellTitle} />
        </a>
      )}
      <Proof details={details} />
      <Facts details={details} />
      <CellScoresTable index={cell.index} />
      {infotext !== null && <Infotext text={infotext} shown={shown} cell={cell} />}
      {redrawable && (
        <p class="train-buttons">
          <button
            type="button"
            class="small"
            disabled={acting.value}
            onClick={() => void redraw(shown.id, [cell.index])}
          >
            {report.redraw}
          </button>
        </p>
      )}
    </>
  );
}

/** One cell: its values, proof, scores, and the text that draws it again. */
export function CellCard({ shown }: { shown: Sweep }) {
  const { report } = words.value.sweep;
  const details = cellDetails.value;
  const cell = cells.value.get(selectedCell.value ?? -1);
  return (
    <section class="sweep-cell" aria-label={report.cellTitle}>
      <div class="train-head">
        <h2>
          {details?.values
            .map(({ label }) => label)
            .slice(0, 2)
            .join(" · ") ?? report.cellTitle}
        </h2>
        <button type="button" class="small quiet" aria-label={report.close} onClick={() => (selectedCell.value = null)}>
          ×
        </button>
      </div>
      {cellError.value && <Problem error={cellError.value} />}
      {details && <Details shown={shown} details={details} />}
      {!details && cell && <p class="muted">{report.states[cell.state]}</p>}
    </section>
  );
}
