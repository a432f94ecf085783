import type { Result } from "../../../protocol/validate.js";
import { problemSentences } from "../proof/problem-sentences.js";
import type { SweepCells } from "./sweep-cells.js";

type Problem = Result<"sweep/get">["problems"][number];

// The page marks them; of more it is enough to know how many.
const MOST_CELLS_NAMED = 2000;

/** What went wrong, each with its cells; what only is remarked upon comes last. */
export function cellProblems(cells: SweepCells, detailOf: (key: string) => string | null): Problem[] {
  const byCode = new Map<string, { key: string; cells: number[] }>();
  for (const key of cells.keys) {
    const { problem = null } = cells.markOf(key) ?? {};
    if (problem === null) continue;
    const entry = byCode.get(problem) ?? { key, cells: [] };
    entry.cells.push(...cells.indexesOf(key));
    byCode.set(problem, entry);
  }
  return [...byCode]
    .map(([code, { key, cells: indexes }]) => {
      const detail = detailOf(key);
      return {
        code,
        values: { count: indexes.length, ...(detail === null ? {} : { detail }) },
        ...problemSentences(code, detail),
        cells: indexes.slice(0, MOST_CELLS_NAMED),
        count: indexes.length,
      };
    })
    .sort((a, b) => Number(a.code === "notProvable") - Number(b.code === "notProvable"));
}
