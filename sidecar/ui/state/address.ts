import { computed, effect, signal } from "@preact/signals";

export const roomNames = ["dataset", "tagging", "captions", "planning", "training", "sweep"] as const;
/** The rooms of the journey, and the page of all projects before them. */
export type RoomName = "projects" | (typeof roomNames)[number];

const isRoom = (value: string | null): value is RoomName =>
  value === "projects" || roomNames.some((name) => name === value);

/** What a link holds: the room, the folder, the picture. A reload changes nothing. */
export const room = signal<RoomName>("projects");
export const folder = signal<string | null>(null);
export const recursive = signal(false);
export const selectedPath = signal<string | null>(null);
/** Which pictures the captions room displays, in the filter language. */
export const filter = signal("");
/** Which project is shown whole; null for all of them. */
export const projectId = signal<number | null>(null);
/** Which stored plan the planning room shows; null for the folder's latest. */
export const planId = signal<number | null>(null);
/** Which run the training room shows; null for the one that runs, else the latest. */
export const runId = signal<number | null>(null);

/** Which sweep the sweep room shows; null for the one that draws, else the latest. */
export const sweepId = signal<number | null>(null);
/** True while the form of a sweep is open: of the shown one's settings, or of a new one where none is named. */
export const sweepForm = signal(false);
/** The cell that is selected, by its index; null for none. */
export const sweepCell = signal<number | null>(null);
/** How the grid is looked at; the viewer writes and reads it. */
export const sweepView = signal("");

/** LoRA file whose origin is shown, empty for one that is still to be named; with another, both are compared (`run:3` names a run). */
export const loraFile = signal<string | null>(null);
export const versus = signal<string | null>(null);

/** Which runs lie over the shown one's curves. */
export const comparedIds = signal<readonly number[]>([]);

const query = new URLSearchParams(location.search);
const tabRoom = query.get("room");
/** The room of a WebUI tab that is for one room only; else null. */
export const ownRoom: RoomName | null = query.has("only") && isRoom(tabRoom) ? tabRoom : null;
/** Another room may come into such a tab too, when it has no tab of its own: then with the list of rooms. */
export const oneRoom = computed(() => ownRoom !== null && room.value === ownRoom);

const asNumber = (text: string | null): number | null =>
  text !== null && /^[1-9]\d*$/.test(text) ? Number(text) : null;

const asIndex = (text: string | null): number | null => (text !== null && /^\d+$/.test(text) ? Number(text) : null);

function readAddress(): void {
  const hash = new URLSearchParams(location.hash.slice(1));
  const named = hash.get("room") ?? query.get("room");
  if (isRoom(named)) room.value = named;
  folder.value = hash.get("folder") ?? query.get("folder");
  // A link to a folder that names no room means its pictures.
  if (!isRoom(named) && folder.value !== null) room.value = "dataset";
  recursive.value = hash.has("recursive");
  selectedPath.value = hash.get("picture");
  filter.value = hash.get("filter") ?? "";
  // Last: another folder, if the link names one, lets go of the plan and the run of the one before.
  projectId.value = asNumber(hash.get("project"));
  planId.value = asNumber(hash.get("plan"));
  runId.value = asNumber(hash.get("run"));
  sweepId.value = asNumber(hash.get("sweep"));
  sweepForm.value = hash.has("form");
  sweepCell.value = asIndex(hash.get("cell"));
  sweepView.value = hash.get("view") ?? "";
  loraFile.value = hash.get("lora");
  versus.value = hash.get("versus");
  comparedIds.value = (hash.get("compare") ?? "").split(",").flatMap((word) => asNumber(word) ?? []);
}

function writeAddress(): void {
  const hash = new URLSearchParams({ room: room.value });
  if (folder.value !== null) hash.set("folder", folder.value);
  if (recursive.value) hash.set("recursive", "");
  if (selectedPath.value !== null) hash.set("picture", selectedPath.value);
  if (filter.value !== "") hash.set("filter", filter.value);
  if (projectId.value !== null) hash.set("project", String(projectId.value));
  if (planId.value !== null) hash.set("plan", String(planId.value));
  if (runId.value !== null) hash.set("run", String(runId.value));
  if (sweepId.value !== null) hash.set("sweep", String(sweepId.value));
  if (sweepForm.value) hash.set("form", "");
  if (sweepCell.value !== null) hash.set("cell", String(sweepCell.value));
  if (sweepView.value !== "") hash.set("view", sweepView.value);
  if (loraFile.value !== null) hash.set("lora", loraFile.value);
  if (versus.value !== null) hash.set("versus", versus.value);
  if (comparedIds.value.length > 0) hash.set("compare", comparedIds.value.join(","));
  if (`#${hash}` !== location.hash) history.replaceState(null, "", `#${hash}`);
}

export function followAddress(): void {
  readAddress();
  addEventListener("hashchange", readAddress);
  effect(writeAddress);
}
