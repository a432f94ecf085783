import type { Methods } from "../../../protocol/generated/methods.js";
import { words } from "./look.js";
import { axes, layout, place } from "./sweep-view.js";
import { coordinatesOf } from "./sweep-view-cells.js";
import type { GridLine } from "./sweep-view-lines.js";

type Axis = Methods["sweep/get"]["result"]["axes"][number];

/** The axes of every sweep in the page's language; others are named as the X/Y/Z plot names them. */
export const axisTitle = ({ id, title }: { id: string; title: string }): string =>
  words.value.sweepView.axes[id] ?? title;

/** A value as headings have it. */
export function valueLabel({ id, values }: Axis, value: number): string {
  const { sweepView: said } = words.value;
  if (id === "strength" && value === 0) return said.noLora;
  return values[value]?.label || values[value]?.text || said.empty;
}

/** A value in full. */
export const valueText = (axis: Axis, value: number): string => {
  const label = valueLabel(axis, value);
  const { text = "", path } = axis.values[value] ?? {};
  return path ?? (text.length > label.length ? text : label);
};

/** Longer values, prompts for instance, are cut in labels of a picture. */
const LETTERS = 36;
const short = (text: string): string => (text.length > LETTERS ? `${text.slice(0, LETTERS - 1)}…` : text);

/** Where a cell stands: its values on the axes that vary and are wanted. */
function labelOf(index: number, isWanted: (axis: Axis, at: number, value: number) => boolean): string {
  const coordinates = coordinatesOf(axes.value, index);
  return axes.value
    .map((axis, at) => ({ axis, at, value: coordinates[at] ?? 0 }))
    .filter(({ axis, at, value }) => axis.values.length > 1 && isWanted(axis, at, value))
    .map(({ axis, value }) => {
      const label = short(valueLabel(axis, value));
      return axis.id === "lora" || (axis.id === "strength" && value === 0) ? label : `${axisTitle(axis)} ${label}`;
    })
    .join(" · ");
}

/** Where a cell stands, in full. */
export const cellLabel = (index: number): string => labelOf(index, () => true);

/** Where a cell stands as far as the steppers above the pictures do not say it already. */
export function paneLabel(index: number): string {
  const shown: (string | null)[] = Object.values(layout.value);
  return labelOf(index, ({ id }, at, value) => shown.includes(id) || value !== place.value[at]);
}

/** Values of a cell that are not those of another. */
export function differingLabel(index: number, from: number): string {
  const others = coordinatesOf(axes.value, from);
  return labelOf(index, (_, at, value) => value !== others[at]);
}

/** What a column or row is: its value, after that of the axis around it. */
export const lineLabel = ({ values }: GridLine, [around, inner]: readonly [string | null, string | null]): string =>
  [around, inner]
    .flatMap((id) => {
      const axis = axes.value.find((one) => one.id === id);
      const value = axis && values[axis.id];
      return axis && value !== undefined ? [valueLabel(axis, value)] : [];
    })
    .join(" · ");
