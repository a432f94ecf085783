// biome-ignore-all lint/a11y/useSemanticElements: a table cannot leave out the rows and columns that are out of sight
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and tells by aria-activedescendant which cell is meant
// biome-ignore-all lint/a11y/useKeyWithClickEvents: keys belong to the whole grid
import { useEffect, useRef } from "preact/hooks";
import { words } from "../../../../state/look.js";
import { cellPicture, cells, selectedCell } from "../../../../state/sweep.js";
import { cellLabel } from "../../../../state/sweep-view-words.js";
import { badgeOf } from "./cell-badge.js";

const SIZES = [128, 256, 512, 1024];

/** The small picture that is sharp enough at this width on this screen. */
const sizeFor = (pixels: number): number => SIZES.find((size) => size >= pixels * devicePixelRatio) ?? 1024;

/** A small picture that is no longer asked for once its cell has scrolled away. */
function Thumbnail({ picture, pixels }: { picture: string; pixels: number }) {
  const image = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const shown = image.current;
    return () => shown?.removeAttribute("src");
  }, []);
  return (
    <img
      ref={image}
      src={cellPicture(picture, sizeFor(pixels))}
      alt=""
      decoding="async"
      draggable={false}
      onError={({ currentTarget }) => currentTarget.classList.add("missing")}
      onLoad={({ currentTarget }) => currentTarget.classList.remove("missing")}
    />
  );
}

interface GridCellOptions {
  index: number;
  row: number;
  column: number;
  left: number;
  width: number;
  height: number;
  isReference: boolean;
  onChoose(index: number): void;
  onEnlarge(index: number): void;
}

/** One picture of the grid with what is known of it in its corner. */
export function GridCell({ index, row, column, left, width, height, isReference, ...told }: GridCellOptions) {
  const { sweepView: said } = words.value;
  const cell = cells.value.get(index);
  const badge = badgeOf(index, cell);
  const isSelected = selectedCell.value === index;
  const state = cell?.state ?? "waiting";
  return (
    <div
      role="gridcell"
      id={`sweep-cell-${index}`}
      class={`sweep-tile ${state}${isSelected ? " selected" : ""}${isReference ? " reference" : ""}`}
      aria-selected={isSelected}
      aria-colindex={column + 2}
      aria-rowindex={row + 2}
      aria-label={`${cellLabel(index)}, ${badge?.title ?? said.states[state]}`}
      title={badge?.title}
      style={{ left: `${left}px`, width: `${width}px`, height: `${height}px` }}
      onClick={() => told.onChoose(index)}
      onDblClick={() => told.onEnlarge(index)}
    >
      {cell?.picture ? (
        <Thumbnail key={cell.picture} picture={cell.picture} pixels={Math.max(width, height)} />
      ) : (
        <span class="sweep-empty" aria-hidden="true">
          {state === "skipped" || state === "left" ? "–" : state === "failed" || state === "wrong" ? "✕" : "…"}
        </span>
      )}
      {badge && <span class={`sweep-badge ${badge.tone}`}>{badge.text}</span>}
      {isReference && (
        <span class="sweep-pin" title={said.isReference}>
          {said.referenceSign}
        </span>
      )}
    </div>
  );
}
