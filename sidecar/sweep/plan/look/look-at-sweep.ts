import { statfs } from "node:fs/promises";
import { parse } from "node:path";
import type { Result } from "../../../../protocol/validate.js";
import { reportError } from "../../../host/studio-error.js";
import { runsThat } from "../../../training/runs/run-table.js";
import type { SweepRoom } from "../../sweep-room.js";
import { gatherFacts } from "../facts/gather-facts.js";
import { type AnsweringWebui, titlesOfWho } from "../facts/webuis-for.js";
import { planAxes } from "../plan-axes.js";
import { wireAxis } from "../planned-axis.js";
import { problemOf } from "../problem.js";
import { resolveSweep } from "../resolve-sweep.js";
import type { ResolvedSweep, SweepProblem, SweepSettings } from "../resolved-sweep.js";
import { drawnExamples, drawnKeys } from "./drawn-before.js";
import { fileProblems } from "./file-problems.js";
import { knownBatch } from "./known-batch.js";
import { measuredBytesPerPixel } from "./measured-bytes.js";
import { promptProblems } from "./prompt-problems.js";
import { settingProblems, valueProblems } from "./setting-problems.js";
import { type SweepCost, sweepCost } from "./sweep-cost.js";

const PROMPTS_SHOWN = 10;
const LONG_SECONDS = 3600;

const nothing: SweepCost = {
  ...{ pictures: 0, reused: 0, toDraw: 0, requests: 0, merges: 0, bytes: 0 },
  ...{ secondsPerPicture: null, seconds: null },
};

async function freeBytes(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}

function costOf({ database, stateFolder }: SweepRoom, sweep: ResolvedSweep, hands: number): SweepCost {
  const { rehearsal, batchSize } = sweep.settings;
  const keys = new Set<string>();
  for (let index = 0; index < sweep.cellCount; index += 1) keys.add(sweep.keyOf(index) ?? "");
  const examples = drawnExamples(database, rehearsal);
  return sweepCost(sweep, {
    drawn: drawnKeys(database, [...keys]),
    examples,
    bytesPerPixel: measuredBytesPerPixel(stateFolder, examples),
    batchSize: (request) => batchSize ?? knownBatch(database, request),
    hands,
  });
}

/** Prompts as they will be sent, each with the first file at the last strength. */
function promptsOf(sweep: ResolvedSweep): string[] {
  const strength = sweep.axes.findIndex(({ id }) => id === "strength");
  const prompt = sweep.axes.findIndex(({ id }) => id === "prompt");
  const { name } = parse(sweep.settings.loras[0] ?? "");
  const shown = sweep.axes[prompt]?.values.slice(0, PROMPTS_SHOWN) ?? [];
  return shown.flatMap((_, value) => {
    const coordinates = sweep.axes.map(() => 0);
    coordinates[strength] = (sweep.axes[strength]?.values.length ?? 1) - 1;
    coordinates[prompt] = value;
    const request = sweep.requestOf(sweep.indexOf(coordinates));
    if (request === null) return [];
    const { promptBefore, promptAfter, lora } = request;
    const strengths = lora && [lora.textEncoder, lora.strength].filter((one) => one !== null).join(":");
    return [`${promptBefore}${strengths === null ? "" : `<lora:${name}:${strengths}>`}${promptAfter}`];
  });
}

/** What the settings would draw, what that takes and what hinders it. Draws nothing. */
export async function lookAtSweep(
  room: SweepRoom,
  settings: SweepSettings,
  askWebui: () => Promise<AnsweringWebui>,
): Promise<Result<"sweep/look">> {
  const problems: SweepProblem[] = [];
  const found = await askWebui().catch((error: unknown) => {
    problems.push(problemOf("noWebui", { error: reportError(error).message }));
    return null;
  });
  const drawing = found?.drawing ?? null;
  const webuis = found === null ? [] : await titlesOfWho(room, settings, found);
  const gathered = await gatherFacts(room, settings, drawing);
  const { facts } = gathered;
  if (drawing !== null && facts.checkpoint === "") problems.push(problemOf("noCheckpoint"));
  const planned = planAxes(settings, facts);
  problems.push(
    ...valueProblems(planned),
    ...settingProblems(settings, facts, planned),
    ...fileProblems(gathered, settings),
    ...promptProblems(settings, facts, drawing),
  );
  const isReadable = !problems.some(({ code }) => code === "tooManyCells") && valueProblems(planned).length === 0;
  const sweep = isReadable ? resolveSweep(settings, facts) : null;
  const cost = sweep === null ? nothing : costOf(room, sweep, webuis.length);
  const free = await freeBytes(room.stateFolder);
  if (free !== null && cost.bytes > free) problems.push(problemOf("diskFull", { bytes: cost.bytes, free }));
  if ((cost.seconds ?? 0) > LONG_SECONDS)
    problems.push(problemOf("longTime", { seconds: Math.round(cost.seconds ?? 0) }));
  if (!settings.rehearsal && runsThat(room.database, "running").length > 0) problems.push(problemOf("trainingRuns"));
  const cells = sweep?.cellCount ?? 0;
  return {
    ready: !problems.some(({ severity }) => severity === "error"),
    problems: problems.toSorted((a, b) => Number(b.severity === "error") - Number(a.severity === "error")),
    axes: planned.axes.map(wireAxis),
    cells,
    ...cost,
    freeBytes: free,
    megapixels: Math.round((cells * settings.width * settings.height) / 1e4) / 100,
    prompts: sweep === null ? [] : promptsOf(sweep),
    webuis,
  };
}
