import { count } from "./counts-en.js";

const fixed = (value: number, digits: number): string =>
  value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });

type Kind = "sheet" | "sheets" | "deep-zoom" | "page" | "cells-csv" | "cells-json" | "animation";

/** Sentences of the export. */
export const sweepSaveEn = {
  exportTitle: "Export the pictures",
  kind: "What",
  kinds: {
    sheet: "One sheet, as the grid stands",
    sheets: "A sheet for each value of the other axes",
    page: "A page for any browser",
    "deep-zoom": "Deep zoom for any browser",
    animation: "An animated picture",
    "cells-csv": "Table of cells (CSV)",
    "cells-json": "Table of cells (JSON)",
  } as Record<Kind, string>,
  kindMeans: {
    sheet: "A labelled picture with the same axes and hidden values as the grid, and its recipe inside.",
    sheets: "A folder with one labelled picture for each value of the axes that run neither across nor down.",
    page: "A folder that works without this program and without a network: axes, arrow keys, infotexts.",
    "deep-zoom": "A folder in which a huge sheet zooms smoothly.",
    animation: "A WebP that goes through the values of one axis at the same place.",
    "cells-csv": "One row for each cell: its values, proof, scores and infotext.",
    "cells-json": "One entry for each cell: its values, proof, scores and infotext.",
  } as Record<Kind, string>,
  cellWidth: "Width of a cell",
  margin: "Margin",
  format: "Format",
  formats: { auto: "As fits its size", png: "PNG", webp: "WebP", jpeg: "JPEG" },
  legend: "Labels",
  showProblems: "Wrong and missing cells say so",
  along: "Along",
  secondsPerFrame: "Seconds for each picture",
  folder: "Into the folder",
  fileName: "Name",
  folderName: "Name of the new folder",
  sheetPreview: "The sheet, small",
  sheetFacts: (width: number, height: number, cells: number, format: string) =>
    `${width} × ${height} pixels · ${count(cells, "cell", "cells")} · ${format}`,
  willSave: (files: number) => `Will be written: ${count(files, "file", "files")}`,
  saved: (files: number) => `Written: ${count(files, "file", "files")}`,
  megabytes: (bytes: number) => `${fixed(bytes / 1e6, bytes < 1e7 ? 1 : 0)} MB`,
  andMore: (value: number) => `and ${value.toLocaleString("en")} more`,
  saving: "Saving …",
  save: (kind: Kind, files: number, megapixels: number, format: string) => {
    const size = megapixels > 0 ? ` (${fixed(megapixels, megapixels < 10 ? 1 : 0)} MP ${format})` : "";
    if (kind === "sheet" || kind === "sheets") return `Save ${count(files, "sheet", "sheets")}${size}`;
    return `Save ${count(files, "file", "files")}`;
  },
};
