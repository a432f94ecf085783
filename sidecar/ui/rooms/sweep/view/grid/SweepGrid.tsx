// biome-ignore-all lint/a11y/useSemanticElements: a table cannot leave out the rows and columns that are out of sight
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and tells by aria-activedescendant which cell is meant
import { useLayoutEffect, useRef } from "preact/hooks";
import { words } from "../../../../state/look.js";
import { selectedCell, sweep } from "../../../../state/sweep.js";
import {
  axes,
  cellAt,
  changeView,
  columnLines,
  layout,
  place,
  roomForColumn,
  rowLines,
  selectCell,
  usedSize,
  view,
} from "../../../../state/sweep-view.js";
import { lineOf } from "../../../../state/sweep-view-lines.js";
import { axisTitle } from "../../../../state/sweep-view-words.js";
import { GridCell } from "./GridCell.js";
import { ColumnHeads, RowHead } from "./GridHeads.js";
import { useVisibleLines } from "./visible-lines.js";

const GAP = 6;
/** Between groups of columns. */
const GROUP_GAP = 18;
/** Over the first row of a group: its label. */
const BAND = 30;
const HEAD = 34;
const SUPER_HEAD = 28;
const ROW_HEAD = 104;

/** Height of a cell for its width: of the size that was asked for, pictures of other sizes lie inside it. */
function cellHeight(width: number): number {
  const { settings } = sweep.value ?? {};
  return Math.round(settings ? (width * settings.height) / settings.width : width);
}

function useGrid() {
  const scroller = useRef<HTMLDivElement>(null);
  const [width, height] = [usedSize.value, cellHeight(usedSize.value)];
  const [columns, rows] = [columnLines.value, rowLines.value];
  const { superColumns, superRows } = layout.value;
  const bandOf = (row: number): number => (superRows !== null && rows[row]?.isFirst ? BAND : 0);
  const heading = HEAD + (superColumns === null ? 0 : SUPER_HEAD);
  const measure = `${width} ${height} ${superColumns} ${superRows} ${columns.length} ${rows.length} ${columns[0]?.group}`;
  const across = useVisibleLines(scroller, {
    count: columns.length,
    horizontal: true,
    heading: ROW_HEAD,
    sizeOf: (column) => width + GAP + (superColumns !== null && column > 0 && columns[column]?.isFirst ? GROUP_GAP : 0),
    measure,
  });
  const down = useVisibleLines(scroller, {
    count: rows.length,
    horizontal: false,
    heading,
    sizeOf: (row) => height + GAP + bandOf(row),
    measure,
  });
  const room = ((across.scrollRect?.width ?? 0) - ROW_HEAD) / Math.max(columns.length, 1) - GAP;
  useLayoutEffect(() => {
    if (room > 0) roomForColumn.value = room;
  }, [room]);
  return { scroller, across, down, columns, rows, width, height, heading, bandOf };
}

/** The pictures with one axis across and one down; labels stay in sight, only what is in sight exists. */
export function SweepGrid() {
  const { sweepView: said } = words.value;
  const { scroller, across, down, columns, rows, width, height, heading, bandOf } = useGrid();
  const { columns: columnAxis, rows: rowAxis, superColumns, superRows } = layout.value;
  const selected = selectedCell.value;
  const [row, column] = [lineOf(rows, axes.value, place.value), lineOf(columns, axes.value, place.value)];
  useLayoutEffect(() => {
    if (selected === null) return;
    if (row >= 0) down.scrollToIndex(row);
    if (column >= 0) across.scrollToIndex(column);
  }, [selected, row, column, width]);
  const items = across.getVirtualItems();
  const title = (id: string): string => {
    const axis = axes.value.find((one) => one.id === id);
    return axis ? axisTitle(axis) : id;
  };
  return (
    <div
      ref={scroller}
      class="sweep-grid"
      role="grid"
      aria-label={said.grid(title(columnAxis), title(rowAxis))}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 1}
      aria-activedescendant={selected === null || row < 0 || column < 0 ? undefined : `sweep-cell-${selected}`}
      tabIndex={0}
    >
      <div class="sweep-field" style={{ width: `${across.getTotalSize()}px`, height: `${down.getTotalSize()}px` }}>
        <div class="sweep-heads" role="row" aria-rowindex={1} style={{ height: `${heading}px` }}>
          <div class="sweep-corner" role="columnheader" aria-colindex={1} style={{ width: `${ROW_HEAD - GAP}px` }}>
            <span>{title(columnAxis)} →</span>
            <span>{title(rowAxis)} ↓</span>
          </div>
          <ColumnHeads id={columnAxis} around={superColumns} lines={columns} items={items} gap={GAP} width={width} />
        </div>
        {down.getVirtualItems().map(({ index, start, size, key }) => {
          const line = rows[index];
          if (!line) return null;
          const band = bandOf(index);
          return (
            <div
              key={key}
              class="sweep-row"
              role="row"
              aria-rowindex={index + 2}
              style={{ transform: `translateY(${start}px)`, height: `${size - GAP}px` }}
            >
              <RowHead id={rowAxis} around={superRows} line={line} band={band} />
              {items.map(({ index: at, end }) => {
                const cell = cellAt(index, at);
                return (
                  <GridCell
                    key={cell}
                    index={cell}
                    row={index}
                    column={at}
                    left={end - GAP - width}
                    width={width}
                    height={height}
                    isReference={view.value.reference === cell}
                    onChoose={(chosen) => {
                      selectCell(chosen);
                      scroller.current?.focus({ preventScroll: true });
                    }}
                    onEnlarge={(chosen) => {
                      selectCell(chosen);
                      changeView({ mode: "zoom" });
                    }}
                  />
                );
              })}
            </div>
          );
        })}
      </div>
    </div>
  );
}
