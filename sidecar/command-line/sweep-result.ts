import { setTimeout as sleep } from "node:timers/promises";
import type { Result } from "../../protocol/validate.js";
import { reportError } from "../host/studio-error.js";
import { followJob } from "./follow-job.js";
import { followSweep } from "./follow-sweep.js";
import { type Output, progressLine } from "./output.js";
import type { StudioClient } from "./studio-client.js";

type Sweep = Result<"sweep/get">;
type Cell = Result<"sweep/cells">["cells"][number];

/** One cell as scripts read it; null for what was not drawn. */
interface ToldCell {
  index: number;
  lora: string;
  strength: number;
  prompt: string;
  seed: number;
  state: Cell["state"];
  image: string | null;
  proven: boolean;
  problem?: string;
  scores: object | null;
}

type Recommended = NonNullable<Result<"sweep/report">["recommendation"]>;

/** With the LoRA as the cells name it, and reasons in words. */
interface Recommendation extends Omit<Recommended, "lora" | "reasons"> {
  lora: string;
  label: string;
  loraIndex: number;
  reasons: string[];
}

export interface SweepResult {
  sweep: number;
  state: Sweep["state"];
  counts: Sweep["counts"];
  ownMillisecondsPerCell: number | null;
  drawnBy: Sweep["drawnBy"];
  cells: ToldCell[];
  problems: Sweep["problems"];
  recommendation: Recommendation | null;
}

/** Value index on each axis; the last runs fastest. */
function coordinatesOf(index: number, { axes }: Sweep): number[] {
  let rest = index;
  const digits = axes.toReversed().map(({ values }) => {
    const digit = rest % values.length;
    rest = Math.floor(rest / values.length);
    return digit;
  });
  return digits.toReversed();
}

/** A cell's value on each axis. */
export function valuesOf(index: number, sweep: Sweep) {
  const coordinates = coordinatesOf(index, sweep);
  return sweep.axes.map(({ id, values }, axis) => ({ id, value: values[coordinates[axis] ?? 0] }));
}

/** Scores what is drawn; where nothing can be scored, that is said, and the pictures stay. */
async function score(client: StudioClient, id: number, { output, signal }: Watch): Promise<void> {
  try {
    const { jobId } = await client.call("sweep/score", { id });
    if (jobId === null) return;
    await followJob(client, jobId, { signal, onChange: progressLine(output, "Looking at the pictures") });
    output.endProgress();
  } catch (error) {
    if (signal.aborted) return;
    output.say(`Not scored: ${reportError(error).message}`);
  }
}

interface Watch {
  output: Output;
  signal: AbortSignal;
}

// What a search wants next is worked out in moments.
const SEARCH_LOOKS = 20;
const SEARCH_LOOK_MS = 250;

/** Whether a search goes on by itself, now that its pictures are scored. */
async function goesOn(client: StudioClient, { id, settings, counts }: Sweep, signal: AbortSignal): Promise<boolean> {
  if (settings.search !== "coarse-to-fine" || counts.left === 0) return false;
  for (let look = 0; look < SEARCH_LOOKS && !signal.aborted; look += 1) {
    if ((await client.call("sweep/get", { id })).state === "drawing") return true;
    await sleep(SEARCH_LOOK_MS, undefined, { signal }).catch(() => {});
  }
  return false;
}

/** Follows a sweep, and a search through its rounds, until nothing more is drawn; then everything is scored. */
export async function followRounds(client: StudioClient, id: number, watch: Watch): Promise<Sweep> {
  for (;;) {
    const sweep = await followSweep(client, id, watch);
    await score(client, id, watch);
    if (sweep.state !== "done" || !(await goesOn(client, sweep, watch.signal))) return sweep;
  }
}

/** What came of a sweep, with scores and the recommendation where there are some. */
export async function sweepResult(client: StudioClient, sweep: Sweep): Promise<SweepResult> {
  const { id } = sweep;
  const report = await client.call("sweep/report", { id }).catch(() => null);
  const scores = await client.call("sweep/scores", { id }).catch(() => ({ cells: [] }));
  const scoreOf = new Map(scores.cells.map((one) => [one.index, one]));
  const { cells } = await client.call("sweep/cells", { id });
  const told: ToldCell[] = [];
  for (const { index, state, problem } of cells) {
    const values = new Map(valuesOf(index, sweep).map(({ id: axis, value }) => [axis, value]));
    const isDrawn = state === "drawn" || state === "wrong";
    const { path, proof } = isDrawn ? await client.call("sweep/cell", { id, index }) : { path: null, proof: null };
    told.push({
      index,
      lora: values.get("lora")?.path ?? values.get("lora")?.label ?? "",
      strength: Number(values.get("strength")?.text ?? 0),
      prompt: values.get("prompt")?.text ?? "",
      seed: Number(values.get("seed")?.text ?? 0),
      state,
      image: path,
      proven: proof?.proven ?? false,
      ...(problem === undefined ? {} : { problem }),
      scores: scoreOf.get(index) ?? null,
    });
  }
  const { recommendation = null } = report ?? {};
  const loras = sweep.axes.find(({ id: axis }) => axis === "lora")?.values ?? [];
  return {
    sweep: id,
    state: sweep.state,
    counts: sweep.counts,
    ownMillisecondsPerCell: sweep.ownMillisecondsPerCell,
    drawnBy: sweep.drawnBy,
    cells: told,
    problems: sweep.problems,
    recommendation: recommendation && {
      ...recommendation,
      // As the cells name it.
      lora: loras[recommendation.lora]?.path ?? "",
      label: loras[recommendation.lora]?.label ?? "",
      loraIndex: recommendation.lora,
      reasons: recommendation.reasons.map(({ sentence }) => sentence),
    },
  };
}
