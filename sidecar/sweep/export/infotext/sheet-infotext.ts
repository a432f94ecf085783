import { parseInfotext } from "../../../captions/exchange/infotext.js";
import type { DrawRequest } from "../../draw/draw-request.js";
import type { SweepAxis } from "../../plan/resolved-sweep.js";
import type { ExportedSweep } from "../read/exported-sweep.js";
import { coordinatesAt, type ShownAxes, type ShownAxis } from "../sheet/shown-axes.js";

/** A1111's rule (`modules/generation_parameters_copypaste.py: quote`): JSON where the value has a comma, colon or line break. */
export const quoted = (value: string): string => (/[,:\n]/.test(value) ? JSON.stringify(value) : value);

const fieldLine = (fields: readonly (readonly [name: string, value: string])[]): string =>
  fields.map(([name, value]) => `${name}: ${quoted(value)}`).join(", ");

const listed = (values: readonly string[]): string =>
  values.map((value) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)).join(", ");

// As the X/Y/Z plot would name them.
const titles: Readonly<Record<string, string>> = { lora: "LoRA", strength: "LoRA strength" };

/** Values as they can be typed again: LoRA files by their names, strengths with the control as 0. */
function textsOf(sweep: ExportedSweep, axis: SweepAxis, values: readonly number[]): string[] {
  const { candidates } = sweep.resolved.facts;
  return values.map((value) => {
    const { label = "", text = "", path = "" } = axis.values[value] ?? {};
    if (axis.id === "lora") return candidates.find((one) => one.path === path)?.name ?? label;
    return axis.id === "strength" && value === 0 ? "0" : text || label;
  });
}

function axisFields(sweep: ExportedSweep, letter: string, { axis, values }: ShownAxis): (readonly [string, string])[] {
  const shown = axis === null ? undefined : sweep.resolved.axes[axis];
  if (!shown) return [];
  return [
    [`${letter} Type`, titles[shown.id] ?? shown.title],
    [`${letter} Values`, listed(textsOf(sweep, shown, values))],
  ];
}

/** What a picture would say that was not drawn yet. */
function requestedText(request: DrawRequest, checkpoint: string): string {
  const { promptBefore, promptAfter, negativePrompt, steps, sampler, scheduler, cfgScale, seed, width, height } =
    request;
  const named = /^(.*?)\s*(?:\[([0-9a-f]+)\])?$/s.exec(checkpoint);
  const fields: (readonly [string, string])[] = [
    ["Steps", String(steps)],
    ...(sampler === null ? [] : [["Sampler", sampler] as const]),
    ...(scheduler === null ? [] : [["Schedule type", scheduler] as const]),
    ["CFG scale", String(cfgScale)],
    ["Seed", String(seed)],
    ["Size", `${width}x${height}`],
    ...(named?.[2] ? [["Model hash", named[2]] as const] : []),
    ["Model", named?.[1] ?? checkpoint],
  ];
  const negative = negativePrompt === "" ? "" : `\nNegative prompt: ${negativePrompt}`;
  return `${promptBefore}${promptAfter}${negative}\n${fieldLine(fields)}`;
}

/**
 * The infotext of a sheet, in the X/Y/Z plot's style: that of its first proven picture and the values of every direction, so
 * that PNG Info tells how to draw it again.
 */
export function sheetInfotext(sweep: ExportedSweep, shown: ShownAxes): string {
  const { superRows, rows, superColumns, columns } = shown;
  const first = sweep.resolved.indexOf(coordinatesAt(shown, { superRow: 0, row: 0, superColumn: 0, column: 0 }));
  const infotext = firstInfotext(sweep, shown);
  const request = sweep.resolved.requestOf(first);
  const told = infotext ?? (request ? requestedText(request, sweep.resolved.facts.checkpoint) : "");
  const known = parseInfotext(told).fields;
  const fields: (readonly [string, string])[] = [
    ["Script", "LoRA sweep"],
    ...axisFields(sweep, "X", columns),
    ...axisFields(sweep, "Y", rows),
    ...axisFields(sweep, "Z", superColumns),
    ...axisFields(sweep, "Super row", superRows),
    ["Sweep", String(sweep.id)],
    // The stand-in says so itself.
    ...(sweep.rehearsal && !known.has("Rehearsal") ? [["Rehearsal", "True"] as const] : []),
  ];
  return `${told.trimEnd()}${known.size > 0 ? ", " : "\n"}${fieldLine(fields)}`;
}

function firstInfotext(sweep: ExportedSweep, shown: ShownAxes): string | null {
  for (const row of shown.rows.values.keys()) {
    for (const column of shown.columns.values.keys()) {
      const index = sweep.resolved.indexOf(coordinatesAt(shown, { superRow: 0, row, superColumn: 0, column }));
      const { state, picture } = sweep.cell(index);
      if (state === "drawn" && picture?.infotext) return picture.infotext;
    }
  }
  return null;
}
