import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { nearest, type Point } from "../../../state/training-curve.js";
import { zoom } from "../../../state/training-curves.js";
import { zoomed } from "../../../state/training-lines.js";
import { type Frame, stepAt } from "./frame.js";
import type { useWidth } from "./use-width.js";

// Less is a click, not a drag.
const DRAG_PIXELS = 6;
const PAGES = 20;

interface PlotOptions {
  element: ReturnType<typeof useWidth>["element"];
  frame: Frame;
  total: number;
  /** What the arrow keys move along. */
  points: readonly Point[];
  at: number | null;
  onAt(step: number | null): void;
  label: string;
  description: string;
  text: string;
  children: ComponentChildren;
}

/** A chart that is pointed into, walked along and zoomed, by pointer and by keys. */
export function Plot({ element, frame, total, points, at, onAt, label, description, text, children }: PlotOptions) {
  const [drag, setDrag] = useState<{ from: number; to: number } | null>(null);
  const pixelOf = (event: PointerEvent): number => event.clientX - (element.current?.getBoundingClientRect().left ?? 0);
  const visible = points.filter(({ step }) => step >= frame.domain[0] && step <= frame.domain[1]);
  const here = at ?? visible.at(-1)?.step ?? 0;

  const onPointerMove = (event: PointerEvent): void => {
    const pixel = pixelOf(event);
    if (drag) setDrag({ ...drag, to: pixel });
    const found = points[nearest(points, stepAt(pixel, frame))];
    if (found) onAt(found.step);
  };
  const onPointerDown = (event: PointerEvent): void => {
    // A finger scrolls the page.
    if (event.button !== 0 || event.pointerType === "touch") return;
    element.current?.setPointerCapture(event.pointerId);
    const pixel = pixelOf(event);
    setDrag({ from: pixel, to: pixel });
  };
  const onPointerUp = (): void => {
    if (drag && Math.abs(drag.to - drag.from) >= DRAG_PIXELS) {
      const [from, to] = [Math.min(drag.from, drag.to), Math.max(drag.from, drag.to)].map((one) => stepAt(one, frame));
      if (from !== undefined && to !== undefined && to - from >= 1) zoom.value = [from, to];
    }
    setDrag(null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const factor = { "+": 0.5, "=": 0.5, "-": 2 }[event.key];
    if (factor !== undefined) zoom.value = zoomed(frame.domain, { around: here, by: factor, total });
    else if (event.key === "0") zoom.value = null;
    else {
      const last = visible.length - 1;
      const now = nearest(visible, here);
      const page = Math.max(1, Math.round(visible.length / PAGES));
      const next = {
        ArrowLeft: now - 1,
        ArrowRight: now + 1,
        PageDown: now - page,
        PageUp: now + page,
        Home: 0,
        End: last,
      }[event.key];
      const found = next === undefined ? undefined : visible[Math.min(last, Math.max(0, next))];
      if (found === undefined) return;
      onAt(found.step);
    }
    event.preventDefault();
    // Figures and signs are keys of the rooms too.
    event.stopPropagation();
  };
  return (
    <div
      ref={element}
      class="train-plot"
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-description={description}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={here}
      aria-valuetext={text}
      onPointerMove={onPointerMove}
      onPointerDown={onPointerDown}
      onPointerUp={onPointerUp}
      onPointerCancel={() => setDrag(null)}
      onPointerLeave={() => onAt(null)}
      onDblClick={() => (zoom.value = null)}
      onBlur={() => onAt(null)}
      onKeyDown={onKeyDown}
    >
      {children}
      {drag && (
        <div
          class="train-drag"
          style={{ left: `${Math.min(drag.from, drag.to)}px`, width: `${Math.abs(drag.to - drag.from)}px` }}
        />
      )}
    </div>
  );
}
