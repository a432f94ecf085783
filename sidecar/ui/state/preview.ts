import { computed, effect, signal, untracked } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, connectionState, RequestError } from "../rpc.js";
import { recursive, room, selectedPath } from "./address.js";
import { captionName, choice, furtherModels, join } from "./choice.js";
import { pictures, readFolder, scan } from "./dataset.js";
import { runningJob } from "./jobs.js";
import { existing, firstModel, output, usualExisting } from "./tagging.js";

export type Preview = Methods["tagging/preview"]["result"];
type Source = Methods["tagging/preview"]["params"];

export const preview = signal<Preview | null>(null);
export const previewError = signal<RequestError | null>(null);
/** What the last apply did; gone with the next change of the choice. */
export const applied = signal<Methods["tagging/apply"]["result"] | null>(null);
/** Pictures on the screen, whose new captions are wanted. */
export const visiblePaths = signal<string[]>([]);

// Long enough to join the moves of a slider, too short to be noticed.
const PAUSE_MS = 40;

/** Everything that decides the captions but the folder. */
export const source = computed<Omit<Source, "folder">>(() => {
  const first = firstModel.value;
  const file = output.value.trim();
  return {
    recursive: recursive.value,
    choice: choice.value,
    join: join.value,
    captionName: captionName.value,
    // Choosing again changes captions that exist: that is what it is for. The button says how many.
    existing: existing.value ?? usualExisting(true),
    output: file === "" ? null : file,
    ...(first ? { models: [{ model: first }, ...furtherModels.value] } : {}),
  };
});

/** The new captions of pictures on the screen, by path. */
export const newCaptions = computed(
  () => new Map((preview.value?.captions ?? []).map((caption) => [caption.path, caption])),
);

export const unscored = computed(() => (preview.value ? preview.value.pictures - preview.value.scored : 0));

let asking = false;
let again = false;

/** One question at a time; what changed meanwhile is asked when the answer is there. */
async function ask(): Promise<void> {
  const folder = scan.value?.folder;
  if (folder === undefined || connectionState.value !== "open") return;
  if (asking) {
    again = true;
    return;
  }
  asking = true;
  const paths = [...new Set([...visiblePaths.value, ...(selectedPath.value ? [selectedPath.value] : [])])];
  try {
    const answer = await call("tagging/preview", { folder, ...source.value, paths });
    if (scan.value?.folder === folder) {
      preview.value = answer;
      previewError.value = null;
    }
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    preview.value = null;
    // Without pictures or while the tagger is not there yet, the room says so itself.
    const expected = error.code === "notFound" || error.code === "modelMissing" || error.code === "disconnected";
    previewError.value = expected ? null : error;
  } finally {
    asking = false;
    if (again) {
      again = false;
      void ask();
    }
  }
}

/** Commits the captions as chosen, as one step that can be undone. */
export async function applyChoice(): Promise<void> {
  const folder = scan.value?.folder;
  if (folder === undefined) return;
  try {
    applied.value = await call("tagging/apply", { folder, ...source.value });
    await readFolder();
  } catch (error) {
    if (error instanceof RequestError) previewError.value = error;
    else throw error;
  }
}

export function followPreview(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    // Read here, so that each of them is followed.
    const wanted = room.value === "tagging" && scan.value !== null && runningJob.value === null;
    source.value;
    visiblePaths.value;
    selectedPath.value;
    pictures.value;
    clearTimeout(timer);
    if (wanted) timer = setTimeout(() => void untracked(ask), PAUSE_MS);
  });
  effect(() => {
    source.value;
    applied.value = null;
  });
  effect(() => {
    // Another folder's captions must not stand under this folder's pictures.
    if (scan.value === null) preview.value = null;
  });
}
