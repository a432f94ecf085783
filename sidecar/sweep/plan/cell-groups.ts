import type { DrawRequest } from "../draw/draw-request.js";
import { changeWeight, LORA_WEIGHT } from "./change-weight.js";
import type { CellGroup, ResolvedSweep } from "./resolved-sweep.js";

const CONTROL_GROUP = "control";

/** Key of what the LoRA does to the model: its content and strengths. */
const loraKey = ({ lora }: Pick<DrawRequest, "lora">): string =>
  lora === null ? CONTROL_GROUP : `${lora.content}:${lora.strength}:${lora.textEncoder ?? lora.strength}`;

/**
 * All cells in the order of drawing, one of each different picture: what is dear to change is changed most rarely (base
 * checkpoint, LoRA, strength, the rest, seeds), and under each checkpoint the controls come first, so that every cell can be
 * compared as soon as it is drawn. Fewest merges: each checkpoint, LoRA and strength comes once.
 * @param wanted which cells are asked for; all if left out
 */
export function cellGroups(sweep: ResolvedSweep, wanted: (index: number) => boolean = () => true): CellGroup[] {
  const order = sweep.axes
    .map(({ id, values }, axis) => ({ id, axis, size: values.length, weight: changeWeight(id) }))
    .sort((a, b) => b.weight - a.weight || a.axis - b.axis);
  const heavy = order.filter(({ weight }) => weight > LORA_WEIGHT);
  const light = order.filter(({ weight }) => weight <= LORA_WEIGHT);
  const strength = sweep.axes.findIndex(({ id }) => id === "strength");
  const ranks = new Map<number, number>();
  const indexes: number[] = [];
  const known = new Set<string>();
  for (let index = 0; index < sweep.cellCount; index += 1) {
    const key = wanted(index) ? sweep.keyOf(index) : null;
    if (key === null || known.has(key)) continue;
    known.add(key);
    const coordinates = sweep.coordinatesOf(index);
    const digits = (axes: typeof order, from: number): number =>
      axes.reduce((rank, { axis, size }) => rank * size + (coordinates[axis] ?? 0), from);
    const isLora = coordinates[strength] === 0 ? 0 : 1;
    ranks.set(index, digits(light, digits(heavy, 0) * 2 + isLora));
    indexes.push(index);
  }
  const rank = (index: number): number => ranks.get(index) ?? 0;
  indexes.sort((a, b) => rank(a) - rank(b));
  const groups: { key: string; lora: string; checkpoint: string; cells: number[] }[] = [];
  for (const index of indexes) {
    const request = sweep.requestOf(index);
    if (request === null) continue;
    const coordinates = sweep.coordinatesOf(index);
    const lora = loraKey(request);
    const key = [...heavy.map(({ axis }) => coordinates[axis]), lora].join();
    const last = groups.at(-1);
    if (last?.key === key) last.cells.push(index);
    else groups.push({ key, lora, checkpoint: request.checkpoint, cells: [index] });
  }
  return groups.map(({ lora, checkpoint, cells }) => ({ lora, checkpoint, cells }));
}

/** Times that the WebUI puts a LoRA into the model when groups are drawn in this order by one WebUI. */
export const countMerges = (groups: readonly CellGroup[]): number =>
  groups.filter(({ lora }) => lora !== CONTROL_GROUP).length;
