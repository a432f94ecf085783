import { signal } from "@preact/signals";
import { room, roomNames } from "./address.js";

export type Panel =
  | "picker"
  | "finder"
  | "keys"
  | "settings"
  | "doctor"
  | "machines"
  | "onePicture"
  | "tags"
  | "history"
  | "zoom"
  | "files"
  | "rename"
  | "arrange"
  | "transfer"
  | "checkup"
  | "resize"
  | "buckets"
  | "cutout"
  | "planOpen"
  | "planExport"
  | "planParameters"
  | "planCompare"
  | "plans"
  | "trainers"
  | "webui"
  | "webuiPicture"
  | "publish"
  | "trainingLog"
  | "compareRuns"
  | "sample"
  | "loraTools"
  | "lineage"
  | "versions"
  | "nextVersion"
  | "vary"
  | "sweepInstall"
  | "sweepWhy"
  | "sweepVotes"
  | "sweepExport"
  | "sweepSaved"
  | "projectExport"
  | "projectImport";

// The WebUI's own settings page has a link to ours.
const asked = new URLSearchParams(location.search).get("panel");

/** The dialog that is open, if one is. */
export const panel = signal<Panel | null>(asked === "settings" ? "settings" : null);
/** The right pane on narrow screens. */
export const drawerOpen = signal(false);

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ["INPUT", "SELECT", "TEXTAREA"].includes(target.tagName));

function roomKey(key: string): boolean {
  const name = key === "0" ? "projects" : roomNames[Number(key) - 1];
  if (name === undefined) return false;
  room.value = name;
  return true;
}

function panelFor(event: KeyboardEvent): Panel | null {
  if (event.key === "k" && (event.ctrlKey || event.metaKey)) return "finder";
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return null;
  const panels: Record<string, Panel> = { "/": "finder", "?": "keys", o: "picker" };
  return panels[event.key] ?? null;
}

export function listenToKeys(): void {
  addEventListener("keydown", (event) => {
    const opened = panelFor(event);
    if (opened) panel.value = opened;
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target) && panel.value === null;
    const closes = event.key === "Escape" && panel.value === null && drawerOpen.value;
    if (closes) drawerOpen.value = false;
    // A room may give the digits a meaning of its own.
    if (opened || closes || (plain && !event.defaultPrevented && roomKey(event.key))) event.preventDefault();
  });
}
