import type { CellScores } from "../read/current-report.js";
import type { ExportedSweep } from "../read/exported-sweep.js";

/** A cell as a row of a table. Names of LoRA files, no paths of this machine. */
export interface CellRow {
  index: number;
  state: string;
  problem: string;
  /** Label on each axis, by the axis' id. */
  values: Record<string, string>;
  loraName: string;
  loraHash: string;
  loraContent: string;
  strength: string;
  textEncoderStrength: string;
  seed: number | null;
  prompt: string;
  negativePrompt: string;
  width: number | null;
  height: number | null;
  /** SHA-256 of the PNG. */
  picture: string;
  infotext: string;
  /** The machine or WebUI that drew it. */
  drawnBy: string;
  /** Differences to the control where it was scored; null for what cannot be told. */
  scores: Record<ScoreName, number | null>;
}

export const scoreNames = [
  "traitRecall",
  "promptKept",
  "bleed",
  "collapse",
  "copying",
  "likeness",
  "change",
] as const satisfies readonly (keyof CellScores)[];
type ScoreName = (typeof scoreNames)[number];

const scoresOf = (scored: CellScores | undefined): CellRow["scores"] => ({
  traitRecall: scored?.traitRecall ?? null,
  promptKept: scored?.promptKept ?? null,
  bleed: scored?.bleed ?? null,
  collapse: scored?.collapse ?? null,
  copying: scored?.copying ?? null,
  likeness: scored?.likeness ?? null,
  change: scored?.change ?? null,
});

/** Every cell of a sweep, in the order of its indexes. */
export function cellRows(sweep: ExportedSweep, scores: ReadonlyMap<number, CellScores>): CellRow[] {
  const { resolved } = sweep;
  const loraAxis = resolved.axes.findIndex(({ id }) => id === "lora");
  const files = resolved.axes[loraAxis]?.values.map(({ path }) => path) ?? [];
  const candidates = files.map((path) => resolved.facts.candidates.find((one) => one.path === path));
  return Array.from({ length: resolved.cellCount }, (_, index) => {
    const { state, problem, picture } = sweep.cell(index);
    const coordinates = resolved.coordinatesOf(index);
    const request = resolved.requestOf(index);
    const values = resolved.axes.map(({ id, values }, place) => [id, values[coordinates[place] ?? 0]?.label ?? ""]);
    const candidate = request?.lora ? candidates[coordinates[loraAxis] ?? 0] : undefined;
    return {
      index,
      state,
      problem: problem ?? "",
      values: Object.fromEntries(values),
      loraName: candidate?.name ?? "",
      loraHash: candidate?.hash ?? "",
      loraContent: request?.lora?.content ?? "",
      strength: request?.lora?.strength ?? "",
      textEncoderStrength: request?.lora?.textEncoder ?? "",
      seed: request?.seed ?? null,
      prompt: request ? request.promptBefore + request.promptAfter : "",
      negativePrompt: request?.negativePrompt ?? "",
      width: picture?.width ?? null,
      height: picture?.height ?? null,
      picture: picture?.content ?? "",
      infotext: picture?.infotext ?? "",
      drawnBy: picture?.drawnBy ?? "",
      scores: scoresOf(scores.get(index)),
    };
  });
}
