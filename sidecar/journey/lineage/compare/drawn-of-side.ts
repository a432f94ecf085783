import type { Database } from "../../../store/database.js";
import type { SweepRecord } from "../../../sweep/cells/sweep-table.js";
import type { DrawRequest } from "../../../sweep/draw/draw-request.js";
import { resolveSweep } from "../../../sweep/plan/resolve-sweep.js";
import { drawnCells } from "../../../sweep/scores/sweep-pictures.js";

/** A drawn and proven picture of one LoRA file. */
export interface SideCell {
  sweep: number;
  index: number;
  /** Of the control; null where it is not drawn. */
  controlIndex: number | null;
  /** Same for pictures that differ in their LoRA only. */
  key: string;
  /** Same for pictures that differ in LoRA and strength only. */
  comparison: string;
  /** Same for pictures that differ in LoRA, strength and seed only. */
  scene: string;
  strength: number;
  prompt: string;
  negativePrompt: string;
  seed: number;
  width: number;
  height: number;
  /** SHA-256 of the picture. */
  picture: string;
  control: string | null;
}

/** The keys by which pictures of two files are compared: all that decides a picture, less the file. */
function comparisonKeys(request: DrawRequest): Pick<SideCell, "key" | "comparison" | "scene"> {
  const { lora, ...rest } = request;
  const comparison = JSON.stringify({ ...rest, textEncoder: lora?.textEncoder ?? null });
  const { seed: _seed, variationSeed: _variation, ...scene } = rest;
  return {
    key: `${lora?.strength ?? 0} ${comparison}`,
    comparison,
    scene: JSON.stringify({ ...scene, textEncoder: lora?.textEncoder ?? null }),
  };
}

/** Pictures of a file that a sweep has drawn. */
export function drawnOfSide(database: Database, { id, settings, facts }: SweepRecord, content: string): SideCell[] {
  const resolved = resolveSweep(settings, facts);
  const rows = resolved.axes.find((axis) => axis.id === "lora")?.values ?? [];
  const own = new Set(
    rows.flatMap(({ path }, row) => (path !== undefined && facts.contents[path] === content ? [row] : [])),
  );
  const drawn = drawnCells(database, resolved);
  const contents = new Map(drawn.map((cell) => [cell.index, cell.content]));
  // A control stands once, at the first LoRA.
  const controls = new Map(
    drawn.filter(({ strengthIndex }) => strengthIndex === 0).map(({ comparison, index }) => [comparison, index]),
  );
  return drawn.flatMap((cell): SideCell[] => {
    const request = resolved.requestOf(cell.index);
    if (!own.has(cell.lora) || cell.strengthIndex === 0 || !request?.lora) return [];
    const controlIndex = controls.get(cell.comparison) ?? null;
    return [
      {
        sweep: id,
        index: cell.index,
        controlIndex,
        ...comparisonKeys(request),
        strength: Number(request.lora.strength),
        prompt: cell.prompt,
        negativePrompt: request.negativePrompt,
        seed: request.seed,
        width: request.width,
        height: request.height,
        picture: cell.content,
        control: controlIndex === null ? null : (contents.get(controlIndex) ?? null),
      },
    ];
  });
}
