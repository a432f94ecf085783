import { reasonOf } from "../../../host/studio-error.js";
import { type Sentence, say } from "../../../words/sentence.js";
import type { SweepExportWords } from "../../../words/sweep-export-en.js";
import type { ExportedSweep } from "../read/exported-sweep.js";
import { type Colours, coloursOn } from "./colours.js";
import type { Tile, TileBand } from "./compose.js";
import { emptyCell, pictureCell } from "./draw-cell.js";
import type { Label } from "./draw-label.js";
import type { Band } from "./lay-out.js";
import { type MeasuredCell, type MeasuredGrid, measureCells } from "./measure-cells.js";
import { type LabelledLayout, labelSheet } from "./sheet-labels.js";
import { cellRemark, wordsFor } from "./sheet-words.js";
import { cellsShown, type SheetLook, type ShownAxes } from "./shown-axes.js";

/** A sheet whose size is known and whose pictures are read when it is composed. */
export interface PreparedSheet {
  shown: ShownAxes;
  width: number;
  height: number;
  background: string;
  bands: readonly TileBand[];
  cells: number;
  /** Filled while it is composed: pictures that could not be read. */
  problems: Sentence[];
}

const asTile = (label: Label, x: number, y: number): Tile => ({ x, y, ...label, pixels: () => label.pixels });

/** Labels of one band. */
function labelTiles(band: Band, labelled: LabelledLayout): Tile[] {
  const { layout, title, superColumns, columns, superRows, corner, footer } = labelled;
  if (band.kind === "title") return title ? [asTile(title, layout.labelX, band.y)] : [];
  if (band.kind === "footer") return footer ? [asTile(footer, layout.labelX, band.y)] : [];
  if (band.kind === "superRow") {
    const label = superRows[band.superRow];
    return label ? [asTile(label, layout.labelX, band.y)] : [];
  }
  if (band.kind === "superColumns") {
    return superColumns.flatMap((label, group) => {
      const { x, width } = layout.groups[group] ?? { x: 0, width: 0 };
      return [asTile(label, x + Math.max(0, Math.floor((width - label.width) / 2)), band.y)];
    });
  }
  const centred = columns.flatMap((labels, group) =>
    labels.map((label, column) => ({ label, x: layout.columnX[group]?.[column] ?? 0, group, column })),
  );
  const atBottom = (label: Label): number => band.y + band.height - label.height;
  return [
    ...(corner ? [asTile(corner, layout.labelX, atBottom(corner))] : []),
    ...centred.map(({ label, x, group, column }) => {
      const next = layout.columnX[group]?.[column + 1];
      const end = next ?? (layout.groups[group]?.x ?? 0) + (layout.groups[group]?.width ?? 0);
      return asTile(label, x + Math.max(0, Math.floor((end - x - label.width) / 2)), atBottom(label));
    }),
  ];
}

interface CellLook {
  words: SweepExportWords;
  colours: Colours;
  size: number;
  problems: boolean;
  tell(problem: Sentence): void;
}

function cellPixels({ cell, width, height }: MeasuredCell, look: CellLook): () => Promise<Buffer> {
  const { colours, words, size } = look;
  const remark = look.problems ? cellRemark(cell, words) : null;
  const box = { width, height, colours, remark, size: Math.max(12, Math.round(size * 0.7)) };
  const { picture } = cell;
  // A picture that proves nothing is not shown as if it did.
  if (picture === null || (cell.state !== "drawn" && !look.problems)) return () => emptyCell(box);
  return async () => {
    try {
      return await pictureCell(picture.path, box);
    } catch (error) {
      look.tell(say("Cell {index}: {reason}", { index: cell.index, reason: reasonOf(error) }));
      return emptyCell({ ...box, remark: words.states.unreadable });
    }
  };
}

function rowTiles(band: Band, grid: MeasuredGrid, labelled: LabelledLayout, look: CellLook): Tile[] {
  const { layout, rows } = labelled;
  const label = rows[band.superRow]?.[band.row];
  const inRow = grid.cells.filter(({ place }) => place.superRow === band.superRow && place.row === band.row);
  const cells = inRow.map((measured) => {
    const { place, width, height } = measured;
    const columnWidth = grid.columnWidths[place.superColumn]?.[place.column] ?? width;
    const left = layout.columnX[place.superColumn]?.[place.column] ?? 0;
    const x = left + Math.floor((columnWidth - width) / 2);
    const y = band.y + Math.floor((band.height - height) / 2);
    return { x, y, width, height, pixels: cellPixels(measured, look) };
  });
  if (!label || label.height === 0) return cells;
  return [asTile(label, layout.labelX, band.y + Math.floor((band.height - label.height) / 2)), ...cells];
}

/** Everything of a sheet but its pictures' pixels. */
export async function prepareSheet(sweep: ExportedSweep, shown: ShownAxes, look: SheetLook): Promise<PreparedSheet> {
  const words = wordsFor(look.language);
  const colours = coloursOn(look.background ?? "#ffffff");
  const grid = measureCells(sweep, shown, look.cellWidth);
  const options = { words, colours, margin: look.margin, legend: look.legend ?? true };
  const labelled = await labelSheet(sweep, shown, grid, options);
  const problems: Sentence[] = [];
  const cellLook: CellLook = {
    words,
    colours,
    size: labelled.size,
    problems: look.problems ?? true,
    tell: (problem) => problems.push(problem),
  };
  const bands = labelled.layout.bands.map((band) => ({
    y: band.y,
    height: band.height,
    tiles: band.kind === "row" ? rowTiles(band, grid, labelled, cellLook) : labelTiles(band, labelled),
  }));
  const { width, height } = labelled.layout;
  return { shown, width, height, background: colours.background, bands, cells: cellsShown(shown), problems };
}
