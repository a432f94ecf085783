import type { Params } from "../../../../protocol/validate.js";
import { StudioError } from "../../../host/studio-error.js";
import { say } from "../../../words/sentence.js";
import type { SweepAxis } from "../../plan/resolved-sweep.js";

export type SheetLook = NonNullable<Params<"sweep/export">["look"]>;

/** Axes of a grid by their place in the sweep, each with the values it shows. */
export interface ShownAxes {
  columns: ShownAxis;
  rows: ShownAxis;
  superColumns: ShownAxis;
  superRows: ShownAxis;
  /** Value index on every axis; those of the four above are not looked at. */
  at: readonly number[];
}

/** One direction of a grid. Without an axis it has one place, whose cells are those of `at`. */
export interface ShownAxis {
  /** Place in the sweep's axes; null for none. */
  axis: number | null;
  values: readonly number[];
}

const nothing: ShownAxis = { axis: null, values: [0] };

const unknownAxis = (id: string, axes: readonly SweepAxis[]): StudioError =>
  new StudioError(
    "badArguments",
    say('This sweep has no axis "{id}".', { id }),
    say("It has: {axes}.", { axes: axes.map((axis) => axis.id).join(", ") }),
  );

/** Value indexes that are not hidden. @throws StudioError "badArguments" when none is left */
export function shownValues(axis: SweepAxis, hidden: SheetLook["hidden"] = {}): number[] {
  const left = axis.values.map((_, index) => index).filter((index) => !hidden[axis.id]?.includes(index));
  if (left.length > 0) return left;
  throw new StudioError(
    "badArguments",
    say('Every value of "{title}" is hidden.', { title: axis.title }),
    say("Show at least one value of each axis."),
  );
}

/**
 * Which axis lies where. Without a wish, strengths go across and LoRA files down; an axis is shown once, and the ones that
 * are not shown stand at their value of `at`.
 * @throws StudioError "badArguments" for an axis or a value that is not there, or one that is named twice
 */
export function shownAxes(axes: readonly SweepAxis[], look: SheetLook): ShownAxes {
  const taken = new Set<number>();
  const placeOf = (id: string): number => {
    const place = axes.findIndex((axis) => axis.id === id);
    if (place < 0) throw unknownAxis(id, axes);
    return place;
  };
  const named = (id: string | null | undefined): ShownAxis => {
    if (id === null || id === undefined || id === "") return nothing;
    const place = placeOf(id);
    const axis = axes[place];
    if (taken.has(place) || axis === undefined) {
      throw new StudioError(
        "badArguments",
        say('The axis "{id}" is named twice.', { id }),
        say("Show each axis in one direction."),
      );
    }
    taken.add(place);
    return { axis: place, values: shownValues(axis, look.hidden) };
  };
  // What was named goes first, so that the usual choice never takes its axis.
  const wishes = [look.columns, look.rows, look.superColumns, look.superRows].filter(Boolean);
  const usual = (id: string): string | undefined =>
    axes.some((axis) => axis.id === id) && !wishes.includes(id) ? id : undefined;
  const columns = named(look.columns ?? usual("strength"));
  const rows = named(look.rows ?? usual("lora"));
  const [superColumns, superRows] = [named(look.superColumns), named(look.superRows)];
  for (const id of Object.keys(look.at ?? {})) placeOf(id);
  const at = axes.map((axis) => {
    const value = look.at?.[axis.id] ?? 0;
    if (value < axis.values.length) return value;
    throw new StudioError(
      "badArguments",
      say('"{title}" has {count} values; value {value} was asked for.', {
        title: axis.title,
        count: axis.values.length,
        value,
      }),
      say("Values count from 0."),
    );
  });
  return { columns, rows, superColumns, superRows, at };
}

/** Place of one cell in a grid: indexes into the values shown in each direction. */
export interface GridPlace {
  superRow: number;
  row: number;
  superColumn: number;
  column: number;
}

/** Value index on every axis at a place of the grid. */
export function coordinatesAt(shown: ShownAxes, place: GridPlace): number[] {
  const coordinates = [...shown.at];
  const put = ({ axis, values }: ShownAxis, index: number): void => {
    const value = values[index];
    if (axis !== null && value !== undefined) coordinates[axis] = value;
  };
  put(shown.superRows, place.superRow);
  put(shown.rows, place.row);
  put(shown.superColumns, place.superColumn);
  put(shown.columns, place.column);
  return coordinates;
}

/** How many cells a grid has. */
export const cellsShown = ({ columns, rows, superColumns, superRows }: ShownAxes): number =>
  columns.values.length * rows.values.length * superColumns.values.length * superRows.values.length;
