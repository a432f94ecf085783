import type { ComponentChildren } from "preact";
import { words } from "../../../../state/look.js";
import { cellPicture, cells, type SweepCell } from "../../../../state/sweep.js";
import { cellLabel, paneLabel } from "../../../../state/sweep-view-words.js";
import { LensFrame } from "./LensFrame.js";
import { lensGestures } from "./lens-gestures.js";

export type DrawnCell = SweepCell & { picture: string };

/** A cell with a picture, proven or not; null while it has none. */
export function drawnCell(index: number): DrawnCell | null {
  const cell = cells.value.get(index);
  return cell?.picture ? { ...cell, picture: cell.picture } : null;
}

/** A cell's whole picture. */
export function CellImage({ cell, class: named = "" }: { cell: DrawnCell; class?: string }) {
  return (
    <img
      class={`sweep-layer ${named}`}
      src={cellPicture(cell.picture)}
      alt={cellLabel(cell.index)}
      draggable={false}
      decoding="sync"
    />
  );
}

/** A pane in which pictures are panned and zoomed, with what it shows written below. */
export function ZoomPane({
  index,
  children,
  note,
  isShown = false,
}: {
  index: number;
  children?: ComponentChildren;
  note?: ComponentChildren;
  /** One of several panes: the one that arrow keys change. */
  isShown?: boolean;
}) {
  const { sweepView: said } = words.value;
  const cell = drawnCell(index);
  const state = cells.value.get(index)?.state ?? "waiting";
  return (
    <figure class={isShown ? "sweep-pane shown" : "sweep-pane"}>
      <div class="sweep-pane-picture" {...lensGestures}>
        {cell ? (
          <LensFrame width={cell.width} height={cell.height}>
            {children ?? <CellImage cell={cell} />}
          </LensFrame>
        ) : (
          <p class="sweep-pane-note">{said.noPicture(said.states[state])}</p>
        )}
      </div>
      <figcaption class="figures">
        <span class="sweep-pane-label" title={cellLabel(index)}>
          {paneLabel(index)}
        </span>
        {note}
      </figcaption>
    </figure>
  );
}
