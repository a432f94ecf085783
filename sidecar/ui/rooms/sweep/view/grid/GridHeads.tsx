// biome-ignore-all lint/a11y/useSemanticElements: a table cannot leave out the rows and columns that are out of sight
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and tells by aria-activedescendant which cell is meant
import type { VirtualItem } from "@tanstack/virtual-core";
import { axes } from "../../../../state/sweep-view.js";
import type { GridLine } from "../../../../state/sweep-view-lines.js";
import { axisTitle, valueLabel, valueText } from "../../../../state/sweep-view-words.js";

interface HeadOptions {
  id: string;
  around: string | null;
  lines: readonly GridLine[];
  items: readonly VirtualItem[];
}

const axisOf = (id: string | null) => axes.value.find((axis) => axis.id === id);

/** Where each group of columns in sight begins and ends. */
function groupsOf({ lines, items }: Pick<HeadOptions, "lines" | "items">) {
  const groups = new Map<number, { start: number; end: number }>();
  for (const { index, start, end } of items) {
    const group = lines[index]?.group ?? null;
    if (group === null) continue;
    groups.set(group, { start: groups.get(group)?.start ?? start, end });
  }
  return [...groups];
}

/** Labels over the columns; they stay in sight while the pictures scroll below. */
export function ColumnHeads({ id, around, lines, items, gap, width }: HeadOptions & { gap: number; width: number }) {
  const [axis, outer] = [axisOf(id), axisOf(around)];
  if (!axis) return null;
  return (
    <>
      {outer &&
        groupsOf({ lines, items }).map(([value, { start, end }]) => (
          <div
            key={`group ${value}`}
            class="sweep-group"
            style={{ left: `${start}px`, width: `${end - start - gap}px` }}
            title={`${axisTitle(outer)}: ${valueText(outer, value)}`}
          >
            <span>{valueLabel(outer, value)}</span>
          </div>
        ))}
      {items.map(({ index, end }) => {
        const line = lines[index];
        if (!line) return null;
        return (
          <div
            key={`${line.group} ${line.value}`}
            role="columnheader"
            class="sweep-column figures"
            aria-colindex={index + 2}
            style={{ left: `${end - gap - width}px`, width: `${width}px` }}
            title={`${axisTitle(axis)}: ${valueText(axis, line.value)}`}
          >
            <span>{valueLabel(axis, line.value)}</span>
            {outer && line.group !== null && <span class="sr-only">, {valueLabel(outer, line.group)}</span>}
          </div>
        );
      })}
    </>
  );
}

/** Label of a row, left of its pictures; with that of its group above the first of them. */
export function RowHead({
  id,
  around,
  line,
  band,
}: Omit<HeadOptions, "lines" | "items"> & { line: GridLine; band: number }) {
  const [axis, outer] = [axisOf(id), axisOf(around)];
  if (!axis) return null;
  return (
    <div
      role="rowheader"
      class="sweep-row-head figures"
      style={{ paddingTop: `${band}px` }}
      title={`${axisTitle(axis)}: ${valueText(axis, line.value)}`}
    >
      {outer && line.group !== null && (
        <span class={line.isFirst ? "sweep-band" : "sr-only"} title={valueText(outer, line.group)}>
          {axisTitle(outer)}: {valueLabel(outer, line.group)}
        </span>
      )}
      <span class="sweep-row-label">{valueLabel(axis, line.value)}</span>
    </div>
  );
}
