import { type ErrorReport, storedReport } from "../../host/studio-error.js";
import { fromJson } from "../plain-data.js";

/** What came of one item of a shard. */
export type ItemResult = { index: number; result: unknown } | { index: number; error: ErrorReport };

/** Results as a machine sent them; `whole`: it has nothing more to say of this shard. */
export interface ShardResults {
  results: ItemResult[];
  whole: boolean;
}

/** @throws SyntaxError, TypeError or RangeError for what no machine of ours sends */
export function parseShardResults(text: string): ShardResults {
  const { results, whole } = Object(fromJson(text));
  if (!Array.isArray(results)) throw new TypeError("no results");
  return {
    whole: whole === true,
    results: results.map((one: unknown) => {
      const { index, result, error } = Object(one);
      if (!Number.isInteger(index)) throw new TypeError("a result of no item");
      return error === undefined ? { index, result } : { index, error: storedReport(error) };
    }),
  };
}
