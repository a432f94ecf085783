import type { GridLine } from "../../../../state/sweep-view-lines.js";

/** From the wall's own lengths to pixels of its pane. */
export interface WallScale {
  left: number;
  top: number;
  /** Pixels that one width of a cell takes. */
  scale: number;
  /** Size of the pane in pixels. */
  width: number;
  height: number;
}

interface Labels {
  lines: readonly GridLine[];
  starts: readonly number[];
  /** Length of a cell along these lines, in widths of a cell. */
  length: number;
  offset: number;
  scale: number;
  /** Length of the pane in pixels. */
  pane: number;
  textOf(line: GridLine): string;
  /** What all lines of a group have in common. */
  groupOf(line: GridLine): string;
}

/** Labels nearer than this would lie over each other. */
const NEAREST = { across: 44, down: 18 };
/** Rows of this height have place for three lines. */
const ROOMY = 56;

/** First and last line of each group. */
function groupSpans(lines: readonly GridLine[]): [number, number][] {
  const firsts = lines.flatMap(({ isFirst }, at) => (isFirst ? [at] : []));
  return firsts.map((first, place) => [first, (firsts[place + 1] ?? lines.length) - 1]);
}

/** The labels in sight. Where lines stand too close only groups are named, or every so many of them. */
function inSight({ lines, starts, length, offset, scale, pane, textOf, groupOf }: Labels, nearest: number) {
  const every = Math.max(1, Math.ceil(nearest / Math.max(length * scale, 0.01)));
  const isDense = every > 1 && lines[0]?.group !== null;
  const spans = isDense
    ? groupSpans(lines)
    : lines.flatMap((_, at): [number, number][] => (at % every === 0 ? [[at, at]] : []));
  return spans.flatMap(([first, last]) => {
    const line = lines[first];
    const begin = offset + (starts[first] ?? 0) * scale;
    const end = offset + ((starts[last] ?? 0) + length) * scale;
    if (line === undefined || end < 0 || begin > pane) return [];
    const text = isDense ? groupOf(line) : textOf(line);
    return [{ at: first, text, middle: (Math.max(begin, 0) + Math.min(end, pane)) / 2, room: end - begin }];
  });
}

/** What each column is, along the upper edge of the wall. */
export function WallColumns(labels: Labels) {
  return (
    <div class="sweep-wall-columns figures" aria-hidden="true">
      {inSight(labels, NEAREST.across).map(({ at, text, middle, room }) => (
        <span key={at} title={text} style={{ left: `${middle}px`, maxWidth: `${Math.max(room, NEAREST.across)}px` }}>
          {text}
        </span>
      ))}
    </div>
  );
}

/** What each row is, along the left edge. */
export function WallRows(labels: Labels) {
  return (
    <div class="sweep-wall-rows figures" aria-hidden="true">
      {inSight(labels, NEAREST.down).map(({ at, text, middle, room }) => (
        <span key={at} class={room >= ROOMY ? "roomy" : ""} title={text} style={{ top: `${middle}px` }}>
          {text}
        </span>
      ))}
    </div>
  );
}
