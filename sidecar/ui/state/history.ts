import { computed, effect, signal } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, RequestError } from "../rpc.js";
import { readFolder, scan } from "./dataset.js";

export type Step = Methods["captions/history"]["result"]["steps"][number];
type Change = Methods["captions/undo"]["result"];

const steps = signal<Step[]>([]);

/** What the next undo takes back. */
export const nextUndo = computed<Step | null>(() => steps.value.find(({ undone }) => !undone) ?? null);

/** What the next redo does again: the oldest step taken back since the last change. */
export const nextRedo = computed<Step | null>(() => {
  const newestDone = nextUndo.value?.step ?? 0;
  return steps.value.filter(({ step, undone }) => undone && step > newestDone).at(-1) ?? null;
});

/** What the last undo or redo did, or why it could not; gone when another folder opens. */
export const lastChange = signal<{ kind: "undone" | "redone"; change: Change } | RequestError | null>(null);

async function change(kind: "undone" | "redone", folder: string): Promise<void> {
  try {
    const done = await call(kind === "undone" ? "captions/undo" : "captions/redo", { folder });
    lastChange.value = { kind, change: done };
    await readFolder();
  } catch (error) {
    if (error instanceof RequestError) lastChange.value = error;
    else throw error;
  }
}

export const undoNext = (folder: string): Promise<void> => change("undone", folder);
export const redoNext = (folder: string): Promise<void> => change("redone", folder);

export function followHistory(): void {
  let shown: string | null = null;
  effect(() => {
    // The folder is read anew after every change, and so is its history.
    const folder = scan.value?.folder ?? null;
    if (folder !== shown) lastChange.value = null;
    if (folder === null) return;
    shown = folder;
    call("captions/history", { folder }).then(
      (answer) => {
        steps.value = answer.steps;
      },
      () => {},
    );
  });
}
