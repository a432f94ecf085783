import { computed, signal } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, RequestError } from "../rpc.js";
import { language } from "./look.js";
import { panel } from "./panels.js";
import { sweep } from "./sweep.js";
import { axes, layout, place, view } from "./sweep-view.js";

type Params = Methods["sweep/export"]["params"];
export type ExportKind = Params["kind"];

type Look = NonNullable<Params["look"]>;
type Exported = Methods["sweep/export"]["result"];
type Sheet = Methods["sweep/sheet"]["result"];

export const exportKinds: readonly ExportKind[] = [
  "sheet",
  "sheets",
  "page",
  "deep-zoom",
  "animation",
  "cells-csv",
  "cells-json",
];
export const exportFormats = ["auto", "png", "webp", "jpeg"] as const;
/** Kinds that are a folder. */
const folders: readonly ExportKind[] = ["sheets", "page", "deep-zoom"];
const suffixes: Readonly<Record<ExportKind, string>> = {
  sheet: "",
  sheets: "-sheets",
  page: "-page",
  "deep-zoom": "-deep-zoom",
  animation: ".webp",
  "cells-csv": ".csv",
  "cells-json": ".json",
};

export interface ExportForm {
  kind: ExportKind;
  folder: string;
  name: string;
  format: (typeof exportFormats)[number];
  cellWidth: number;
  margin: number;
  legend: boolean;
  problems: boolean;
  along: string;
  secondsPerFrame: number;
}

export const exportForm = signal<ExportForm>({
  kind: "sheet",
  folder: "",
  name: "",
  format: "auto",
  cellWidth: 512,
  margin: 8,
  legend: true,
  problems: true,
  along: "strength",
  secondsPerFrame: 0.8,
});
/** What would be written; null while it is not known. */
export const planned = signal<Exported | null>(null);
export const written = signal<Exported | null>(null);
export const sheet = signal<Sheet | null>(null);
export const exportError = signal<RequestError | null>(null);
export const exporting = signal(false);

export const changeExport = (part: Partial<ExportForm>): void => {
  exportForm.value = { ...exportForm.value, ...part };
};

/** The sheet as the grid stands: the same axes, hidden values and place. */
export const sheetLook = computed<Look>(() => {
  const { cellWidth, margin, legend, problems } = exportForm.value;
  const hidden: Record<string, number[]> = {};
  for (const [id, values] of Object.entries(view.value.hidden)) hidden[id] = [...values];
  return {
    ...layout.value,
    at: Object.fromEntries(axes.value.map(({ id }, axis) => [id, place.value[axis] ?? 0])),
    hidden,
    cellWidth,
    margin,
    legend,
    problems,
    language: language.value,
  };
});

export const isNamed = computed(() => exportForm.value.folder.trim() !== "" && exportForm.value.name.trim() !== "");

/** File or folder that is written. The sidecar gives a sheet the suffix of its format. */
export const exportPath = computed(() => {
  const { folder, name, kind, format } = exportForm.value;
  const inside = folder.includes("\\") && !folder.includes("/") ? "\\" : "/";
  const suffix = kind === "sheet" && format !== "auto" ? `.${format === "jpeg" ? "jpg" : format}` : suffixes[kind];
  const plain = name.trim().replace(/[\\/:*?"<>|]/g, "_");
  return `${folder.trim().replace(/[\\/]+$/, "")}${inside}${plain}${suffix}`;
});

export const isFolder = (kind: ExportKind): boolean => folders.includes(kind);
export const isPicture = (kind: ExportKind): boolean => kind === "sheet" || kind === "sheets" || kind === "deep-zoom";

const params = (id: number, dryRun: boolean): Params => {
  const { kind, format, along, secondsPerFrame } = exportForm.value;
  return {
    id,
    kind,
    to: exportPath.value,
    look: sheetLook.value,
    ...(format === "auto" || !isPicture(kind) ? {} : { format }),
    ...(kind === "animation" ? { along, secondsPerFrame } : {}),
    dryRun,
  };
};

let asked = 0;

/** Asks what would be written, and for a small sheet to look at; the last question wins. */
export async function lookAtExport(): Promise<void> {
  const id = sweep.value?.id;
  const { kind } = exportForm.value;
  if (id === undefined) return;
  asked += 1;
  const mine = asked;
  written.value = null;
  try {
    const [found, small] = await Promise.all([
      isNamed.value ? call("sweep/export", params(id, true)) : null,
      isPicture(kind) ? call("sweep/sheet", { id, look: sheetLook.value }) : null,
    ]);
    if (mine !== asked) return;
    planned.value = found;
    sheet.value = small;
    exportError.value = null;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    if (mine !== asked) return;
    planned.value = null;
    exportError.value = error;
  }
}

export async function writeExport(): Promise<void> {
  const id = sweep.value?.id;
  if (id === undefined || exporting.value) return;
  exporting.value = true;
  try {
    written.value = await call("sweep/export", params(id, false));
    exportError.value = null;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    exportError.value = error;
  } finally {
    exporting.value = false;
  }
}

export function openExport(): void {
  const { name = "sweep", folder = null, settings } = sweep.value ?? {};
  // Beside the training pictures, not among them; else where the LoRA files are.
  const beside = (folder ?? settings?.loras[0])?.replace(/[\\/][^\\/]+[\\/]?$/, "") ?? "";
  if (exportForm.value.folder === "") changeExport({ folder: beside });
  changeExport({ name });
  planned.value = null;
  written.value = null;
  sheet.value = null;
  exportError.value = null;
  panel.value = "sweepExport";
}
