import type { SweepRecord } from "../../../sweep/cells/sweep-table.js";
import type { DrawRequest } from "../../../sweep/draw/draw-request.js";
import type { ExportedSweep } from "../../../sweep/export/read/exported-sweep.js";
import { exportedSweep } from "../../../sweep/export/read/stored-sweep.js";
import { footerOf, wordsFor } from "../../../sweep/export/sheet/sheet-words.js";
import type { SweepEvidence, SweepFacts } from "../report-facts.js";
import { insidePicture, insidePictures, mostIn } from "./picture-room.js";
import type { ReportSource } from "./report-source.js";
import { gridFacts, type PlannedGrid, picturesIn, plannedGrids } from "./sweep-grids.js";

const room = { bytes: 4_500_000, sides: [104, 288] } as const;
const EVIDENCE_SIDE = 448;

/** The latest sweep that has pictures, else the latest. */
export function shownSweep({
  story,
  database,
  stateFolder,
}: ReportSource): { record: SweepRecord; sweep: ExportedSweep } | null {
  const all = story.sweeps.map((record) => ({ record, sweep: exportedSweep(database, stateFolder, record.id) }));
  return all.find(({ sweep }) => plannedGrids(sweep).length > 0) ?? all[0] ?? null;
}

/** As many grids as fit, the first in any case. */
function fitting(grids: readonly PlannedGrid[]): { shown: PlannedGrid[]; leftOut: number } {
  const paths = new Set<string>();
  const all = new Set(grids.flatMap(picturesIn));
  const shown: PlannedGrid[] = [];
  for (const grid of grids) {
    const more = picturesIn(grid).filter((path) => !paths.has(path));
    if (shown.length > 0 && paths.size + more.length > mostIn(room)) break;
    for (const path of more) paths.add(path);
    shown.push(grid);
  }
  return { shown, leftOut: all.size - paths.size };
}

type Best = { lora: number; strengthIndex: number };

/** Whether coordinates are those of the recommended file and strength. */
const bestOf = ({ resolved: { axes } }: ExportedSweep, best: Best | null) => {
  const [lora, strength] = ["lora", "strength"].map((id) => axes.findIndex((axis) => axis.id === id));
  return (at: readonly number[]): boolean =>
    best !== null && at[lora ?? -1] === best.lora && at[strength ?? -1] === best.strengthIndex;
};

const promptOf = (request: DrawRequest | null): string =>
  request === null ? "" : `${request.promptBefore}${request.promptAfter}`.trim();

/** The first prompt and seed at the recommended strength and without LoRA: none is picked for its looks. */
async function evidenceOf(
  sweep: ExportedSweep,
  best: Best | null,
  training: string | null,
): Promise<SweepEvidence | null> {
  if (best === null) return null;
  const isBest = bestOf(sweep, best);
  const { resolved } = sweep;
  for (let index = 0; index < resolved.cellCount; index += 1) {
    const { picture, state } = sweep.cell(index);
    if (state !== "drawn" || picture === null || !isBest(resolved.coordinatesOf(index))) continue;
    const control = sweep.cell(resolved.controlOf(index)).picture;
    return {
      training: training === null ? null : await insidePicture(training, EVIDENCE_SIDE),
      control: control && (await insidePicture(control.path, EVIDENCE_SIDE)),
      best: await insidePicture(picture.path, EVIDENCE_SIDE),
      prompt: promptOf(resolved.requestOf(index)),
    };
  }
  return null;
}

/** A sweep with its grids and what its scores say. @param training path of a training picture */
export async function gatherSweep(
  source: ReportSource,
  { record, sweep }: { record: SweepRecord; sweep: ExportedSweep },
  { language, training }: { language: "en" | "ja"; training: string | null },
): Promise<SweepFacts> {
  const { call, story, signal } = source;
  const report = await call("sweep/report", { id: record.id }, signal);
  const { shown, leftOut } = fitting(plannedGrids(sweep));
  const pictures = await insidePictures(shown.flatMap(picturesIn), room, signal);
  const isBest = bestOf(sweep, report.recommendation);
  return {
    name: record.name,
    rehearsal: sweep.rehearsal,
    footer: footerOf(sweep, wordsFor(language)),
    report,
    grids: shown.map((grid) => gridFacts(sweep, grid, { pictures, language, isBest })),
    leftOut,
    others: story.sweeps.filter(({ id }) => id !== record.id).map(({ name }) => name),
    evidence: await evidenceOf(sweep, report.recommendation, training),
  };
}
