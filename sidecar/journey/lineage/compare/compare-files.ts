import type { Params, Result } from "../../../../protocol/validate.js";
import { reportError, StudioError } from "../../../host/studio-error.js";
import { listSweeps, type SweepRecord } from "../../../sweep/cells/sweep-table.js";
import { judgeStored, type StoredJudgement } from "../../../sweep/scores/judge-stored.js";
import { say } from "../../../words/sentence.js";
import { outputNameOf } from "../identify/known-files.js";
import { lineageReason } from "../lineage-reason.js";
import type { LineageRoom } from "../lineage-room.js";
import { hasContent, rowOf } from "../of/sweeps-of.js";
import { runVersion } from "../version/run-version.js";
import { drawnOfSide, type SideCell } from "./drawn-of-side.js";
import { jointEvidence } from "./joint-evidence.js";
import { judgePair } from "./judge-pair.js";
import { missingReason, missingSweep } from "./missing-sweep.js";
import { type CellPair, comparisonsIn, pairCells } from "./pair-cells.js";
import { type Side, sideOf } from "./sides.js";

type Compared = Result<"lineage/compare">;

const MOST_PAIRS = 500;
// The older ones of a file that was swept again and again tell nothing new.
const MOST_SWEEPS = 6;

const empty = { better: null, overall: null, prompt: null, collapsed: [0, 0], traits: [] };

function verdictOf(pairs: readonly CellPair[], judged: ReadonlyMap<number, StoredJudgement>): Compared["verdict"] {
  if (pairs.length === 0) return { ...empty, state: "noPairs", reasons: [] };
  const used = [...new Set(pairs.flatMap((pair) => pair.map(({ sweep }) => sweep)))];
  const models = new Set(used.map((sweep) => JSON.stringify(judged.get(sweep)?.models ?? null)));
  if (models.size > 1) return { ...empty, state: "unscored", reasons: [lineageReason("otherTaggers")] };
  const evidence = jointEvidence(pairs, (sweep) => judged.get(sweep)?.evidence ?? null);
  if (evidence.cells.length === 0)
    return { ...empty, state: "unscored", reasons: [lineageReason("notScored", { sweeps: used.join(", ") })] };
  return judgePair(evidence);
}

function sideWire(
  { file, run, step }: Side,
  sweeps: readonly SweepRecord[],
  judged: ReadonlyMap<number, StoredJudgement>,
) {
  const contents = new Set([file.content]);
  const [stored] = sweeps.flatMap(({ id }) => judged.get(id) ?? []);
  const row = stored ? rowOf(stored, contents) : null;
  const checkpoint = row === null ? undefined : stored?.judged.checkpoints[row];
  return {
    path: file.path,
    name: file.name,
    content: file.content,
    step,
    run: run?.id ?? null,
    runName: run && outputNameOf(run),
    version: run && runVersion(run),
    rehearsal: file.facts.rehearsal || run?.meant.trainer.kind === "rehearsal",
    sweeps: sweeps.map(({ id }) => id),
    verdict: stored && stored.scored > 0 ? (checkpoint?.verdict ?? null) : null,
    best: checkpoint?.best ?? null,
    band: checkpoint?.band ? [...checkpoint.band] : [],
  };
}

const pairWire = ([first, second]: CellPair): Compared["pairs"][number] => ({
  prompt: first.prompt.trim(),
  negativePrompt: first.negativePrompt,
  seed: first.seed,
  strength: first.strength,
  width: first.width,
  height: first.height,
  cells: [first, second].map(({ sweep, index, picture }) => ({ sweep, index, picture })),
  control: first.control ?? second.control,
});

/**
 * Two LoRA files beside each other: what they were made of, and what they draw. @throws StudioError "badArguments" for one and
 * the same, else as `sideOf`
 */
export async function compareFiles(room: LineageRoom, params: Params<"lineage/compare">): Promise<Compared> {
  const { database, call } = room;
  const [one, other] = params.sides;
  if (!one || !other) {
    throw new StudioError("badArguments", say("Two LoRA files or runs are compared."), say("Give `path` or `run`."));
  }
  const sides: [Side, Side] = [await sideOf(room, one), await sideOf(room, other)];
  const [first, second] = sides;
  if (first.file.content === second.file.content) {
    throw new StudioError(
      "badArguments",
      say("{path} and {other} are the same file, byte for byte.", { path: first.file.path, other: second.file.path }),
      say("Name two versions, or two checkpoints of one."),
    );
  }
  const all = listSweeps(database);
  const sweepsOf = ({ file }: Side): SweepRecord[] =>
    all.filter((sweep) => hasContent(sweep, new Set([file.content]))).slice(0, MOST_SWEEPS);
  const sweeps: [SweepRecord[], SweepRecord[]] = [sweepsOf(first), sweepsOf(second)];
  const drawnOf = (side: Side, own: readonly SweepRecord[]): SideCell[] =>
    own.flatMap((sweep) => drawnOfSide(database, sweep, side.file.content));
  const drawn: [SideCell[], SideCell[]] = [drawnOf(first, sweeps[0]), drawnOf(second, sweeps[1])];
  const pairs = pairCells(...drawn);
  const judged = new Map<number, StoredJudgement>();
  for (const id of new Set(sweeps.flat().map((sweep) => sweep.id))) {
    const stored = await judgeStored(room, id).catch((error: unknown) => {
      process.stderr.write(`Sweep ${id}: ${reportError(error).message}\n`);
      return null;
    });
    if (stored) judged.set(id, stored);
  }
  const [runA, runB] = [first.run?.id ?? null, second.run?.id ?? null];
  const runs =
    runA === null || runB === null || runA === runB ? null : await call("training/compare", { ids: [runA, runB] });
  const reason = missingReason(drawn, comparisonsIn(pairs));
  return {
    sides: [sideWire(first, sweeps[0], judged), sideWire(second, sweeps[1], judged)],
    runs,
    strengths: [...new Set(pairs.map(([{ strength }]) => strength))].sort((low, high) => low - high),
    pairs: pairs.slice(0, MOST_PAIRS).map(pairWire),
    pairCount: pairs.length,
    verdict: verdictOf(pairs, judged),
    missing: await missingSweep(room, sides, { reason, sweeps: sweeps.flat() }),
  };
}
