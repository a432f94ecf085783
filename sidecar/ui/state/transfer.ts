import { signal } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, RequestError, upload } from "../rpc.js";
import { recursive } from "./address.js";
import { readFolder, scan } from "./dataset.js";
import { panel } from "./panels.js";

type Import = Methods["dataset/import"]["result"];

/** What would be added; null until files are chosen. */
export const incoming = signal<Import | null>(null);
/** How many files were sent of how many; null while none are. */
export const sending = signal<{ done: number; total: number } | null>(null);
export const transferError = signal<RequestError | null>(null);
type Done =
  | { kind: "added"; files: number }
  | { kind: "frames"; frames: number }
  | { kind: "exported"; pictures: number; captions: number; file: string };
export const transferred = signal<Done | null>(null);
export const working = signal(false);

let uploads: string[] = [];

async function attempt(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = scan.value?.folder;
  if (folder === undefined) return;
  transferError.value = null;
  transferred.value = null;
  working.value = true;
  try {
    await work(folder);
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    transferError.value = error;
  } finally {
    working.value = false;
    sending.value = null;
  }
}

/** Sends files to the studio and shows what they would add. */
export const offerFiles = (files: readonly File[]): Promise<void> =>
  attempt(async (folder) => {
    panel.value = "transfer";
    incoming.value = null;
    uploads = [];
    for (const [done, file] of files.entries()) {
      sending.value = { done, total: files.length };
      uploads.push(await upload(file));
    }
    incoming.value = await call("dataset/import", { folder, uploads, dryRun: true });
  });

/** Adds the files that are shown, and no others. */
export const addOffered = (): Promise<void> =>
  attempt(async (folder) => {
    const shown = incoming.value;
    if (shown === null) return;
    const { files } = await call("dataset/import", { folder, uploads, expect: shown.digest });
    incoming.value = null;
    transferred.value = { kind: "added", files };
    await readFolder();
  });

export const takeFrames = (file: string, every: number, most: number): Promise<void> =>
  attempt(async (folder) => {
    const { frames } = await call("dataset/importVideo", { folder, file, every, most });
    transferred.value = { kind: "frames", frames };
    await readFolder();
  });

export const exportSet = (to: string): Promise<void> =>
  attempt(async (folder) => {
    const done = await call("dataset/export", { folder, recursive: recursive.value, to });
    transferred.value = { kind: "exported", ...done };
  });
