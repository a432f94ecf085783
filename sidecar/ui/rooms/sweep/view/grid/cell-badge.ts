import { computed } from "@preact/signals";
import { words } from "../../../../state/look.js";
import { report, type SweepCell, scores } from "../../../../state/sweep.js";
import { axes, controlOf } from "../../../../state/sweep-view.js";
import { coordinatesOf } from "../../../../state/sweep-view-cells.js";

export interface CellBadge {
  text: string;
  tone: "plain" | "good" | "bad" | "muted";
  /** The same for who hears it or points at it. */
  title: string;
}

/** Checkpoint and strength of what the report finds broken. */
const broken = computed(() => {
  const found = new Set<string>();
  for (const { lora, strengths } of report.value?.checkpoints ?? []) {
    for (const { strength, verdict } of strengths) if (verdict === "broken") found.add(`${lora} ${strength}`);
  }
  return found;
});
const placeOf = (id: string) => computed(() => axes.value.findIndex((axis) => axis.id === id));
const [loraAt, strengthAt] = [placeOf("lora"), placeOf("strength")];

/** What the report says about all pictures of this checkpoint at this strength. */
function isBroken(index: number): boolean {
  if (broken.value.size === 0) return false;
  const coordinates = coordinatesOf(axes.value, index);
  return broken.value.has(`${coordinates[loraAt.value]} ${coordinates[strengthAt.value]}`);
}

/** The few letters in a cell's corner; null for a picture of which nothing is known yet. */
export function badgeOf(index: number, cell: SweepCell | undefined): CellBadge | null {
  const { sweepView: said } = words.value;
  const state = cell?.state ?? "waiting";
  if (state === "wrong" || state === "failed") {
    const why = said.problems[cell?.problem ?? ""] ?? said.notProven;
    return { text: `✕ ${why}`, tone: "bad", title: `${said.states[state]}: ${why}` };
  }
  if (state !== "drawn") return { text: said.states[state], tone: "muted", title: said.states[state] };
  if (controlOf(index) === index) return { text: said.control, tone: "plain", title: said.controlMeans };
  if (isBroken(index)) return { text: said.melts, tone: "bad", title: said.meltsMeans };
  const recall = scores.value.get(index)?.traitRecall ?? null;
  return recall === null ? null : { text: said.signed(recall), tone: "plain", title: said.traitRecall(recall) };
}
