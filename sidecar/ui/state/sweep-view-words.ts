import type { Methods } from "../../../protocol/generated/methods.js";
import { words } from "./look.js";
import { axes } from "./sweep-view.js";
import { coordinatesOf } from "./sweep-view-cells.js";
import type { GridLine } from "./sweep-view-lines.js";

type Axis = Methods["sweep/get"]["result"]["axes"][number];

/** The axes of every sweep in the page's language; others are named as the X/Y/Z plot names them. */
export const axisTitle = ({ id, title }: Axis): string => words.value.sweepView.axes[id] ?? title;

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

/** Where a cell stands: the values of all axes that vary. */
export function cellLabel(index: number): string {
  const coordinates = coordinatesOf(axes.value, index);
  const varying = axes.value
    .map((axis, at) => ({ axis, value: coordinates[at] ?? 0 }))
    .filter(({ axis }) => axis.values.length > 1);
  return varying
    .map(({ axis, value }) =>
      axis.id === "lora" || (axis.id === "strength" && value === 0)
        ? valueLabel(axis, value)
        : `${axisTitle(axis)} ${valueLabel(axis, value)}`,
    )
    .join(" · ");
}

/** What a column or row is: its value, after that of the axis around it. */
export const lineLabel = ({ values }: GridLine, [around, inner]: readonly [string | null, string]): string =>
  [around, inner]
    .flatMap((id) => {
      const axis = axes.value.find((one) => one.id === id);
      const value = axis && values[axis.id];
      return axis && value !== undefined ? [valueLabel(axis, value)] : [];
    })
    .join(" · ");
