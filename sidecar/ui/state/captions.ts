import { computed, effect, signal, untracked } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { asksSelection } from "../../captions/filter/asked.js";
import { call, connectionState, RequestError } from "../rpc.js";
import { filter, recursive, room, selectedPath } from "./address.js";
import { type Picture, pictures, scan } from "./dataset.js";
import { marked } from "./marked.js";

export type Statistics = Methods["captions/stats"]["result"];

/** Names of the pictures that the filter shows; null while there is no filter. */
const shownNames = signal<ReadonlySet<string> | null>(null);
export const filterError = signal<RequestError | null>(null);
export const captionStatistics = signal<Statistics | null>(null);

/** What "displayed" means everywhere in the captions room. */
export const displayed = computed<Picture[]>(() => {
  const names = shownNames.value;
  return names === null ? pictures.value : pictures.value.filter(({ name }) => names.has(name));
});

/** Which captions a bulk edit means: the marked ones, else all that are displayed. */
export const target = computed<{ filter: string; names?: string[]; pictures: number }>(() => {
  const names = displayed.value.filter(({ path }) => marked.value.has(path)).map(({ name }) => name);
  if (names.length > 0) return { filter: "", names, pictures: names.length };
  return { filter: filter.value, pictures: displayed.value.length };
});

// Long enough to join keystrokes, too short to be noticed.
const PAUSE_MS = 120;

async function namesShown(folder: string): Promise<Set<string> | null> {
  if (filter.value.trim() === "") return null;
  const names = new Set<string>();
  const selection = pictures.value.filter(({ path }) => marked.value.has(path)).map(({ name }) => name);
  for (let from: number | null = 0; from !== null; ) {
    const params = { folder, recursive: recursive.value, filter: filter.value, captions: false, from };
    const answer: Methods["captions/list"]["result"] = await call(
      "captions/list",
      asksSelection(filter.value) ? { ...params, names: selection } : params,
    );
    for (const { name } of answer.rows) names.add(name);
    from = answer.next;
  }
  return names;
}

let asked = 0;

async function ask(): Promise<void> {
  const folder = scan.value?.folder;
  if (folder === undefined || connectionState.value !== "open") return;
  asked += 1;
  const mine = asked;
  try {
    const names = await namesShown(folder);
    if (mine !== asked) return;
    shownNames.value = names;
    filterError.value = null;
    const statistics = await call("captions/stats", {
      folder,
      recursive: recursive.value,
      filter: filter.value,
      together: 24,
    });
    if (mine === asked) captionStatistics.value = statistics;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    // What was shown stays until the filter can be read again.
    if (mine === asked && error.code !== "disconnected") filterError.value = error;
  }
}

/** The next picture after the selected one that has no tag, in a circle. */
export function selectNextUntagged(): void {
  const list = displayed.value;
  const at = list.findIndex(({ path }) => path === selectedPath.value);
  const isUntagged = ({ caption }: Picture): boolean => caption === null || caption.trim() === "";
  const next = [...list.slice(at + 1), ...list.slice(0, at + 1)].find(isUntagged);
  if (next) selectedPath.value = next.path;
}

/** Moves the selection by so many pictures of those displayed. */
export function selectBy(step: number): void {
  const list = displayed.value;
  const at = list.findIndex(({ path }) => path === selectedPath.value);
  const next = list[Math.min(Math.max(at + step, 0), list.length - 1)];
  if (next) selectedPath.value = next.path;
}

export function followCaptions(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let typed = "";
  effect(() => {
    // Read here, so that each of them is followed.
    const wanted = room.value === "captions" && scan.value !== null && connectionState.value === "open";
    pictures.value;
    if (asksSelection(filter.value)) marked.value;
    clearTimeout(timer);
    // Only what is typed may go on.
    const pause = filter.value === typed ? 0 : PAUSE_MS;
    typed = filter.value;
    if (wanted) timer = setTimeout(() => void untracked(ask), pause);
  });
  effect(() => {
    // Another folder's pictures must not be judged by this folder's names.
    if (scan.value !== null) return;
    shownNames.value = null;
    captionStatistics.value = null;
    filterError.value = null;
  });
}
