import { computed, effect, signal, untracked } from "@preact/signals";
import type { CaptionEdit, Methods } from "../../../protocol/generated/methods.js";
import { call, RequestError } from "../rpc.js";
import { recursive, room } from "./address.js";
import { captionStatistics, target } from "./captions.js";
import { readFolder, scan } from "./dataset.js";
import { saveCaptions, saving } from "./saving.js";

export type EditPreview = Methods["captions/edit"]["result"];

/** The bulk edit as it stands in the form, or null while it says nothing yet. */
export const draft = signal<CaptionEdit[] | null>(null);
export const splitProse = signal(false);
export const editPreview = signal<EditPreview | null>(null);
export const editError = signal<RequestError | null>(null);
/** What the last edit changed; gone with the next draft. */
export const lastEdit = signal<EditPreview | null>(null);
/** Files that have yet to follow, and those that wait for a decision. */
export const following = signal<Methods["captions/following"]["result"]>({
  pending: 0,
  conflicts: 0,
  finished: [],
  unsaved: 0,
});
/** Closed notices of what a crash interrupted, by step. */
export const noticesRead = signal<ReadonlySet<number>>(new Set());

const PAUSE_MS = 120;
const CHANGES_SHOWN = 20;
const FOLLOW_MS = 250;

const request = computed(() => ({
  recursive: recursive.value,
  filter: target.value.filter,
  ...(target.value.names ? { names: target.value.names } : {}),
  prose: splitProse.value,
}));

let asked = 0;
// What the last preview was asked for: the same question gets the same answer.
let askedFor: unknown[] = [];

async function askPreview(): Promise<void> {
  const folder = scan.value?.folder;
  const edits = draft.value;
  const question = [edits, request.value, scan.value];
  if (question.every((part, index) => part === askedFor[index])) return;
  askedFor = question;
  asked += 1;
  const mine = asked;
  if (folder === undefined || edits === null) {
    editPreview.value = null;
    editError.value = null;
    return;
  }
  try {
    const answer = await call("captions/edit", {
      folder,
      edits,
      ...request.value,
      dryRun: true,
      limit: CHANGES_SHOWN,
    });
    if (mine !== asked) return;
    editPreview.value = answer;
    editError.value = null;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    if (mine !== asked) return;
    askedFor = [];
    editPreview.value = null;
    editError.value = error;
  }
}

let nextLook: ReturnType<typeof setTimeout> | undefined;

/** Asks until every file has followed. */
export async function watchFiles(): Promise<void> {
  clearTimeout(nextLook);
  const folder = scan.value?.folder;
  if (folder === undefined) return;
  try {
    following.value = await call("captions/following", { folder });
    clearTimeout(nextLook);
    if (following.value.pending > 0) nextLook = setTimeout(() => void watchFiles(), FOLLOW_MS);
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
  }
}

/** Does edits as one step; with `expect` only if they still are what was shown. Returns whether it was done. */
export async function doEdits(
  edits: CaptionEdit[],
  options: Omit<Methods["captions/edit"]["params"], "folder" | "edits"> = {},
  /** False when a later edit is under way, which will read the folder. */
  isLast: () => boolean = () => true,
): Promise<boolean> {
  const folder = scan.value?.folder;
  if (folder === undefined) return false;
  try {
    lastEdit.value = await call("captions/edit", {
      folder,
      edits,
      recursive: recursive.value,
      limit: 0,
      ...saving(),
      ...options,
    });
    editError.value = null;
    if (isLast()) await readFolder();
    void watchFiles();
    return true;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    editError.value = error;
    // Somebody else changed something: what is shown is read anew.
    if (error.code === "changedElsewhere") await readFolder();
    return false;
  }
}

/** Writes the captions that wait to be saved. */
export async function saveNow(): Promise<void> {
  await saveCaptions();
  await watchFiles();
}

/** Does what the preview shows. */
export async function applyDraft(): Promise<void> {
  const edits = draft.value;
  const expect = editPreview.value?.digest;
  if (edits !== null && expect !== undefined) await doEdits(edits, { ...request.value, expect });
}

export function followCaptionEdits(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    // Read here, so that each of them is followed.
    const wanted = room.value === "captions";
    draft.value;
    request.value;
    // After a change the statistics come first: they are what the room shows.
    captionStatistics.value;
    clearTimeout(timer);
    if (wanted) timer = setTimeout(() => void untracked(askPreview), PAUSE_MS);
  });
  effect(() => {
    draft.value;
    lastEdit.value = null;
  });
  effect(() => {
    const shows = room.value === "captions" || room.value === "tagging";
    if (shows && scan.value !== null) void untracked(watchFiles);
  });
}
