import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from "@tanstack/virtual-core";
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { pictureAddress } from "../rpc.js";
import { selectedPath } from "../state/address.js";
import { type Picture, unreadable } from "../state/dataset.js";
import { words } from "../state/look.js";

// Tiles are squares of at least this width, so that about six stand beside each other on a small laptop.
const TILE = 150;
const GAP = 8;

/** Only the rows in sight exist, so that 10,000 pictures scroll as 20 do. */
function useRows(count: number, columns: number, rowHeight: number) {
  const scroller = useRef<HTMLDivElement>(null);
  const [, redraw] = useState(0);
  const options = {
    count: Math.ceil(count / columns),
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 3,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: () => redraw((value) => value + 1),
  };
  const [virtualizer] = useState(() => new Virtualizer<HTMLDivElement, Element>(options));
  virtualizer.setOptions({ ...virtualizer.options, ...options });
  useLayoutEffect(() => virtualizer._didMount(), []);
  useLayoutEffect(() => virtualizer._willUpdate());
  useLayoutEffect(() => virtualizer.measure(), [rowHeight]);
  return { scroller, virtualizer };
}

function useWidth(element: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(900);
  useLayoutEffect(() => {
    const observed = element.current;
    if (!observed) return;
    const observer = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width));
    observer.observe(observed);
    return () => observer.disconnect();
  }, []);
  return width;
}

const tagCount = (caption: string): number => caption.split(",").filter((tag) => tag.trim() !== "").length;

function Tile({ picture, isBroken }: { picture: Picture; isBroken: boolean }) {
  const { dataset } = words.value;
  const { name, caption, path } = picture;
  const isSelected = selectedPath.value === path;
  return (
    <button
      type="button"
      role="option"
      class={isSelected ? "tile selected" : "tile"}
      aria-selected={isSelected}
      aria-label={`${name}, ${caption === null ? dataset.noCaption : dataset.tags(tagCount(caption))}`}
      title={name}
      tabIndex={isSelected ? 0 : -1}
      onClick={() => (selectedPath.value = path)}
    >
      {isBroken ? (
        <span class="broken">!</span>
      ) : (
        <img src={pictureAddress("thumbnail", picture, 256)} alt="" loading="lazy" decoding="async" />
      )}
      {caption !== null && <span class="badge">{dataset.tags(tagCount(caption))}</span>}
    </button>
  );
}

/** The pictures as a wall; arrow keys move the selection. */
export function Wall({ pictures }: { pictures: Picture[] }) {
  const [columns, setColumns] = useState(5);
  const [side, setSide] = useState(TILE);
  const { scroller, virtualizer } = useRows(pictures.length, columns, side + GAP);
  const width = useWidth(scroller);
  const broken = useMemo(() => new Set(unreadable.value.map(({ path }) => path)), [unreadable.value]);
  useLayoutEffect(() => {
    const fitting = Math.max(2, Math.floor((width + GAP) / (TILE + GAP)));
    setColumns(fitting);
    setSide(Math.floor((width - GAP * (fitting - 1)) / fitting));
  }, [width]);
  const index = pictures.findIndex(({ path }) => path === selectedPath.value);
  useLayoutEffect(() => {
    if (index >= 0) virtualizer.scrollToIndex(Math.floor(index / columns));
  }, [index, columns]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Record<string, number> = {
      ArrowRight: 1,
      ArrowLeft: -1,
      ArrowDown: columns,
      ArrowUp: -columns,
      Home: -pictures.length,
      End: pictures.length,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.min(Math.max(index + (index < 0 ? Math.max(step, 0) || 1 : step), 0), pictures.length - 1);
    selectedPath.value = pictures[next]?.path ?? null;
  };
  return (
    <div
      class="wall"
      ref={scroller}
      role="listbox"
      aria-label={words.value.dataset.wall}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div style={{ height: `${virtualizer.getTotalSize()}px`, position: "relative" }}>
        {virtualizer.getVirtualItems().map((row) => (
          <div
            key={row.key}
            class="wall-row"
            style={{
              transform: `translateY(${row.start}px)`,
              gridTemplateColumns: `repeat(${columns}, 1fr)`,
              gap: `${GAP}px`,
              height: `${side}px`,
            }}
          >
            {pictures.slice(row.index * columns, (row.index + 1) * columns).map((picture) => (
              <Tile key={picture.path} picture={picture} isBroken={broken.has(picture.path)} />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
