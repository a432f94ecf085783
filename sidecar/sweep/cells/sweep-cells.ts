import type { Result } from "../../../protocol/validate.js";
import type { Database } from "../../store/database.js";
import type { ResolvedSweep } from "../plan/resolved-sweep.js";
import { marksOf, type PictureMark } from "./picture-table.js";
import type { Revisions } from "./revisions.js";
import type { SweepCounts } from "./sweep-table.js";

type Cell = Result<"sweep/cells">["cells"][number];

/** All cells of one sweep with what came of them, kept in step while they are drawn. */
export interface SweepCells {
  readonly resolved: ResolvedSweep;
  /** Keys of its different pictures. */
  readonly keys: ReadonlySet<string>;
  /** Keys that are to be drawn by now, and are not. */
  missing(): Set<string>;
  indexesOf(key: string): readonly number[];
  markOf(key: string): PictureMark | undefined;
  isWanted(key: string): boolean;
  /** Cells that changed after a revision; all of them for 0. */
  since(revision: number): Cell[];
  cell(index: number): Cell;
  counts(): SweepCounts;
  /** Content of a picture that stands for the sweep: a late one with the LoRA. */
  picture(): string | null;
  put(mark: PictureMark): void;
  forget(keys: readonly string[]): void;
  /** Pictures that a WebUI draws right now. */
  setDrawing(keys: readonly string[], isDrawing: boolean): void;
}

export interface CellsOf {
  resolved: ResolvedSweep;
  /** Cells that a search wants by now; null: all. */
  wanted: readonly number[] | null;
  /** Revision since which the sweep means what it means. */
  meant: number;
}

// Of the cells in their order: a late checkpoint.
const LATE = 0.8;

/** Reads what is drawn of a sweep. Keys are worked out once; 100,000 cells take a second. */
export function openSweepCells(
  database: Database,
  revisions: Revisions,
  { resolved, wanted, meant }: CellsOf,
): SweepCells {
  const keyOfCell: (string | null)[] = [];
  const cellsOfKey = new Map<string, number[]>();
  for (let index = 0; index < resolved.cellCount; index += 1) {
    const key = resolved.keyOf(index);
    keyOfCell.push(key);
    if (key === null) continue;
    const cells = cellsOfKey.get(key);
    if (cells) cells.push(index);
    else cellsOfKey.set(key, [index]);
  }
  const wantedKeys = wanted && new Set(wanted.flatMap((index) => keyOfCell[index] ?? []));
  const marks = new Map(marksOf(database, [...cellsOfKey.keys()]).map((mark) => [mark.key, mark]));
  const reused = new Set(
    [...marks.values()].filter(({ state, revision }) => state === "drawn" && revision < meant).map(({ key }) => key),
  );
  // What was told before may mean something else by now.
  const opened = revisions.next();
  const drawing = new Set<string>();
  // Revisions of what is nowhere written.
  const touched = new Map<string, number>();
  const isWanted = (key: string): boolean => wantedKeys === null || wantedKeys.has(key);

  const stateOf = (key: string, mark: PictureMark | undefined): Cell["state"] => {
    if (drawing.has(key)) return "drawing";
    return mark?.state ?? (isWanted(key) ? "waiting" : "left");
  };
  const cell = (index: number): Cell => {
    const key = keyOfCell[index] ?? null;
    if (key === null) return { index, state: "skipped", picture: null, width: 0, height: 0 };
    const mark = marks.get(key);
    return {
      index,
      state: stateOf(key, mark),
      picture: mark?.content ?? null,
      width: mark?.width ?? 0,
      height: mark?.height ?? 0,
      ...(mark?.problem ? { problem: mark.problem } : {}),
      control: resolved.controlOf(index),
    };
  };
  const changedAt = (key: string): number => Math.max(marks.get(key)?.revision ?? 0, touched.get(key) ?? 0);
  return {
    resolved,
    keys: new Set(cellsOfKey.keys()),
    isWanted,
    indexesOf: (key) => cellsOfKey.get(key) ?? [],
    markOf: (key) => marks.get(key),
    missing: () => new Set([...cellsOfKey.keys()].filter((key) => isWanted(key) && !marks.has(key))),
    cell,
    since(revision) {
      if (revision < opened) return keyOfCell.map((_, index) => cell(index));
      const fresh = [...cellsOfKey].filter(([key]) => changedAt(key) > revision);
      return fresh.flatMap(([, indexes]) => indexes.map(cell));
    },
    counts() {
      const tally = { drawn: 0, wrong: 0, failed: 0, waiting: 0, left: 0, drawing: 0, skipped: 0 };
      for (const key of cellsOfKey.keys()) tally[stateOf(key, marks.get(key))] += 1;
      const { drawn, wrong, failed, left } = tally;
      const waiting = tally.waiting + tally.drawing;
      return {
        cells: resolved.cellCount,
        pictures: cellsOfKey.size,
        drawn,
        reused: reused.size,
        waiting,
        wrong,
        failed,
        left,
      };
    },
    picture() {
      const drawn = [...cellsOfKey].flatMap(([key, [index = 0]]) => {
        const mark = marks.get(key);
        return mark?.state === "drawn" && resolved.controlOf(index) !== index ? [mark.content] : [];
      });
      return drawn[Math.floor(drawn.length * LATE)] ?? null;
    },
    put(mark) {
      if (!cellsOfKey.has(mark.key)) return;
      marks.set(mark.key, mark);
      drawing.delete(mark.key);
      reused.delete(mark.key);
    },
    forget(keys) {
      for (const key of keys) {
        marks.delete(key);
        reused.delete(key);
        touched.set(key, revisions.next());
      }
    },
    setDrawing(keys, isDrawing) {
      for (const key of keys) {
        if (isDrawing) drawing.add(key);
        else drawing.delete(key);
        touched.set(key, revisions.next());
      }
    },
  };
}
