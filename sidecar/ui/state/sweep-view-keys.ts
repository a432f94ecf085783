import { room } from "./address.js";
import { panel } from "./panels.js";
import { selectedCell, sweep, sweepForm } from "./sweep.js";
import { axes, changeView, columnLines, goToValue, moveSelection, rowLines, swapAxes, view } from "./sweep-view.js";
import type { CompareMode } from "./sweep-view-address.js";
import { openExport } from "./sweep-view-export.js";
import { panBy, showWhole, zoomBy } from "./sweep-view-lens.js";
import { visibleValues } from "./sweep-view-lines.js";
import { compareAs, pinReference } from "./sweep-view-panes.js";
import { openVotes } from "./sweep-view-votes.js";

const PAGE_ROWS = 3;

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-PAGE_ROWS, 0],
  PageDown: [PAGE_ROWS, 0],
};

const compares: Readonly<Record<string, CompareMode>> = { a: "wipe", d: "difference", f: "flicker", b: "two" };

function move(event: KeyboardEvent): boolean {
  const [down, right] = arrows[event.key] ?? [];
  if (down === undefined || right === undefined) {
    if (event.key === "Home") moveSelection(event.ctrlKey ? -rowLines.value.length : 0, -columnLines.value.length);
    else if (event.key === "End") moveSelection(event.ctrlKey ? rowLines.value.length : 0, columnLines.value.length);
    else return false;
    return true;
  }
  if (event.ctrlKey) return false;
  // In the large view Shift moves what is looked at, without it the picture changes in place.
  if (event.shiftKey && view.value.mode === "zoom") panBy(right, down);
  else moveSelection(down, right);
  return true;
}

/** The seed of that number; where there is one seed only, the prompt. */
function goToNumber(key: string): boolean {
  if (!/^[1-9]$/.test(key)) return false;
  const axis =
    axes.value.find(({ id, values }) => id === "seed" && values.length > 1) ??
    axes.value.find(({ id, values }) => id === "prompt" && values.length > 1);
  if (!axis) return true;
  const value = visibleValues(axis, view.value.hidden[axis.id])[Number(key) - 1];
  if (value !== undefined) goToValue(axis.id, value);
  return true;
}

function back(): boolean {
  const { mode, compare } = view.value;
  if (mode === "zoom" && compare !== "one") changeView({ compare: "one" });
  else if (mode !== "grid") changeView({ mode: "grid" });
  else if (selectedCell.value !== null) selectedCell.value = null;
  else return false;
  return true;
}

function zoomInPlace(): boolean {
  if (selectedCell.value === null) moveSelection(0, 0);
  changeView(view.value.mode === "zoom" ? { mode: "grid" } : { mode: "zoom" });
  return true;
}

function plainKey(key: string): boolean {
  const compare = compares[key];
  if (compare !== undefined) compareAs(view.value.mode === "zoom" && view.value.compare === compare ? "one" : compare);
  else if (key === "w") changeView({ mode: view.value.mode === "wall" ? "grid" : "wall" });
  else if (key === "p") pinReference();
  else if (key === "x") swapAxes();
  else if (key === "v") openVotes();
  else if (key === "e") openExport();
  else if (key === "+" || key === "=") zoomBy(1);
  else if (key === "-") zoomBy(-1);
  else if (key === "0") showWhole();
  else return goToNumber(key);
  return true;
}

const fields = ["INPUT", "SELECT", "TEXTAREA"];
const sliderKeys = [...Object.keys(arrows), "Home", "End"];
const pressed = ["BUTTON", "SUMMARY", "A"];

/** Whether a field needs the key for itself; a slider needs only those that move it. */
function isFieldsOwn(target: EventTarget | null, key: string): boolean {
  if (target instanceof HTMLInputElement && target.type === "range") return sliderKeys.includes(key);
  return target instanceof HTMLElement && fields.includes(target.tagName);
}

/** Keys of the grid, the large view and the wall; before the frame's own, whose digits lead to rooms. */
export function onViewerKey(event: KeyboardEvent): void {
  if (room.value !== "sweep" || sweep.value === null || sweepForm.value || panel.value !== null) return;
  if (event.defaultPrevented || event.altKey || event.metaKey) return;
  const { target } = event;
  const name = target instanceof HTMLElement ? target.tagName : "";
  if (isFieldsOwn(target, event.key)) return;
  if (name === "BODY" || (target instanceof Element && target.closest(".sweep-viewer"))) {
    const presses = pressed.includes(name) && (event.key === " " || event.key === "Enter");
    const isDone =
      !presses &&
      (move(event) ||
        (!event.ctrlKey &&
          ((event.key === " " && zoomInPlace()) ||
            (event.key === "Enter" && zoomInPlace()) ||
            (event.key === "Escape" && back()) ||
            plainKey(event.key))));
    if (isDone) event.preventDefault();
  }
}
