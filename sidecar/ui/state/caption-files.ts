import { signal } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, RequestError } from "../rpc.js";
import { recursive } from "./address.js";
import { watchFiles } from "./caption-edit.js";
import { target } from "./captions.js";
import { readFolder, scan } from "./dataset.js";
import { unmark } from "./marked.js";
import { saving } from "./saving.js";

export type Existing = NonNullable<Methods["captions/import"]["params"]["existing"]>;
type Done =
  | { kind: "imported"; result: Methods["captions/import"]["result"] }
  | { kind: "exported"; result: Methods["captions/export"]["result"] }
  | { kind: "moved"; result: Methods["captions/move"]["result"] }
  | { kind: "restored"; result: Methods["captions/restore"]["result"] };

/** What the last import, export, move or restore did. */
export const filesDone = signal<Done | null>(null);
export const filesError = signal<RequestError | null>(null);
export const trash = signal<Methods["captions/trash"]["result"]["files"]>([]);

const chosen = () => ({
  recursive: recursive.value,
  filter: target.value.filter,
  ...(target.value.names ? { names: target.value.names } : {}),
});

async function attempt(work: (folder: string) => Promise<Done>): Promise<void> {
  const folder = scan.value?.folder;
  if (folder === undefined) return;
  filesError.value = null;
  try {
    filesDone.value = await work(folder);
    await readFolder();
    await watchFiles();
    trash.value = (await call("captions/trash", { folder })).files;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    filesError.value = error;
    filesDone.value = null;
  }
}

export const importFile = (file: string, existing: Existing): Promise<void> =>
  attempt(async (folder) => ({
    kind: "imported",
    result: await call("captions/import", { folder, recursive: recursive.value, file, existing, ...saving() }),
  }));

export const exportFile = (file: string): Promise<void> =>
  attempt(async (folder) => ({
    kind: "exported",
    result: await call("captions/export", { folder, ...chosen(), file }),
  }));

/** Moves or copies the marked or displayed pictures; null is the trash. */
export const moveTo = (to: string | null, copy = false): Promise<void> =>
  attempt(async (folder) => {
    const result = await call("captions/move", { folder, ...chosen(), to, copy });
    unmark();
    return { kind: "moved", result };
  });

export const restoreAll = (): Promise<void> =>
  attempt(async (folder) => ({ kind: "restored", result: await call("captions/restore", { folder }) }));

export async function readTrash(): Promise<void> {
  const folder = scan.value?.folder;
  if (folder === undefined) return;
  try {
    trash.value = (await call("captions/trash", { folder })).files;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
  }
}
