import type { Database } from "../../store/database.js";
import type { SweepRecord } from "../../sweep/cells/sweep-table.js";
import { judgeStored } from "../../sweep/scores/judge-stored.js";

/** What a drawn sweep came to. */
export interface SweepVerdict {
  /** Index on the lora axis and the strength, or null where there is not enough evidence. */
  recommended: { lora: number; strength: number } | null;
}

// Sweeps of more cells take seconds to judge: their own room does that.
const MOST_CELLS = 3000;

const kept = new WeakMap<Database, Map<number, { key: string; verdict: SweepVerdict | null }>>();

/** Null while it is not drawn and scored, or cannot be judged. Judged once, as long as nothing in it changes. */
export async function sweepVerdict(
  room: { database: Database; stateFolder: string },
  { id, state, changed, revision, counts }: SweepRecord,
): Promise<SweepVerdict | null> {
  if (state !== "done" || (counts?.cells ?? 0) > MOST_CELLS) return null;
  const votes = room.database.prepare("SELECT count(vote) AS votes FROM sweep_vote WHERE sweep = ?").get(id);
  const key = JSON.stringify([changed, revision, Object(votes).votes]);
  const known = kept.get(room.database) ?? new Map();
  kept.set(room.database, known);
  const before = known.get(id);
  if (before?.key === key) return before.verdict;
  const judged = await judgeStored(room, id).catch(() => null);
  // Its pictures are still being looked at: asked again the next time.
  if (judged === null || judged.toScore > 0 || judged.scored === 0) return null;
  const chosen = judged.judged.recommendation?.chosen ?? null;
  const verdict = { recommended: chosen && { lora: chosen.lora, strength: chosen.strength } };
  known.set(id, { key, verdict });
  return verdict;
}
