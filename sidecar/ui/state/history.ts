import { computed, effect, signal } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, RequestError } from "../rpc.js";
import { readFolder, scan } from "./dataset.js";
import { words } from "./look.js";

export type Step = Methods["captions/history"]["result"]["steps"][number];
type Change = Methods["captions/undo"]["result"];

export const steps = signal<Step[]>([]);

/** What the next undo takes back. */
export const nextUndo = computed<Step | null>(() => steps.value.find(({ undone }) => !undone) ?? null);

/** What the next redo does again: the oldest step taken back since the last change. */
export const nextRedo = computed<Step | null>(() => {
  const newestDone = nextUndo.value?.step ?? 0;
  return steps.value.filter(({ step, undone }) => undone && step > newestDone).at(-1) ?? null;
});

/** What the last undo or redo did, or why it could not; gone when another folder opens. */
export const lastChange = signal<{ kind: "undone" | "redone"; change: Change } | RequestError | null>(null);

/** A step's name in the page's language; what follows ": " is the user's own words. */
export function stepTitle({ name }: { name: string }): string {
  const { history, editor } = words.value;
  const known = history.stepNames[name];
  if (known !== undefined) return known;
  const [phrase = name, ...rest] = name.split(": ");
  const worded = editor.stepPhrases[phrase] ?? phrase;
  return rest.length === 0 ? worded : `${worded}: ${rest.join(": ")}`;
}

// So many files are written in a moment.
const FILES_WAITED_FOR = 500;

async function change(kind: "undone" | "redone", folder: string, step?: number): Promise<void> {
  try {
    // Of many files the page shows what is committed at once; they follow, and conflicts are told then.
    const next = kind === "redone" ? nextRedo.value : nextUndo.value;
    const wait = (next?.files ?? 0) <= FILES_WAITED_FOR;
    const until = step === undefined ? {} : { step };
    const done =
      kind === "undone"
        ? await call("captions/undo", { folder, wait, ...until })
        : await call("captions/redo", { folder, wait });
    lastChange.value = { kind, change: done };
    await readFolder();
  } catch (error) {
    if (error instanceof RequestError) lastChange.value = error;
    else throw error;
  }
}

export const undoNext = (folder: string): Promise<void> => change("undone", folder);
/** Takes back a step and all later ones. */
export const undoTo = (folder: string, step: number): Promise<void> => change("undone", folder, step);
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
