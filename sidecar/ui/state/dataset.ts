import { computed, effect, signal } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, connectionState, onOpen, RequestError } from "../rpc.js";
import { folder, recursive, selectedPath } from "./address.js";

export type Scan = Methods["dataset/scan"]["result"];
export type Picture = Scan["images"][number];

export const scan = signal<Scan | null>(null);
export const scanning = signal(false);
export const scanError = signal<RequestError | null>(null);
export const unreadable = signal<Methods["dataset/verify"]["result"]["unreadable"]>([]);
export const recent = signal<string[]>([]);

export const pictures = computed<Picture[]>(() => scan.value?.images ?? []);
export const selected = computed(() => pictures.value.find(({ path }) => path === selectedPath.value) ?? null);

let asked = 0;

/** A large folder comes in several answers, so that none of them is long; null when a newer question overtook it. */
async function readScan(options: Methods["dataset/scan"]["params"], isWanted: () => boolean): Promise<Scan | null> {
  const parts: Scan[] = [];
  for (let from: number | null = 0; from !== null; ) {
    const part: Scan = await call("dataset/scan", { ...options, from });
    if (!isWanted()) return null;
    parts.push(part);
    from = part.next ?? null;
  }
  const [first] = parts;
  if (!first) return null;
  return {
    ...first,
    images: parts.flatMap(({ images }) => images),
    captions: parts.reduce((sum, { captions }) => sum + captions, 0),
    unreadableCaptions: parts.flatMap(({ unreadableCaptions }) => unreadableCaptions),
  };
}

/** Reads the folder anew; an answer that a newer question overtook is dropped. */
export async function readFolder(): Promise<void> {
  const path = folder.value;
  asked += 1;
  const mine = asked;
  if (path === null || connectionState.value !== "open") return;
  const options = { folder: path, recursive: recursive.value };
  scanning.value = true;
  try {
    const result = await readScan(options, () => mine === asked);
    if (result === null) return;
    scan.value = result;
    scanError.value = null;
    recent.value = (await call("dataset/recent", {})).folders;
    scanning.value = false;
    const verified = await call("dataset/verify", options);
    if (mine === asked) unreadable.value = verified.unreadable;
  } catch (error) {
    if (mine !== asked || !(error instanceof RequestError)) return;
    scan.value = null;
    scanError.value = error;
  } finally {
    if (mine === asked) scanning.value = false;
  }
}

export function openFolder(path: string): void {
  if (path !== folder.value) selectedPath.value = null;
  folder.value = path;
}

export function followDataset(): void {
  onOpen(async () => {
    recent.value = (await call("dataset/recent", {})).folders;
  });
  effect(() => {
    // Another folder's pictures must not stand under this folder's name.
    folder.value;
    scan.value = null;
    unreadable.value = [];
    scanError.value = null;
  });
  effect(() => {
    // Read here, so that each of them is followed.
    if (connectionState.value === "open" && (folder.value !== null || recursive.value)) void readFolder();
  });
}
