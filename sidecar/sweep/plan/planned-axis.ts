import type { AxisPoint } from "./axes/axis-point.js";
import type { SweepAxis } from "./resolved-sweep.js";
import type { ValueMistake } from "./values/value-mistake.js";

/** A value that changes nothing by itself: what it means is worked out with the others (LoRA and its strengths). */
export const plainPoint = (text: string, label: string, skip = false): AxisPoint => ({
  label,
  text,
  skip,
  change: (request) => request,
});

/** An axis with its values read. */
export interface PlannedAxis {
  id: string;
  title: string;
  points: readonly AxisPoint[];
  /** Files of the LoRA axis, in the order of its points. */
  paths?: readonly string[];
}

export interface PlannedAxes {
  axes: readonly PlannedAxis[];
  mistakes: readonly (ValueMistake & { axis: string })[];
  /** Ids that no axis has. */
  unknown: readonly string[];
  /** Ids of axes that were added twice. */
  twice: readonly string[];
}

export const wireAxis = ({ id, title, points, paths }: PlannedAxis): SweepAxis => ({
  id,
  title,
  values: points.map(({ label, text, skip }, index) => {
    const path = paths?.[index];
    return { label, text, skip, ...(path !== undefined && { path }) };
  }),
});
