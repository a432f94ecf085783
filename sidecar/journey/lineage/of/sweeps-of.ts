import type { Result } from "../../../../protocol/validate.js";
import { reportError } from "../../../host/studio-error.js";
import { listSweeps, type SweepRecord } from "../../../sweep/cells/sweep-table.js";
import { judgeStored, type StoredJudgement } from "../../../sweep/scores/judge-stored.js";
import { recommendationSentence } from "../../../words/sweep-verdict-en.js";
import type { LineageRoom } from "../lineage-room.js";

export type LineageSweep = Result<"lineage/of">["sweeps"][number];

// Judging a large sweep takes seconds; further ones are listed without their verdict.
const MOST_JUDGED = 12;

/** Whether a sweep tried a file with these bytes. */
export const hasContent = ({ facts, settings }: SweepRecord, contents: ReadonlySet<string>): boolean =>
  settings.loras.some((path) => contents.has(facts.contents[path] ?? ""));

/** Which row of a judged sweep holds a file with one of these contents; null for none. */
export function rowOf({ target }: StoredJudgement, contents: ReadonlySet<string>): number | null {
  const rows = target.resolved.axes.find(({ id }) => id === "lora")?.values ?? [];
  const row = rows.findIndex(({ path }) => path !== undefined && contents.has(target.sweep.facts.contents[path] ?? ""));
  return row < 0 ? null : row;
}

const unjudged = {
  label: null,
  drawn: 0,
  verdict: null,
  best: null,
  band: [],
  recommended: false,
  recommendation: null,
  recommendedLabel: null,
  recommendedStrength: null,
  likes: 0,
  votes: 0,
};

function verdictOn(stored: StoredJudgement, contents: ReadonlySet<string>): Omit<LineageSweep, "hasFile" | keyof Base> {
  const { judged, evidence, scored, target } = stored;
  const row = rowOf(stored, contents);
  const labelOf = (lora: number): string => evidence.loras[lora]?.label ?? String(lora);
  const { recommendation } = judged;
  const chosen = recommendation?.chosen ?? null;
  const told = {
    recommendedLabel: chosen && labelOf(chosen.lora),
    recommendedStrength: chosen?.strength ?? null,
    recommendation:
      recommendation &&
      recommendationSentence({
        label: labelOf(recommendation.chosen.lora),
        strength: recommendation.chosen.strength,
        band: recommendation.band,
      }),
  };
  if (row === null) return { ...unjudged, ...told };
  const checkpoint = judged.checkpoints[row];
  const votes = evidence.votes.filter(({ lora }) => lora === row);
  const sum = (of: (one: (typeof votes)[number]) => number): number => votes.reduce((all, one) => all + of(one), 0);
  return {
    ...told,
    label: labelOf(row),
    drawn: target.drawn.filter(({ lora, strengthIndex }) => lora === row && strengthIndex !== 0).length,
    verdict: scored > 0 ? (checkpoint?.verdict ?? null) : null,
    best: checkpoint?.best ?? null,
    band: checkpoint?.band ? [...checkpoint.band] : [],
    recommended: chosen?.lora === row,
    likes: sum(({ likes }) => likes),
    votes: sum(({ total }) => total),
  };
}

type Base = Pick<LineageSweep, "id" | "name" | "state" | "created" | "rehearsal">;

/** Sweeps that tried the file, the latest first; then those that tried other files of its runs. */
export async function sweepsOf(
  room: LineageRoom,
  contents: ReadonlySet<string>,
  runs: ReadonlySet<number>,
): Promise<LineageSweep[]> {
  const all = listSweeps(room.database);
  const own = all.filter((sweep) => hasContent(sweep, contents));
  const others = all.filter(({ settings }) => settings.run !== null && runs.has(settings.run));
  const found: LineageSweep[] = [];
  for (const sweep of [...own, ...others.filter((one) => !own.includes(one))]) {
    const { id, name, state, created, settings } = sweep;
    const base = { id, name, state, created, rehearsal: settings.rehearsal, hasFile: own.includes(sweep) };
    const stored =
      found.length < MOST_JUDGED
        ? await judgeStored(room, id).catch((error: unknown) => {
            process.stderr.write(`Sweep ${id}: ${reportError(error).message}\n`);
            return null;
          })
        : null;
    found.push({ ...base, ...(stored === null ? unjudged : verdictOn(stored, contents)) });
  }
  return found;
}
