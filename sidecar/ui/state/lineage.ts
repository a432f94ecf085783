import { batch, effect, signal, untracked } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, connectionState, RequestError } from "../rpc.js";
import { loraFile, versus } from "./address.js";
import { words } from "./look.js";
import { panel } from "./panels.js";
import { reasonWords } from "./sweep-words.js";

export type Lineage = Methods["lineage/of"]["result"];
export type LineageRun = Lineage["runs"][number];
type Reason = Methods["lineage/next"]["result"]["changes"][number]["reason"];
type Values = Readonly<Record<string, string | number>>;

/** Of the file that the address names; null until it is known. */
export const lineage = signal<Lineage | null>(null);
export const lineageError = signal<RequestError | null>(null);

let asked = 0;

async function readLineage(path: string): Promise<void> {
  asked += 1;
  const mine = asked;
  try {
    const found = await call("lineage/of", { path });
    if (mine === asked) lineage.value = found;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    if (mine === asked && error.code !== "disconnected") lineageError.value = error;
  }
}

/** Shows where a LoRA file came from. */
export function openLineage(path: string): void {
  batch(() => {
    versus.value = null;
    loraFile.value = path;
    panel.value = "lineage";
  });
}

/** Shows two files or runs (`run:3`) beside each other. */
export function openVersions(first: string, second: string): void {
  batch(() => {
    loraFile.value = first;
    versus.value = second;
    panel.value = "versions";
  });
}

/** A reason of the lineage or of a sweep, in the page's language. */
export function lineageReasonWords(reason: Reason): string {
  const known: Readonly<Record<string, (values: Values) => string>> = words.value.lineage.reasonWords;
  return known[reason.code]?.(reason.values) ?? reasonWords(reason);
}

/** What the address names is shown; what was closed is taken out of it. */
export function followLineage(): void {
  effect(() => {
    const path = loraFile.value;
    const other = versus.value;
    const isOpen = connectionState.value === "open";
    untracked(() => {
      if (path === null) return;
      panel.value = other === null ? "lineage" : "versions";
      if (other !== null || !isOpen || (lineage.value?.file.path === path && lineageError.value === null)) return;
      lineage.value = null;
      lineageError.value = null;
      if (path !== "") void readLineage(path);
    });
  });
  effect(() => {
    const shown = panel.value;
    if (shown === "lineage" || shown === "versions") return;
    batch(() => {
      loraFile.value = null;
      versus.value = null;
      lineage.value = null;
      lineageError.value = null;
    });
  });
}
