import { cpus } from "node:os";
import { listedCores } from "./core-list.js";
import { ownProcessors } from "./own-processors.js";

/** How long the processors have been idle that this process may use. */
export interface IdleTime {
  /** Milliseconds since the system started, of all of them together. */
  ms: number;
  /** How many they are. */
  processors: number;
}

export function idleTime(): IdleTime {
  const all = cpus();
  const ours = new Set(listedCores(ownProcessors().cores));
  const mine = all.filter((_, index) => ours.has(index));
  const counted = mine.length > 0 ? mine : all;
  return { ms: counted.reduce((sum, { times }) => sum + times.idle, 0), processors: counted.length };
}
