import type { Params, Result } from "../../../../protocol/validate.js";
import type { Sentence } from "../../../words/sentence.js";
import type { CellScores } from "../read/current-report.js";
import type { ExportedSweep } from "../read/exported-sweep.js";
import type { SheetFormat } from "../sheet/choose-format.js";
import type { SheetLook } from "../sheet/shown-axes.js";

export type ExportedFile = Result<"sweep/export">["files"][number];
export type ExportOutcome = Pick<Result<"sweep/export">, "files" | "megapixels"> & { warnings: Sentence[] };

/** One export as it was asked for. */
export interface ExportWish {
  sweep: ExportedSweep;
  look: SheetLook;
  /** Where it goes: free when it was looked at. */
  target: string;
  format: SheetFormat | undefined;
  along: string | undefined;
  secondsPerFrame: number | undefined;
  /** Names the files and writes none. */
  dryRun: boolean;
  stateFolder: string;
  /** What the scores say by now; null where there are none. */
  report(): Promise<Result<"sweep/report"> | null>;
  /** Scores of the cells that have some, by their index. */
  scores(): Promise<ReadonlyMap<number, CellScores>>;
  signal: AbortSignal;
  progress(part: number): void;
}

export interface ExportKind {
  /** Name of the file or folder in a folder that was chosen. */
  proposedName(sweep: ExportedSweep, params: Params<"sweep/export">): string;
  run(wish: ExportWish): Promise<ExportOutcome>;
}

/** Progress of the part `index` of `count`. */
export const partOf =
  (progress: (part: number) => void, index: number, count: number): ((part: number) => void) =>
  (part) =>
    progress((index + part) / count);
