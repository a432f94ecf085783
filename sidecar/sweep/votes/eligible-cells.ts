import type { ExportedSweep } from "../export/read/exported-sweep.js";
import type { ResolvedSweep } from "../plan/resolved-sweep.js";
import type { Eligible } from "./draw-ballot.js";
import type { VotePlace } from "./rank-votes.js";

const axisOf = ({ axes }: ResolvedSweep, id: string): number => axes.findIndex((axis) => axis.id === id);

/** Drawn, proven cells with a LoRA. @param prompt only those of this value of the prompt axis */
export function eligibleCells({ resolved, cell }: ExportedSweep, prompt?: number): Eligible[] {
  const [lora, strength, encoder, prompts] = ["lora", "strength", "textEncoder", "prompt"].map((id) =>
    axisOf(resolved, id),
  );
  return Array.from({ length: resolved.cellCount }, (_, index) => index).flatMap((index) => {
    const coordinates = resolved.coordinatesOf(index);
    const at = (axis: number | undefined): number => coordinates[axis ?? -1] ?? 0;
    if (at(strength) === 0 || (prompt !== undefined && at(prompts) !== prompt)) return [];
    const { state, picture } = cell(index);
    const [key, request] = [resolved.keyOf(index), resolved.requestOf(index)];
    if (state !== "drawn" || picture === null || key === null || request === null) return [];
    const compared = coordinates.map((value, axis) => ([lora, strength, encoder].includes(axis) ? 0 : value));
    return [
      {
        key,
        content: picture.content,
        lora: at(lora),
        strength: at(strength),
        comparison: resolved.indexOf(compared),
        prompt: request.promptBefore + request.promptAfter,
      },
    ];
  });
}

/** Where a picture stands by its key; the first cell where it stands in several. */
export function placesByKey(resolved: ResolvedSweep): (key: string) => VotePlace | null {
  const [lora, strength] = [axisOf(resolved, "lora"), axisOf(resolved, "strength")];
  const places = new Map<string, VotePlace>();
  for (let index = 0; index < resolved.cellCount; index += 1) {
    const key = resolved.keyOf(index);
    if (key === null || places.has(key)) continue;
    const coordinates = resolved.coordinatesOf(index);
    places.set(key, { lora: coordinates[lora] ?? 0, strength: coordinates[strength] ?? 0 });
  }
  return (key) => places.get(key) ?? null;
}
