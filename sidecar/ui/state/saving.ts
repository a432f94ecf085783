import { signal } from "@preact/signals";
import { call, RequestError } from "../rpc.js";
import { scan } from "./dataset.js";
import { keep, kept } from "./kept.js";

/** True: every edit is written at once. False: captions wait in the studio until they are saved. */
export const savesAtOnce = signal(kept("saving") !== "asked");

export function chooseSaving(atOnce: boolean): void {
  savesAtOnce.value = atOnce;
  keep("saving", atOnce ? "at once" : "asked");
}

/** What every edit says about its files. */
export const saving = (): { save?: boolean } => (savesAtOnce.value ? {} : { save: false });

/** Why captions could not be saved. */
export const saveError = signal<RequestError | null>(null);

/** Writes all that waits. */
export async function saveCaptions(): Promise<void> {
  const folder = scan.value?.folder;
  if (folder === undefined) return;
  try {
    await call("captions/save", { folder });
    saveError.value = null;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    saveError.value = error;
  }
}
