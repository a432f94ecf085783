import type { PortableSweep } from "../../sweep/export/kinds/portable-sweep.js";
import type { SweepPortableWords } from "../../words/sweep-portable-en.js";
import { indexAt, type Shown, shownValues, withValue } from "./grid-place.js";

interface Props {
  sweep: PortableSweep;
  words: SweepPortableWords;
  shown: Shown;
  /** Width of a picture in pixels. */
  size: number;
  open: (at: readonly number[]) => void;
  hide: (axis: number, value: number) => void;
}

function Heading({
  axis,
  value,
  sweep,
  words,
  hide,
}: Pick<Props, "sweep" | "words" | "hide"> & { axis: number; value: number }) {
  const label = sweep.axes[axis]?.values[value] ?? "";
  return (
    <>
      <span>{label}</span>
      <button
        type="button"
        class="hide"
        aria-label={words.hide(label)}
        title={words.hide(label)}
        onClick={() => hide(axis, value)}
      >
        ×
      </button>
    </>
  );
}

/** All pictures of two axes, with their labels. */
export function Grid({ sweep, words, shown, size, open, hide }: Props) {
  const columns = shownValues(sweep, shown, shown.columns);
  const rows = shownValues(sweep, shown, shown.rows);
  const label = (axis: number | null, value: number): string =>
    axis === null ? "" : (sweep.axes[axis]?.values[value] ?? "");
  return (
    <table style={{ "--size": `${size}px` }}>
      {shown.columns === null ? null : (
        <thead>
          <tr>
            <td>
              {shown.rows === null ? "" : `${sweep.axes[shown.rows]?.title} ↓`} {sweep.axes[shown.columns]?.title} →
            </td>
            {columns.map((value) => (
              <th scope="col" key={value}>
                <Heading {...{ sweep, words, hide, value }} axis={shown.columns ?? 0} />
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map((row) => (
          <tr key={row}>
            <th scope="row">
              {shown.rows === null ? null : <Heading {...{ sweep, words, hide }} axis={shown.rows} value={row} />}
            </th>
            {columns.map((column) => {
              const at = withValue(withValue(shown.at, shown.rows, row), shown.columns, column);
              const cell = sweep.cells[indexAt(sweep, at)];
              const name = [label(shown.rows, row), label(shown.columns, column)].filter(Boolean).join(", ");
              return (
                <td key={column} class={cell?.remark ? "wrong" : ""}>
                  {cell?.small ? (
                    <button type="button" class="cell" onClick={() => open(at)} aria-label={words.open(name)}>
                      <img
                        src={cell.small}
                        alt={name}
                        loading="lazy"
                        decoding="async"
                        style={{ aspectRatio: `${cell.width} / ${cell.height}` }}
                      />
                    </button>
                  ) : (
                    <div class="missing" />
                  )}
                  {cell?.remark ? <small>{cell.remark}</small> : null}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
