import { type CoreUser, dealCores } from "./deal-cores.js";

/** A program of ours on one machine that computes on its processors, or would. */
export interface Claimant extends CoreUser {
  /** It has work now. */
  isWorking: boolean;
}

const canUse = (one: Claimant, other: Claimant): boolean => one.cores.some((core) => other.cores.includes(core));

/**
 * Threads that one of them should compute with now; null where nobody else computes on its processors. Those count that have
 * work, so that a machine which only waits takes nothing from one that works.
 * @param others those on the same machine, without it
 */
export function shareOf(me: Claimant, others: readonly Claimant[]): number | null {
  const against = others.filter(({ isWorking }) => isWorking);
  if (!against.some((one) => canUse(me, one))) return null;
  return dealCores([me, ...against]).get(me.id) ?? 1;
}
