import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from "@tanstack/virtual-core";
import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";

interface Lines {
  count: number;
  horizontal: boolean;
  /** Pixels that the headings take before the first line. */
  heading: number;
  /** Pixels from the begin of a line to the next. */
  sizeOf(line: number): number;
  /** Changes whenever sizes do. */
  measure: string;
}

/** Only the columns or rows in sight exist, so that 5,000 cells scroll as 20 do. */
export function useVisibleLines(
  scroller: RefObject<HTMLDivElement | null>,
  { count, horizontal, heading, sizeOf, measure }: Lines,
) {
  const [, redraw] = useState(0);
  const options = {
    count,
    horizontal,
    getScrollElement: () => scroller.current,
    estimateSize: sizeOf,
    paddingStart: heading,
    scrollPaddingStart: heading,
    overscan: 2,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: () => redraw((value) => value + 1),
  };
  const [virtualizer] = useState(() => new Virtualizer<HTMLDivElement, Element>(options));
  virtualizer.setOptions({ ...virtualizer.options, ...options });
  useLayoutEffect(() => virtualizer._didMount(), []);
  useLayoutEffect(() => virtualizer._willUpdate());
  useLayoutEffect(() => virtualizer.measure(), [measure]);
  return virtualizer;
}
