import { signal } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, RequestError } from "../rpc.js";
import { recursive } from "./address.js";
import { readFolder, scan } from "./dataset.js";

export type Renaming = Methods["dataset/rename"]["result"];

export const renameStart = signal(1);
export const renameDigits = signal(4);
/** The names that would be given; null until they are known. */
export const renaming = signal<Renaming | null>(null);
/** What the last rename did. */
export const renamed = signal<Renaming | null>(null);
export const renameError = signal<RequestError | null>(null);

const SHOWN = 60;
let asked = 0;

async function ask(expect: string | null): Promise<Renaming | null> {
  const folder = scan.value?.folder;
  if (folder === undefined) return null;
  asked += 1;
  const mine = asked;
  try {
    const answer = await call("dataset/rename", {
      folder,
      recursive: recursive.value,
      start: renameStart.value,
      digits: renameDigits.value,
      limit: SHOWN,
      ...(expect === null ? { dryRun: true } : { expect }),
    });
    // Names that were given are told whatever was asked since; a preview that was overtaken is not.
    if (expect === null && mine !== asked) return null;
    renameError.value = null;
    return answer;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    if (expect !== null || mine === asked) renameError.value = error;
    return null;
  }
}

/** Asks which names the pictures would get. */
export async function previewRename(): Promise<void> {
  const answer = await ask(null);
  if (answer) renaming.value = answer;
}

/** Gives the names that are shown, and no others. */
export async function renameAsShown(): Promise<void> {
  const shown = renaming.value;
  if (shown === null) return;
  const done = await ask(shown.digest);
  if (done) {
    renamed.value = done;
    await readFolder();
  }
  const refused = renameError.value;
  await previewRename();
  // The names are shown anew, and with them why the ones before were not given.
  if (!done) renameError.value ??= refused;
}
