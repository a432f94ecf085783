import { nextRound } from "../../sidecar/sweep/scores/next-round.js";
import { judgeSweep } from "../../sidecar/sweep/verdict/judge-sweep.js";
import type { MadeUpSweep } from "./sweep-evidence.js";
import { numberedEvidence, resolvedOf } from "./sweep-search.js";

export interface Searched {
  rounds: number;
  /** Part of the sweep's pictures that were drawn. */
  part: number;
  /** What the search and the whole sweep recommend, "lora strength"; null for nothing. */
  found: string | null;
  meant: string | null;
  /** Pictures of each round, earlier ones included. */
  pictures: number[];
}

/** Draws a made-up sweep round after round as a search wants it, and as a whole. */
export default function searchMadeUp(sweep: MadeUpSweep): Searched {
  const resolved = resolvedOf(sweep);
  const evidence = numberedEvidence(sweep, resolved);
  const drawn = (wanted: readonly number[]) => evidence.cells.filter(({ index }) => wanted.includes(index));
  const judge = (wanted: readonly number[]) => judgeSweep({ ...evidence, cells: drawn(wanted) });
  const told = ({ recommendation }: ReturnType<typeof judge>): string | null =>
    recommendation && `${recommendation.chosen.lora} ${recommendation.chosen.strength}`;
  let wanted = nextRound(resolved, null, null) ?? [];
  let judged = judge(wanted);
  const pictures = [drawn(wanted).length];
  for (let next = nextRound(resolved, wanted, judged); next !== null; next = nextRound(resolved, wanted, judged)) {
    wanted = next;
    judged = judge(wanted);
    pictures.push(drawn(wanted).length);
  }
  return {
    rounds: pictures.length,
    part: drawn(wanted).length / evidence.cells.length,
    found: told(judged),
    meant: told(judgeSweep(evidence)),
    pictures,
  };
}
