import { listedCores } from "../../host/core-list.js";
import type { MachineBeat } from "../machine.js";

/** How a program of ours computes on its machine. */
export type ProcessorUse = Pick<MachineBeat, "kernel" | "cores" | "processors" | "onCard" | "threadsGiven" | "busy">;

/** Whether two would have to divide processors between them: not those whose owner has given one of them its part. */
export function contend(one: ProcessorUse, other: ProcessorUse): boolean {
  if (one.kernel === "" || one.kernel !== other.kernel) return false;
  if ([one, other].some(({ onCard, threadsGiven }) => onCard || threadsGiven)) return false;
  const others = new Set(listedCores(other.cores));
  return listedCores(one.cores).some((core) => others.has(core));
}
