import { signal } from "@preact/signals";
import { type OwnFrame, ownFrame } from "./own-frame.js";

/** True while our frame covers the WebUI's whole window. */
export const coversWindow = signal(false);

// Less than this would show no picture: then the WebUI's own page scrolls too.
const LEAST_PX = 480;

const covering = { position: "fixed", inset: "0", width: "100vw", height: "100dvh", zIndex: "10000" };
const inPlace = { position: "", inset: "", width: "100%", height: "", zIndex: "" };

/** What scrolls when the frame is too high: the page, or a pane of it in themes that have panes. */
function scrollerOf({ frame, view }: OwnFrame): Element {
  for (let element = frame.parentElement; element; element = element.parentElement) {
    const scrolls = /auto|scroll/.test(view.getComputedStyle(element).overflowY);
    if (scrolls && element.scrollHeight > element.clientHeight) return element;
  }
  return view.document.documentElement;
}

/** Gives the frame what the WebUI's header and footer leave of the window, so that only our page scrolls. */
function fit(around: OwnFrame): void {
  const { frame, view } = around;
  const hidden = frame.getClientRects().length === 0;
  if (hidden || coversWindow.value) return;
  // High enough to overflow: what then is too much is what stands above and below.
  frame.style.height = `${view.innerHeight}px`;
  const scroller = scrollerOf(around);
  const left = view.innerHeight - (scroller.scrollHeight - scroller.clientHeight);
  frame.style.height = `${Math.max(left, Math.min(LEAST_PX, view.innerHeight))}px`;
}

export function followFrame(): void {
  const around = ownFrame;
  if (!around) return;
  const { frame, view } = around;
  frame.style.minHeight = "0";
  const again = (): void => fit(around);
  again();
  // The WebUI's window tells when it changes, the observer when the tab is shown and when a header grows or shrinks. Not our own
  // window: fitting resizes it, and it would never end.
  view.addEventListener("resize", again);
  const observer = new ResizeObserver(again);
  for (let element = frame.parentElement; element; element = element.parentElement) observer.observe(element);
  // A page that is gone must not be called any more.
  addEventListener("pagehide", () => {
    view.removeEventListener("resize", again);
    observer.disconnect();
  });
}

export function coverWindow(covers: boolean): void {
  if (!ownFrame) return;
  coversWindow.value = covers;
  Object.assign(ownFrame.frame.style, covers ? covering : inPlace);
  fit(ownFrame);
}
