import { computed, signal } from "@preact/signals";
import { type TourStopName, tourStopNames } from "../../words/tour-stops.js";
import { projectId, room } from "./address.js";
import { panel } from "./panels.js";
import { changeSetting, settings } from "./settings.js";

/** The stops of the tour that is under way: those whose thing is on the page. Empty: no tour. */
const tourStops = signal<readonly TourStopName[]>([]);
const position = signal(0);

/** Where it stands; null without a tour, and while a dialog covers what it points at. */
export const tourPlace = computed(() => {
  const name = tourStops.value[position.value];
  if (name === undefined || panel.value !== null) return null;
  return { name, index: position.value, of: tourStops.value.length };
});

/** What a stop points at; null when the page does not show it. */
export function tourTarget(name: TourStopName): HTMLElement | null {
  const found = document.querySelectorAll<HTMLElement>(`[data-tour="${name}"]`);
  return [...found].find((element) => element.getClientRects().length > 0) ?? null;
}

/** Whether somebody new may be asked: nobody here has ended or declined it. */
export const tourIsOffered = computed(
  () =>
    tourStops.value.length === 0 && settings.value?.settings.find(({ name }) => name === "page.tour")?.value === true,
);

/** Keeps for every browser that nobody needs to be asked any more. */
function isKnown(): void {
  if (tourIsOffered.value) void changeSetting("page.tour", false);
}

export function beginTour(): void {
  panel.value = null;
  room.value = "projects";
  projectId.value = null;
  position.value = 0;
  // After the page has drawn what it now shows.
  requestAnimationFrame(() => {
    tourStops.value = tourStopNames.filter((name) => tourTarget(name) !== null);
  });
}

export function endTour(): void {
  tourStops.value = [];
  isKnown();
}

export const declineTour = isKnown;

/** On by so many stops; past the last one it ends, before the first it stays. */
export function moveTour(by: number): void {
  const next = position.value + by;
  if (next >= tourStops.value.length) endTour();
  else position.value = Math.max(0, next);
}
