import type { Params } from "../../../../protocol/validate.js";
import { animationKind } from "./animation.js";
import { cellsCsvKind, cellsJsonKind } from "./cells.js";
import { deepZoomKind } from "./deep-zoom.js";
import type { ExportKind } from "./export-kind.js";
import { pageKind } from "./page.js";
import { sheetKind } from "./sheet.js";
import { sheetsKind } from "./sheets.js";

export const exportKinds: Readonly<Record<Params<"sweep/export">["kind"], ExportKind>> = {
  sheet: sheetKind,
  sheets: sheetsKind,
  "deep-zoom": deepZoomKind,
  page: pageKind,
  "cells-csv": cellsCsvKind,
  "cells-json": cellsJsonKind,
  animation: animationKind,
};
