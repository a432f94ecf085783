import { computed, effect, signal } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, connectionState, onOpen, RequestError } from "../rpc.js";
import { folder, recursive, room, selectedPath } from "./address.js";

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
  scanning.value = true;
  try {
    const result = await readScan({ folder: path, recursive: recursive.value }, () => mine === asked);
    if (result === null) return;
    scan.value = result;
    scanError.value = null;
  } catch (error) {
    if (mine !== asked || !(error instanceof RequestError)) return;
    scan.value = null;
    scanError.value = error;
  } finally {
    if (mine === asked) scanning.value = false;
  }
}

/**
 * Shows a caption as it is about to be written, so that the next key already means the new one. An answer that is still on
 * its way was read before, and is dropped: whoever writes reads the folder again.
 */
export function showCaption(path: string, caption: string | null): void {
  asked += 1;
  if (scan.value === null) return;
  const images = scan.value.images.map((picture) => (picture.path === path ? { ...picture, caption } : picture));
  scan.value = { ...scan.value, images };
}

/** Looks into every picture, which takes a while in a large folder: once when it is opened, not after every edit. */
async function verify(): Promise<void> {
  const path = folder.value;
  if (path === null) return;
  try {
    recent.value = (await call("dataset/recent", {})).folders;
    const verified = await call("dataset/verify", { folder: path, recursive: recursive.value });
    if (folder.value === path) unreadable.value = verified.unreadable;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
  }
}

export function openFolder(path: string): void {
  if (path !== folder.value) selectedPath.value = null;
  folder.value = path;
  // From the page of all projects one goes to the pictures.
  if (room.value === "projects") room.value = "dataset";
}

// Other programs change captions too; while one types here nothing is read.
const FOCUS_PAUSE_MS = 1500;

/** Reads the folder again when the user comes back from another program. */
function readOnReturn(): void {
  let left = 0;
  addEventListener("blur", () => {
    left = performance.now();
  });
  addEventListener("focus", () => {
    const isWorthIt = scan.value !== null && !scanning.value && performance.now() - left > FOCUS_PAUSE_MS;
    if (isWorthIt) void readFolder();
  });
}

export function followDataset(): void {
  readOnReturn();
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
    if (connectionState.value === "open" && (folder.value !== null || recursive.value)) {
      void readFolder().then(() => (scanError.value === null ? verify() : undefined));
    }
  });
}
