import { signal } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, RequestError } from "../rpc.js";
import { folder } from "./address.js";
import { showPlan } from "./plan.js";
import { examineAgain } from "./plan-examine.js";
import { wishes } from "./plan-wishes.js";

export type Imported = Methods["planning/import"]["result"];
type Params = Methods["planning/import"]["params"];
type Mapping = Methods["planning/mapPath"]["result"]["mappings"][number];

/** What was read, to be looked at before it is opened. */
export const imported = signal<Imported | null>(null);
export const importError = signal<RequestError | null>(null);
/** True: a file was dropped that only the sidecar can read, by its path. */
export const needsPath = signal(false);
/** Folders of another machine, by where they lie here. */
export const mappings = signal<Mapping[]>([]);
export const mappingError = signal<{ from: string; error: RequestError } | null>(null);

let last: Params | null = null;
let asked = 0;

/** Reads a configuration; nothing is opened yet. */
export async function readConfiguration(params: Params): Promise<void> {
  last = params;
  asked += 1;
  const mine = asked;
  needsPath.value = false;
  try {
    const answer = await call("planning/import", params);
    if (mine !== asked) return;
    imported.value = answer;
    importError.value = null;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    if (mine !== asked) return;
    imported.value = null;
    importError.value = error;
  }
}

// A configuration is a few kilobytes; the sidecar takes no more than this.
const LARGEST_TEXT = 16_000_000;

/** Reads a file that was dropped or picked. */
export async function readFile(file: File): Promise<void> {
  if (file.size > LARGEST_TEXT || file.name.endsWith(".safetensors")) {
    forgetImported();
    needsPath.value = true;
    return;
  }
  await readConfiguration({ text: await file.text(), name: file.name.replace(/\.[^.]*$/, "") || file.name });
}

export function forgetImported(): void {
  asked += 1;
  imported.value = null;
  importError.value = null;
  needsPath.value = false;
}

/** Opens what was read as a plan of its own. */
export function openImported(): void {
  if (imported.value === null) return;
  const { plan } = imported.value;
  showPlan({ plan, concept: wishes.value.concept, reasons: [], folder: folder.value });
  forgetImported();
}

/** Says where a folder of another machine lies here; asked once, kept for every plan. */
export async function mapFolder(from: string, to: string | null): Promise<void> {
  try {
    mappings.value = (await call("planning/mapPath", { from, to })).mappings;
    mappingError.value = null;
    if (imported.value && last) await readConfiguration(last);
    examineAgain();
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    mappingError.value = { from, error };
  }
}

export async function readMappings(): Promise<void> {
  try {
    mappings.value = (await call("planning/mapPath", {})).mappings;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
  }
}
