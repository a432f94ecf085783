import { effect, signal, untracked } from "@preact/signals";
import { connectionState } from "../rpc.js";
import { sweepForm } from "./address.js";
import type { SweepSettings } from "./sweep.js";
import { change, changing, planSweep, settings } from "./sweep-draft.js";

const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);

const texts = (value: unknown): string[] | null =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === "string") ? value : null;

const numberIn = (value: unknown, least: number, most: number): number | null =>
  typeof value === "number" && value >= least && value <= most ? value : null;

const wholeIn = (value: unknown, least: number, most: number): number | null =>
  Number.isInteger(value) ? numberIn(value, least, most) : null;

/** Without what is null: that stays as it was proposed. */
const given = <T extends object>(part: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object(Object.fromEntries(Object.entries(part).filter(([, value]) => value !== null)));

/** Settings of a picture as the WebUI's button writes them into our address: base64url of JSON. Null when it is none. */
function readPictureSettings(written: string): Partial<SweepSettings> | null {
  try {
    const bytes = Uint8Array.from(atob(written.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));
    const told = Object(JSON.parse(new TextDecoder().decode(bytes)));
    return given({
      loras: texts(told.loras),
      prompts: texts(told.prompts),
      negativePrompts: texts(told.negativePrompts),
      seeds: text(told.seeds),
      sampler: text(told.sampler),
      scheduler: text(told.scheduler),
      checkpoint: text(told.checkpoint),
      steps: wholeIn(told.steps, 1, 1000),
      cfg: numberIn(told.cfg, 0, 100),
      width: wholeIn(told.width, 64, 8192),
      height: wholeIn(told.height, 64, 8192),
      clipSkip: wholeIn(told.clipSkip, 1, 12),
    });
  } catch {
    return null;
  }
}

/** What the form takes as soon as it has files to propose for: a picture without a LoRA names none. */
const waiting = signal<Partial<SweepSettings> | null>(null);

async function open(told: Partial<SweepSettings>): Promise<void> {
  // The files that can be read are those of the proposal.
  const { loras, ...rest } = told;
  waiting.value = null;
  await planSweep(loras ? { files: loras } : {});
  waiting.value = rest;
}

/** "Send to LoRA Atelier" in the WebUI opens our form with the picture's settings. Before the address is followed, which tidies it. */
export function followWebuiPictures(): void {
  const sent = signal<Partial<SweepSettings> | null>(null);
  const read = (): void => {
    const written = new URLSearchParams(location.hash.slice(1)).get("from");
    // After the address has been read: what it says of the room comes first.
    if (written !== null) setTimeout(() => (sent.value = readPictureSettings(written)));
  };
  addEventListener("hashchange", read);
  read();
  effect(() => {
    const told = sent.value;
    if (told === null || connectionState.value !== "open") return;
    sent.value = null;
    void untracked(() => open(told));
  });
  effect(() => {
    const rest = waiting.value;
    // Left unused when another form was opened meanwhile.
    if (rest !== null && (!sweepForm.value || changing.value !== null)) waiting.value = null;
    else if (rest !== null && settings.value !== null) {
      waiting.value = null;
      untracked(() => change(rest));
    }
  });
}
