import { computed, effect, signal } from "@preact/signals";
import type { Methods, TagChoice } from "../../../protocol/generated/methods.js";
import { call, onOpen, RequestError } from "../rpc.js";

export type Preset = Methods["tagging/presets"]["result"]["presets"][number];
export type JoinMode = NonNullable<Methods["tagging/preview"]["params"]["join"]>;

/** A tagger beside the first one. */
export interface FurtherModel {
  model: string;
  weight: number;
}

const STORED = "lora-atelier.choice";

export const defaultThresholds = { general: 0.35, character: 0.85 };

function storedChoice(): TagChoice | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORED) ?? "null");
    if (typeof stored === "object" && stored !== null) return stored;
  } catch {
    // A page may be denied its storage, or find something else there.
  }
  return null;
}

type Usual = Methods["tagging/presets"]["result"]["usual"];

/** What the user's settings have tagging begin with. */
export const usual = signal<Usual>({ model: null, choice: {}, existing: "skip" });

/** The thresholds of the usual tagger itself. */
let ownThresholds = defaultThresholds;

const usualChoice = (): TagChoice => ({
  ...usual.value.choice,
  thresholds: { ...ownThresholds, ...usual.value.choice.thresholds },
});

/** Which tags make the captions; what is left out has its default. Kept in this browser once it differs from the usual. */
export const choice = signal<TagChoice>(storedChoice() ?? usualChoice());
export const furtherModels = signal<FurtherModel[]>([]);
export const join = signal<JoinMode>("union");
export const captionName = signal("[name].txt");

export const presets = signal<Preset[]>([]);
export const presetError = signal<RequestError | null>(null);

/** Changes some fields; an `undefined` one has its default again. */
export function choose(fields: { [K in keyof TagChoice]?: TagChoice[K] | undefined }): void {
  const entries = Object.entries({ ...choice.value, ...fields }).filter(([, value]) => value !== undefined);
  choice.value = Object.fromEntries(entries);
}

export const threshold = computed(() => ({ ...defaultThresholds, ...choice.value.thresholds }));

export function setThreshold(category: "general" | "character" | "copyright" | "artist", value: number | null): void {
  choose({ thresholds: { ...choice.value.thresholds, [category]: value } });
}

/** Tags never written, and back again. */
export function toggleExcluded(tag: string): void {
  const excluded = choice.value.exclude ?? [];
  choose({ exclude: excluded.includes(tag) ? excluded.filter((one) => one !== tag) : [...excluded, tag] });
}

/** A choice that nobody changed follows what is usual. */
function follow(change: () => void): void {
  const untouched = JSON.stringify(choice.value) === JSON.stringify(usualChoice());
  change();
  if (untouched) choice.value = usualChoice();
}

/** Told when the taggers are known. */
export const followThresholds = (own = defaultThresholds): void =>
  follow(() => {
    ownThresholds = own;
  });

export const readPresets = (): Promise<void> =>
  asPresets(
    call("tagging/presets", {}).then((answer) => {
      follow(() => {
        usual.value = answer.usual;
      });
      return answer;
    }),
  );

async function asPresets(request: Promise<{ presets: Preset[] }>): Promise<void> {
  try {
    presets.value = (await request).presets;
    presetError.value = null;
  } catch (error) {
    if (error instanceof RequestError) presetError.value = error;
    else throw error;
  }
}

export const savePreset = (name: string): Promise<void> =>
  asPresets(call("tagging/savePreset", { name, choice: choice.value }));
export const deletePreset = (name: string): Promise<void> => asPresets(call("tagging/deletePreset", { name }));

export function followChoice(): void {
  onOpen(readPresets);
  effect(() => {
    const text = JSON.stringify(choice.value);
    try {
      // The usual choice is not kept: it changes with the settings.
      if (text === JSON.stringify(usualChoice())) localStorage.removeItem(STORED);
      else localStorage.setItem(STORED, text);
    } catch {
      // Only the next visit notices.
    }
  });
}
