import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { TourStopName } from "../../words/tour-stops.js";
import { words } from "../state/look.js";
import { endTour, moveTour, tourPlace, tourTarget } from "../state/tour.js";
import { type Box, cardPlace } from "../state/tour-card.js";

const boxOf = (element: HTMLElement): Box => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { left, top, width, height };
};
const styleOf = (place: { left: number; top: number; width?: number; height?: number }) =>
  Object.fromEntries(Object.entries(place).map(([name, value]) => [name, `${value}px`]));
const same = (one: Box | null, other: Box | null): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Where the thing of a stop lies, as the page scrolls, grows and is drawn anew. */
function useTarget(name: TourStopName): Box | null {
  const [box, setBox] = useState<Box | null>(null);
  useLayoutEffect(() => {
    tourTarget(name)?.scrollIntoView({ block: "nearest", inline: "nearest" });
    let frame = 0;
    let last: Box | null = null;
    const look = (): void => {
      const target = tourTarget(name);
      const now = target && boxOf(target);
      if (!same(now, last)) setBox(now);
      last = now;
      frame = requestAnimationFrame(look);
    };
    look();
    return () => cancelAnimationFrame(frame);
  }, [name]);
  return box;
}

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && ["INPUT", "SELECT", "TEXTAREA"].includes(target.tagName);

const buttonsOf = (target: HTMLElement | null): HTMLElement[] =>
  target?.matches("button") ? [target] : [...(target?.querySelectorAll<HTMLElement>("button") ?? [])];

/** The keyboard goes round among the card's buttons and the thing itself, which can be used. */
function nextFocus(card: HTMLElement, name: TourStopName, backwards: boolean): void {
  const target = tourTarget(name);
  const ring = [...buttonsOf(card), ...buttonsOf(target)].filter((one) => !one.matches(":disabled"));
  const here = document.activeElement;
  const at = here instanceof HTMLElement ? ring.indexOf(here) : -1;
  ring.at((at + (backwards ? -1 : 1) + ring.length) % ring.length)?.focus();
}

/** To where it was before the tour; what began it may be gone, then to the thing that was pointed at last. */
function focusAgain(before: Element | null, last: TourStopName): void {
  const kept = before instanceof HTMLElement && before !== document.body && before.isConnected;
  (kept ? before : buttonsOf(tourTarget(last))[0])?.focus();
}

function Stop({ name, index, of }: { name: TourStopName; index: number; of: number }) {
  const { tour } = words.value;
  const card = useRef<HTMLDialogElement>(null);
  const box = useTarget(name);
  const [size, setSize] = useState({ width: 340, height: 200 });
  const { title, text } = tour.stops[name];
  const last = useRef(name);
  last.current = name;
  useEffect(() => {
    const before = document.activeElement;
    const take = (): void => card.current?.querySelector<HTMLElement>(".primary")?.focus();
    const closing = document.querySelector("dialog:modal");
    // A dialog that closes gives the focus back first.
    if (closing) closing.addEventListener("close", take, { once: true });
    else take();
    return () => focusAgain(before, last.current);
  }, []);
  useLayoutEffect(() => {
    if (card.current) setSize({ width: card.current.offsetWidth, height: card.current.offsetHeight });
  }, [text, box]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
      const step = typing(event.target) ? 0 : ({ ArrowRight: 1, ArrowLeft: -1 }[event.key] ?? 0);
      if (!plain || (step === 0 && event.key !== "Escape" && event.key !== "Tab")) return;
      // The room behind has meanings of its own for these keys.
      event.preventDefault();
      event.stopPropagation();
      if (event.key === "Escape") endTour();
      else if (step !== 0) moveTour(step);
      else if (card.current) nextFocus(card.current, name, event.shiftKey);
    };
    addEventListener("keydown", onKey, true);
    return () => removeEventListener("keydown", onKey, true);
  }, [name]);
  const place = cardPlace(box, size, { width: innerWidth, height: innerHeight });
  return (
    <>
      {box && <div class="tour-ring" style={styleOf(box)} aria-hidden="true" />}
      <dialog
        open
        ref={card}
        class="tour-card"
        style={styleOf(place)}
        aria-labelledby="tour-title"
        aria-describedby="tour-text"
      >
        <div aria-live="polite">
          <h2 id="tour-title">{title}</h2>
          <p id="tour-text">{text}</p>
        </div>
        <div class="tour-buttons">
          <span class="muted figures">{tour.place(index + 1, of)}</span>
          <span class="space" />
          {index > 0 && (
            <button type="button" class="small" onClick={() => moveTour(-1)}>
              {tour.back}
            </button>
          )}
          <button type="button" class="small primary" onClick={() => moveTour(1)}>
            {index + 1 < of ? tour.next : tour.end}
          </button>
        </div>
        <p class="tour-keys muted">{tour.keys}</p>
        <button type="button" class="quiet tour-leave" aria-label={tour.leave} title={tour.leave} onClick={endTour}>
          <span aria-hidden="true">×</span>
        </button>
      </dialog>
    </>
  );
}

/** A look around on the page itself: a card beside each thing that it speaks of, which can be used meanwhile. */
export function Tour() {
  const place = tourPlace.value;
  return place && <Stop {...place} />;
}
