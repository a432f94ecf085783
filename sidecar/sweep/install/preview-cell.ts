import { StudioError } from "../../host/studio-error.js";
import { say } from "../../words/sentence.js";
import type { CellPicture, ExportedSweep } from "../export/read/exported-sweep.js";

/**
 * The picture for the LoRA's card: the cell that was named, or the first drawn and proven one of this LoRA whose strength is
 * nearest. Null where there is none.
 * @throws StudioError "badArguments" for a named cell that has no proven picture
 */
export function previewCell(
  { resolved, cell }: ExportedSweep,
  { lora, strength, named }: { lora: number; strength: number; named: number | undefined },
): CellPicture | null {
  if (named !== undefined) {
    const { state, picture } = cell(named);
    if (named < resolved.cellCount && state === "drawn" && picture) return picture;
    throw new StudioError(
      "badArguments",
      say("Cell {named} has no proven picture.", { named }),
      say("Choose another cell, or leave it out."),
    );
  }
  const [loraAxis, strengthAxis] = ["lora", "strength"].map((id) => resolved.axes.findIndex((axis) => axis.id === id));
  const strengths = resolved.axes[strengthAxis ?? -1]?.values ?? [];
  let best: { picture: CellPicture; distance: number } | null = null;
  for (let index = 0; index < resolved.cellCount; index += 1) {
    const coordinates = resolved.coordinatesOf(index);
    const at = coordinates[strengthAxis ?? -1] ?? 0;
    if (coordinates[loraAxis ?? -1] !== lora || at === 0) continue;
    const distance = Math.abs(Number(strengths[at]?.text ?? 0) - strength);
    if (best !== null && distance >= best.distance) continue;
    const { state, picture } = cell(index);
    if (state === "drawn" && picture) best = { picture, distance };
  }
  return best?.picture ?? null;
}
