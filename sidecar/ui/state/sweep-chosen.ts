import { computed, signal } from "@preact/signals";
import { report, type SweepReport, sweep } from "./sweep.js";

export type Checkpoint = SweepReport["checkpoints"][number];

/** The checkpoint whose traits are shown, as the user chose it; null for the recommended one. */
const chosen = signal<{ sweep: number; lora: number } | null>(null);

const rank: Record<Checkpoint["verdict"], number> = {
  good: 0,
  undertrained: 1,
  overtrained: 2,
  noEffect: 3,
  broken: 4,
  unknown: 5,
};

/** The chosen checkpoint, else the recommended one, else the one with the best verdict. */
export const shownCheckpoint = computed<Checkpoint | null>(() => {
  const found = report.value;
  if (found === null) return null;
  const by = (lora: number | undefined): Checkpoint | undefined => found.checkpoints.find((one) => one.lora === lora);
  const best = [...found.checkpoints].sort((left, right) => rank[left.verdict] - rank[right.verdict])[0];
  const own = chosen.value?.sweep === sweep.value?.id ? chosen.value?.lora : undefined;
  return by(own) ?? by(found.recommendation?.lora) ?? best ?? null;
});

export function chooseCheckpoint(lora: number): void {
  if (sweep.value) chosen.value = { sweep: sweep.value.id, lora };
}

/** As its row is named. */
export const labelOf = (lora: number): string =>
  report.value?.checkpoints.find((one) => one.lora === lora)?.label ?? `${lora + 1}`;
