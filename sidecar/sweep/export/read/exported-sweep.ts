import type { ResolvedSweep } from "../../plan/resolved-sweep.js";

/** A cell as an export shows it. */
export interface ExportedCell {
  index: number;
  state: "drawn" | "wrong" | "failed" | "waiting" | "skipped" | "left";
  picture: CellPicture | null;
  /** Code of what is wrong with it; null for nothing. */
  problem: string | null;
}

export interface CellPicture {
  /** SHA-256 of the PNG. */
  content: string;
  /** Where it lies on this machine: never told in what is exported. */
  path: string;
  width: number;
  height: number;
  infotext: string | null;
  /** The machine or WebUI that drew it, without paths of this one; null where that is not known. */
  drawnBy: string | null;
}

/** What an export works with: the axes, and each cell as it is now. */
export interface ExportedSweep {
  id: number;
  name: string;
  rehearsal: boolean;
  resolved: ResolvedSweep;
  cell(index: number): ExportedCell;
}
