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
}

/** Labels nearer than this would lie over each other. */
const NEAREST = { across: 44, down: 18 };
/** Rows of this height have place for three lines. */
const ROOMY = 56;

/** The labels in sight: thinned out where they stand too close. */
function inSight({ lines, starts, length, offset, scale, pane, textOf }: Labels, nearest: number) {
  const every = Math.max(1, Math.ceil(nearest / Math.max(length * scale, 0.01)));
  return lines.flatMap((line, at) => {
    const begin = offset + (starts[at] ?? 0) * scale;
    const end = begin + length * scale;
    if (at % every !== 0 || end < 0 || begin > pane) return [];
    return [{ at, text: textOf(line), middle: (Math.max(begin, 0) + Math.min(end, pane)) / 2, room: end - begin }];
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
