import type { Result } from "../../../../protocol/validate.js";
import type { ExportedCell, ExportedSweep } from "../read/exported-sweep.js";
import { axisTitle, cellRemark, footerOf, valueLabel, wordsFor } from "../sheet/sheet-words.js";
import { type SheetLook, shownAxes } from "../sheet/shown-axes.js";
import type { PortableCell, PortableSweep, PortableVerdict } from "./portable-sweep.js";

/** Addresses of a picture for the page. */
export interface PictureAddresses {
  picture: string;
  small: string;
}

/** What the scores said, as the page words it. */
function portableVerdict(report: Result<"sweep/report"> | null): PortableVerdict | null {
  if (report === null) return null;
  const { recommendation, checkpoints } = report;
  const labelOf = (lora: number): string => checkpoints.find((one) => one.lora === lora)?.label ?? "";
  const edges = (band: readonly number[] | null): { low: number | null; high: number | null } => ({
    low: band?.[0] ?? null,
    high: band?.[1] ?? null,
  });
  return {
    recommendation: recommendation && {
      label: labelOf(recommendation.lora),
      strength: recommendation.strength,
      low: recommendation.band[0] ?? recommendation.strength,
      high: recommendation.band[1] ?? recommendation.strength,
    },
    checkpoints: checkpoints.map(({ label, verdict, band }) => ({ label, verdict, ...edges(band) })),
  };
}

/** All that a portable page shows. @param addressOf pictures by their content; null for one that could not be copied */
export function portableFacts(
  sweep: ExportedSweep,
  look: SheetLook,
  {
    addressOf,
    report,
  }: { addressOf(cell: ExportedCell): PictureAddresses | null; report: Result<"sweep/report"> | null },
): PortableSweep {
  const { resolved } = sweep;
  const words = wordsFor(look.language);
  const { columns, rows, at } = shownAxes(resolved.axes, look);
  const cells = Array.from({ length: resolved.cellCount }, (_, index): PortableCell => {
    const cell = sweep.cell(index);
    const { width = 0, height = 0, infotext = null } = cell.picture ?? {};
    const address = cell.picture ? addressOf(cell) : null;
    const remark = cell.picture && address === null ? words.states.unreadable : cellRemark(cell, words);
    return { remark, picture: address?.picture ?? null, small: address?.small ?? null, width, height, infotext };
  });
  return {
    language: look.language ?? "en",
    id: sweep.id,
    name: sweep.name,
    rehearsal: sweep.rehearsal,
    facts: footerOf(sweep, words),
    axes: resolved.axes.map((axis) => ({
      id: axis.id,
      title: axisTitle(axis, words),
      values: axis.values.map((_, value) => valueLabel(axis, value, words)),
    })),
    columns: columns.axis,
    rows: rows.axis,
    at,
    hidden: Object.fromEntries(resolved.axes.map(({ id }, place) => [place, look.hidden?.[id] ?? []])),
    cells,
    verdict: portableVerdict(report),
  };
}
