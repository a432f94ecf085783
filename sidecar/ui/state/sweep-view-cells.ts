/** An axis as far as places on it matter. */
export interface CountedAxis {
  id: string;
  values: readonly unknown[];
}

/** Value index on each axis. The last axis runs fastest, as the sidecar numbers its cells. */
export function coordinatesOf(axes: readonly CountedAxis[], index: number): number[] {
  const coordinates: number[] = Array.from(axes, () => 0);
  let rest = index;
  for (let at = axes.length - 1; at >= 0; at -= 1) {
    const count = Math.max(axes[at]?.values.length ?? 1, 1);
    coordinates[at] = rest % count;
    rest = Math.floor(rest / count);
  }
  return coordinates;
}

/** The cell at these value indexes, one for each axis. */
export const indexOf = (axes: readonly CountedAxis[], coordinates: readonly number[]): number =>
  axes.reduce((index, { values }, at) => index * Math.max(values.length, 1) + (coordinates[at] ?? 0), 0);

/** The same cell with other values on some axes. */
export const movedTo = (
  axes: readonly CountedAxis[],
  coordinates: readonly number[],
  changes: Readonly<Record<string, number>>,
): number[] => axes.map(({ id }, at) => changes[id] ?? coordinates[at] ?? 0);
