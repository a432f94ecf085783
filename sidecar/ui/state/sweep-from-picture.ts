import { effect, signal, untracked } from "@preact/signals";
import { sweepForm } from "./address.js";
import type { SweepSettings } from "./sweep.js";
import { change, changing, planSweep, settings } from "./sweep-draft.js";

/** What the form takes as soon as it has files to propose for: a picture without a LoRA names none. */
const waiting = signal<Partial<SweepSettings> | null>(null);

/** Opens the form of a new sweep with the settings of a picture. */
export async function openSweepWith(told: Partial<SweepSettings>): Promise<void> {
  // The files that can be read are those of the proposal.
  const { loras, ...rest } = told;
  waiting.value = null;
  await planSweep(loras ? { files: loras } : {});
  waiting.value = rest;
}

export function followOpenedPicture(): void {
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
