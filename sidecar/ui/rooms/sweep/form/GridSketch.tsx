import { words } from "../../../state/look.js";
import { looked, valuesOf } from "../../../state/sweep-look.js";

const ROWS = 24;
const COLUMNS = 16;
const DOTS = 16;

/** As many dots as pictures each cell will hold. */
function Dots({ count }: { count: number }) {
  const across = Math.ceil(Math.sqrt(Math.min(count, DOTS)));
  return (
    <svg viewBox={`0 0 ${across} ${across}`} aria-hidden="true">
      {Array.from({ length: Math.min(count, DOTS) }, (_, index) => (
        <rect
          key={index}
          x={(index % across) + 0.12}
          y={Math.floor(index / across) + 0.12}
          width="0.76"
          height="0.76"
          rx="0.12"
        />
      ))}
    </svg>
  );
}

/** The grid that will be drawn, before a single picture is: checkpoints down, strengths across, the control first. */
export function GridSketch() {
  const { form } = words.value.sweep;
  const [rows, columns] = [valuesOf("lora"), valuesOf("strength")];
  if (rows.length === 0 || columns.length === 0) return <p class="muted">{form.sketchEmpty}</p>;
  const each = (looked.value?.axes ?? [])
    .filter(({ id }) => id !== "lora" && id !== "strength")
    .reduce((product, { values }) => product * values.filter(({ skip }) => !skip).length, 1);
  return (
    <figure class="sweep-grid-sketch">
      <figcaption>{form.sketch(rows.length, columns.length - 1, each)}</figcaption>
      <div class="sweep-heat">
        <table>
          <thead>
            <tr>
              <td />
              {columns.slice(0, COLUMNS).map(({ label, text }, index) => (
                <th scope="col" key={text} class="figures">
                  {index === 0 ? form.controlShort : label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, ROWS).map(({ label, text }) => (
              <tr key={text}>
                <th scope="row">{label}</th>
                {columns.slice(0, COLUMNS).map((column, index) => (
                  <td key={column.text} class={index === 0 ? "control" : ""}>
                    <Dots count={each} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {(rows.length > ROWS || columns.length > COLUMNS) && (
        <small class="muted">
          {form.sketchMore(Math.max(0, rows.length - ROWS), Math.max(0, columns.length - COLUMNS))}
        </small>
      )}
      <small class="muted">{form.controlNote}</small>
    </figure>
  );
}
