import type { Database } from "../../store/database.js";
import { spelling } from "../../tagging/choose/spelling.js";
import { marksOf } from "../cells/picture-table.js";
import type { ResolvedSweep } from "../plan/resolved-sweep.js";

/** A drawn and proven cell, as far as the scores ask. */
export interface DrawnCell {
  index: number;
  lora: number;
  strengthIndex: number;
  comparison: number;
  scene: number;
  prompt: string;
  hasTrigger: boolean;
  /** SHA-256 of its picture. */
  content: string;
}

const axisOf = ({ axes }: Pick<ResolvedSweep, "axes">, id: string): number => axes.findIndex((axis) => axis.id === id);

/** Strengths by index on their axis; 0 for the control. */
export const strengthsOf = (resolved: Pick<ResolvedSweep, "axes">): number[] =>
  (resolved.axes[axisOf(resolved, "strength")]?.values ?? []).map(({ text }, index) =>
    index === 0 ? 0 : Number(text),
  );

/** Drawn cells of a sweep; a control stands once, however many LoRAs it is the control of. */
export function drawnCells(database: Database, resolved: ResolvedSweep): DrawnCell[] {
  const [lora, strength, seed] = ["lora", "strength", "seed"].map((id) => axisOf(resolved, id));
  const keys = Array.from({ length: resolved.cellCount }, (_, index) => resolved.keyOf(index));
  const told = [...new Set(keys.filter((key) => key !== null))];
  const contents = new Map(
    marksOf(database, told).flatMap(({ key, state, content }) =>
      state === "drawn" && content ? [[key, content] as const] : [],
    ),
  );
  const trigger = resolved.settings.trigger === null ? null : spelling(resolved.settings.trigger);
  const without = (coordinates: readonly number[], ...axes: (number | undefined)[]): number =>
    resolved.indexOf(coordinates.map((value, axis) => (axes.includes(axis) ? 0 : value)));
  return keys.flatMap((key, index): DrawnCell[] => {
    const content = key === null ? undefined : contents.get(key);
    if (content === undefined) return [];
    const coordinates = resolved.coordinatesOf(index);
    const strengthIndex = coordinates[strength ?? -1] ?? 0;
    // The control of every LoRA and text encoder strength is one picture.
    if (strengthIndex === 0 && coordinates[lora ?? -1] !== 0) return [];
    const request = resolved.requestOf(index);
    if (request === null) return [];
    const prompt = request.promptBefore + request.promptAfter;
    return [
      {
        index,
        lora: coordinates[lora ?? -1] ?? 0,
        strengthIndex,
        comparison: without(coordinates, lora, strength),
        scene: without(coordinates, lora, strength, seed),
        prompt,
        hasTrigger: trigger === null || spelling(prompt).includes(trigger),
        content,
      },
    ];
  });
}
