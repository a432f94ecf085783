import { computed, effect, signal } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { stepTitleIn } from "../../words/step-title.js";
import { call, RequestError } from "../rpc.js";
import { readFolder, scan } from "./dataset.js";
import { words } from "./look.js";
import { saving } from "./saving.js";

export type Step = Methods["captions/history"]["result"]["steps"][number];
type Change = Methods["captions/undo"]["result"];
type Kind = "undone" | "redone" | "returned";

const known = signal<Methods["captions/history"]["result"]>({ steps: [], undo: null, redo: null });

export const steps = computed<Step[]>(() => known.value.steps);

const stepBy = (number: number | null): Step | null => steps.value.find(({ step }) => step === number) ?? null;

/** What the next undo takes back, and the next redo does again. */
export const nextUndo = computed<Step | null>(() => stepBy(known.value.undo));
export const nextRedo = computed<Step | null>(() => stepBy(known.value.redo));

/** What the last undo or redo did, or why it could not; gone when another folder opens. */
export const lastChange = signal<{ kind: Kind; change: Change } | RequestError | null>(null);

/** A step's name in the page's language. */
export const stepTitle = ({ name }: { name: string }): string => stepTitleIn(words.value, name);

// So many files are written in a moment.
const FILES_WAITED_FOR = 500;

async function change(kind: Kind, folder: string, step?: number): Promise<void> {
  try {
    // Of many files the page shows what is committed at once; they follow, and conflicts are told then.
    const next = kind === "redone" ? nextRedo.value : kind === "undone" ? nextUndo.value : null;
    const way = { folder, wait: next !== null && next.files <= FILES_WAITED_FOR, ...saving() };
    const asked = {
      undone: () => call("captions/undo", { ...way, ...(step === undefined ? {} : { step }) }),
      redone: () => call("captions/redo", way),
      returned: () => call("captions/return", { ...way, step: step ?? 0 }),
    };
    lastChange.value = { kind, change: await asked[kind]() };
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
/** Goes to a restore point, or to the state after a step, whatever was done since. */
export const goBackTo = (folder: string, step: number): Promise<void> => change("returned", folder, step);

async function readHistory(folder: string): Promise<void> {
  try {
    known.value = await call("captions/history", { folder });
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
  }
}

/** Names the state as it is now. */
export async function nameState(folder: string, name: string): Promise<void> {
  try {
    await call("captions/point", { folder, name });
    await readHistory(folder);
  } catch (error) {
    if (error instanceof RequestError) lastChange.value = error;
    else throw error;
  }
}

export function followHistory(): void {
  let shown: string | null = null;
  effect(() => {
    // The folder is read anew after every change, and so is its history.
    const folder = scan.value?.folder ?? null;
    if (folder !== shown) lastChange.value = null;
    if (folder === null) return;
    shown = folder;
    void readHistory(folder);
  });
}
