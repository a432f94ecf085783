import { effect, signal, untracked } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, RequestError } from "../rpc.js";
import { recursive, room, selectedPath } from "./address.js";
import { watchFiles } from "./caption-edit.js";
import { captionStatistics } from "./captions.js";
import { threshold } from "./choice.js";
import { readFolder, scan } from "./dataset.js";
import { saving } from "./saving.js";

export type Doubt = Methods["captions/doubts"]["result"]["doubts"][number];
export type Answer = Methods["captions/answer"]["params"]["answer"];

export const doubts = signal<{ total: number; doubts: Doubt[] }>({ total: 0, doubts: [] });
/** True while questions are answered by keys, one after the other. */
export const reviewing = signal(false);

const ASKED_AT_ONCE = 60;

async function ask(): Promise<void> {
  const folder = scan.value?.folder;
  if (folder === undefined) return;
  try {
    const answer = await call("captions/doubts", {
      folder,
      recursive: recursive.value,
      ...(threshold.value.general === null ? {} : { threshold: threshold.value.general }),
      limit: ASKED_AT_ONCE,
    });
    if (scan.value?.folder === folder) doubts.value = answer;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
  }
}

const showFirst = (): void => {
  const [first] = doubts.value.doubts;
  if (reviewing.value && first) selectedPath.value = first.path;
};

/** Answers for one picture or for several; the next question comes up by itself. */
export async function answer(tag: string, names: string[], value: Answer): Promise<void> {
  const folder = scan.value?.folder;
  if (folder === undefined) return;
  const answered = new Set(names);
  const rest = doubts.value.doubts.filter((doubt) => doubt.tag !== tag || !answered.has(doubt.name));
  doubts.value = { total: doubts.value.total - (doubts.value.doubts.length - rest.length), doubts: rest };
  showFirst();
  try {
    const done = await call("captions/answer", {
      folder,
      recursive: recursive.value,
      tag,
      names,
      answer: value,
      ...saving(),
    });
    if (done.captions > 0) {
      await readFolder();
      void watchFiles();
    } else if (rest.length === 0) await ask();
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    await ask();
  }
}

export function review(): void {
  reviewing.value = true;
  showFirst();
}

// Thousands of pictures with scores take a second to judge: not while one is still editing.
const PAUSE_MS = 700;

export function followDoubts(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    const wanted = room.value === "captions" && captionStatistics.value !== null;
    clearTimeout(timer);
    if (wanted) timer = setTimeout(() => void untracked(ask), PAUSE_MS);
  });
  effect(() => {
    if (scan.value !== null) return;
    doubts.value = { total: 0, doubts: [] };
    reviewing.value = false;
  });
}
