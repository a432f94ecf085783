import { effect, signal } from "@preact/signals";
import { folder, selectedPath } from "./address.js";
import type { Picture } from "./dataset.js";

/** Paths of the pictures that are marked together; the selected one is the last that was chosen. */
export const marked = signal<ReadonlySet<string>>(new Set());

let anchor: string | null = null;

/** A click: alone it selects, with Ctrl it marks or unmarks, with Shift it marks all from the last one on. */
export function choosePicture(path: string, list: readonly Picture[], event: MouseEvent): void {
  const several = event.ctrlKey || event.metaKey;
  if (event.shiftKey) {
    const from = list.findIndex((picture) => picture.path === (anchor ?? selectedPath.value ?? path));
    const to = list.findIndex((picture) => picture.path === path);
    const [first, last] = from < to ? [from, to] : [to, from];
    const range = list.slice(Math.max(first, 0), last + 1).map((picture) => picture.path);
    marked.value = new Set(several ? [...marked.value, ...range] : range);
  } else if (several) toggleMark(path);
  else marked.value = new Set();
  if (!event.shiftKey) anchor = path;
  selectedPath.value = path;
}

export function toggleMark(path: string): void {
  // The picture that was selected before the first mark belongs to it.
  const before =
    marked.value.size === 0 && selectedPath.value && selectedPath.value !== path ? [selectedPath.value] : [];
  const paths = new Set([...before, ...marked.value]);
  if (!paths.delete(path)) paths.add(path);
  marked.value = paths;
}

export const markAll = (list: readonly Picture[]): void => {
  marked.value = new Set(list.map(({ path }) => path));
};

export const markOthers = (list: readonly Picture[]): void => {
  marked.value = new Set(list.map(({ path }) => path).filter((path) => !marked.value.has(path)));
};

export const unmark = (): void => {
  marked.value = new Set();
};

export function followMarks(): void {
  effect(() => {
    folder.value;
    unmark();
  });
}
