import type { PortableSweep } from "../../sweep/export/kinds/portable-sweep.js";
import type { SweepPortableWords } from "../../words/sweep-portable-en.js";
import type { Shown } from "./grid-place.js";

interface Props {
  sweep: PortableSweep;
  words: SweepPortableWords;
  shown: Shown;
  size: number;
  change: (shown: Shown) => void;
  resize: (size: number) => void;
}

/** Which axis lies where; a direction that takes the other's axis gives it its own. */
function Direction({ sweep, words, shown, change, direction }: Props & { direction: "columns" | "rows" }) {
  const other = direction === "columns" ? "rows" : "columns";
  const choose = (value: string): void => {
    const axis = value === "" ? null : Number(value);
    const swapped = axis !== null && shown[other] === axis ? { [other]: shown[direction] } : {};
    change({ ...shown, [direction]: axis, ...swapped });
  };
  return (
    <label>
      {words[direction]}
      <select
        aria-label={words[direction]}
        value={shown[direction] ?? ""}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      >
        <option value="">{words.none}</option>
        {sweep.axes.map(({ title }, axis) => (
          <option key={title} value={axis}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Choice of the axes, of the values of those that are not in the grid, and of what is hidden. */
export function Controls(props: Props) {
  const { sweep, words, shown, size, change, resize } = props;
  const hidden = Object.entries(shown.hidden).flatMap(([axis, values]) =>
    values.map((value) => ({ axis: Number(axis), value })),
  );
  const show = (axis: number, value: number): void =>
    change({ ...shown, hidden: { ...shown.hidden, [axis]: shown.hidden[axis]?.filter((one) => one !== value) ?? [] } });
  return (
    <form class="controls" onSubmit={(event) => event.preventDefault()}>
      <Direction {...props} direction="columns" />
      <Direction {...props} direction="rows" />
      {sweep.axes.map(({ title, values }, axis) =>
        values.length < 2 || axis === shown.columns || axis === shown.rows ? null : (
          <label key={title}>
            {title}
            <select
              aria-label={title}
              value={shown.at[axis] ?? 0}
              onChange={({ currentTarget }) =>
                change({ ...shown, at: shown.at.with(axis, Number(currentTarget.value)) })
              }
            >
              {values.map((value, index) => (
                <option key={index} value={index}>
                  {value}
                </option>
              ))}
            </select>
          </label>
        ),
      )}
      <label>
        {words.size}
        <input
          type="range"
          min={64}
          max={768}
          step={32}
          value={size}
          onInput={({ currentTarget }) => resize(Number(currentTarget.value))}
        />
      </label>
      {hidden.length === 0 ? null : (
        <div class="hidden">
          {words.hidden}
          {hidden.map(({ axis, value }) => {
            const label = sweep.axes[axis]?.values[value] ?? "";
            return (
              <button
                type="button"
                key={`${axis} ${value}`}
                aria-label={words.show(label)}
                onClick={() => show(axis, value)}
              >
                {label}
              </button>
            );
          })}
        </div>
      )}
    </form>
  );
}
