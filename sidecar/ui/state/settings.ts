import { computed, signal } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, onOpen, RequestError } from "../rpc.js";
import { readPresets } from "./choice.js";

export type Listed = Methods["settings/list"]["result"];
export type Setting = Listed["settings"][number];
export type SettingValue = Setting["value"];

/** Null until they were asked for. */
export const settings = signal<Listed | null>(null);
/** What could not be read or kept, and of which setting; the name is null where it is not about one. */
export const settingsError = signal<{ name: string | null; error: RequestError } | null>(null);
/** Name of the setting that was kept last. */
export const keptLast = signal<string | null>(null);

async function attempt(name: string | null, work: () => Promise<void>): Promise<void> {
  try {
    await work();
    settingsError.value = null;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    settingsError.value = { name, error };
  }
}

export const readSettings = (): Promise<void> =>
  attempt(null, async () => {
    settings.value = await call("settings/list", {});
  });

/** Of two changes at once, the second waits: it must know the revision that the first made. */
let before: Promise<void> = Promise.resolve();

/** Sets one; null gives it its default again. What somebody else changed meanwhile is shown, and nothing is set. */
export function changeSetting(name: string, value: SettingValue): Promise<void> {
  before = before.then(async () => {
    keptLast.value = null;
    const known = settings.value?.revision;
    await attempt(name, async () => {
      settings.value = await call("settings/set", {
        values: { [name]: value },
        ...(known === undefined ? {} : { ifRevision: known }),
      });
      keptLast.value = name;
    });
    const failed = settingsError.value;
    if (failed?.error.code === "changedElsewhere") {
      await readSettings();
      settingsError.value = failed;
    }
    if (name.startsWith("tagger.")) await readPresets();
  });
  return before;
}

/** Where new folders are made; null: beside their originals. */
export const workFolder = computed(() => {
  const value = settings.value?.settings.find(({ name }) => name === "folders.work")?.value;
  return typeof value === "string" ? value : null;
});

export const followSettings = (): void => onOpen(readSettings);
