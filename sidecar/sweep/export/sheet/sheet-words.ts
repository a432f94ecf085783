import { type SweepExportWords, sweepExportEn } from "../../../words/sweep-export-en.js";
import { sweepExportJa } from "../../../words/sweep-export-ja.js";
import type { SweepAxis } from "../../plan/resolved-sweep.js";
import type { ExportedCell, ExportedSweep } from "../read/exported-sweep.js";
import type { ShownAxes, ShownAxis } from "./shown-axes.js";

export const wordsFor = (language: "en" | "ja" | undefined): SweepExportWords =>
  language === "ja" ? sweepExportJa : sweepExportEn;

export function axisTitle({ id, title }: SweepAxis, words: SweepExportWords): string {
  const named = Object.entries(words.axes).find(([known]) => known === id);
  return named ? named[1] : title;
}

/** How a value is written on a sheet; the control by its words. */
export function valueLabel(axis: SweepAxis, value: number, words: SweepExportWords): string {
  if (axis.id === "strength" && value === 0) return words.noLora;
  return axis.values[value]?.label ?? "";
}

/** "Seed: 1001" where the value alone says little; LoRA files and strengths speak for themselves. */
function headingOf(axis: SweepAxis, value: number, words: SweepExportWords): string {
  const label = valueLabel(axis, value, words);
  return axis.id === "lora" ? label : `${axisTitle(axis, words)}: ${label}`;
}

/** Labels of one direction; empty strings where it has no axis. */
export function labelsOf(
  axes: readonly SweepAxis[],
  { axis, values }: ShownAxis,
  words: SweepExportWords,
  form: "value" | "heading",
): string[] {
  const shown = axis === null ? undefined : axes[axis];
  if (!shown) return values.map(() => "");
  return values.map((value) => (form === "value" ? valueLabel : headingOf)(shown, value, words));
}

/** Name of the sweep and the values of all axes that the grid does not show. */
export function titleOf({ name, resolved }: ExportedSweep, shown: ShownAxes, words: SweepExportWords): string {
  const inside = [shown.columns, shown.rows, shown.superColumns, shown.superRows].map(({ axis }) => axis);
  const rest = resolved.axes.flatMap((axis, place) => {
    const value = shown.at[place] ?? 0;
    if (inside.includes(place) || valueLabel(axis, value, words) === "") return [];
    return axis.id === "negative" && axis.values.length === 1 ? [] : [headingOf(axis, value, words)];
  });
  return [name, ...rest].join("  ·  ");
}

/** What the pictures were drawn with, as far as one value holds for all. */
export function footerOf({ id, resolved }: ExportedSweep, words: SweepExportWords): string {
  const { settings, facts, axes } = resolved;
  const varies = (...ids: string[]): boolean => axes.some((axis) => ids.includes(axis.id) && axis.values.length > 1);
  const parts = [
    `LoRA Atelier  ·  ${words.sweep} ${id}`,
    varies("checkpoint") ? "" : `${words.base}: ${facts.checkpoint}`,
    varies("sampler") ? "" : (settings.sampler ?? ""),
    varies("steps") ? "" : `${settings.steps} ${words.steps}`,
    varies("cfg") ? "" : `CFG ${settings.cfg}`,
    varies("size", "width", "height") ? "" : `${settings.width}×${settings.height}`,
  ];
  return parts.filter((part) => part !== "").join("  ·  ");
}

/** What is written on a cell that is not as it should be; null for a proven one. */
export function cellRemark({ state, problem }: ExportedCell, words: SweepExportWords): string | null {
  if (state === "drawn") return null;
  const told = Object.entries(words.problems).find(([code]) => code === problem)?.[1];
  return told ?? words.states[state];
}
