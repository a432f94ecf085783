import { useEffect, useLayoutEffect, useMemo } from "preact/hooks";
import { selectedPath } from "../state/address.js";
import { type Picture, unreadable } from "../state/dataset.js";
import { words } from "../state/look.js";
import { choosePicture, markAll, marked, toggleMark, unmark } from "../state/marked.js";
import { drawerOpen, panel } from "../state/panels.js";
import { visiblePaths } from "../state/preview.js";
import { Tile } from "./Tile.js";
import { GAP, useRows } from "./wall-rows.js";

const PAGE_ROWS = 3;

/** Where a key leads from `index`, which is -1 when nothing is selected; null when it is no key of the wall. */
function target(key: string, index: number, { columns, count }: { columns: number; count: number }): number | null {
  const steps: Record<string, number> = {
    ArrowRight: 1,
    ArrowLeft: -1,
    ArrowDown: columns,
    ArrowUp: -columns,
    PageDown: columns * PAGE_ROWS,
    PageUp: -columns * PAGE_ROWS,
    Home: -count,
    End: count,
  };
  const step = steps[key];
  if (step === undefined) return null;
  if (index < 0 && key !== "End") return 0;
  return Math.min(Math.max(index + step, 0), count - 1);
}

/** The pictures as a wall; arrow keys move the selection, also while nothing else has the focus. */
export function Wall({ pictures, several = false }: { pictures: Picture[]; several?: boolean }) {
  const { scroller, virtualizer, columns, side } = useRows(pictures.length);
  const broken = useMemo(() => new Set(unreadable.value.map(({ path }) => path)), [unreadable.value]);
  const index = pictures.findIndex(({ path }) => path === selectedPath.value);
  useLayoutEffect(() => {
    if (index >= 0) virtualizer.scrollToIndex(Math.floor(index / columns));
  }, [index, columns]);

  const rows = virtualizer.getVirtualItems();
  const first = (rows[0]?.index ?? 0) * columns;
  const end = ((rows.at(-1)?.index ?? -1) + 1) * columns;
  useEffect(() => {
    visiblePaths.value = pictures.slice(first, end).map(({ path }) => path);
  }, [pictures, first, end]);

  /** Keys that mark pictures, where several can be marked. */
  const marks = (event: KeyboardEvent): boolean => {
    const control = event.ctrlKey || event.metaKey;
    const current = pictures[index];
    if (control && event.key === "a") markAll(pictures);
    else if (control) return false;
    else if (event.key === " " && current) toggleMark(current.path);
    else if (event.key === "Escape" && marked.value.size > 0) unmark();
    else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const nobody = event.target === document.body || event.target === scroller.current;
    if (!nobody || event.defaultPrevented || panel.value !== null || event.altKey) return;
    if (several && marks(event)) {
      event.preventDefault();
      return;
    }
    if (event.ctrlKey || event.metaKey) return;
    const next = target(event.key, index, { columns, count: pictures.length });
    if (next !== null) {
      // With Shift the way that was gone is marked.
      const passed = pictures[index]?.path;
      const reached = pictures[next]?.path ?? null;
      if (several && event.shiftKey && reached !== null)
        marked.value = new Set([...marked.value, passed ?? reached, reached]);
      selectedPath.value = reached;
    } else if (event.key === "Enter" && index >= 0) drawerOpen.value = true;
    else if (event.key === "Escape" && !drawerOpen.value) selectedPath.value = null;
    else return;
    event.preventDefault();
  };
  useEffect(() => {
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  });

  return (
    <div
      class="wall"
      ref={scroller}
      role="listbox"
      aria-label={words.value.dataset.wall}
      aria-multiselectable={several}
      aria-activedescendant={index >= 0 ? `picture-${index}` : undefined}
      tabIndex={0}
    >
      <div style={{ height: `${virtualizer.getTotalSize()}px`, position: "relative" }}>
        {rows.map((row) => (
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
            {pictures.slice(row.index * columns, (row.index + 1) * columns).map((picture, column) => (
              <Tile
                key={picture.path}
                picture={picture}
                id={`picture-${row.index * columns + column}`}
                isBroken={broken.has(picture.path)}
                isScrolling={virtualizer.isScrolling}
                isMarked={several && marked.value.has(picture.path)}
                onChoose={(event) => {
                  if (several) choosePicture(picture.path, pictures, event);
                  else selectedPath.value = picture.path;
                  scroller.current?.focus({ preventScroll: true });
                }}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
