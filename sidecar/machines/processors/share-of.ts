import type { WorkerRole } from "../../host/jobs/job-kind.js";
import { type CoreUser, dealCores } from "./deal-cores.js";

/** A program of ours on one machine that computes on its processors, or would. */
export interface Claimant extends CoreUser {
  roles: readonly WorkerRole[];
  /** It has work now. */
  isWorking: boolean;
}

const canUse = (one: Claimant, other: Claimant): boolean => one.cores.some((core) => other.cores.includes(core));

/**
 * Threads that one of them should compute with now; null where nobody else computes on its processors. Those count that have work
 * or will have some in a moment, so that a machine which only waits takes nothing from one that works. For one that has nothing
 * to do, also those that would get work together with it.
 * @param others those on the same machine, without it
 * @param wanted roles that work waits for
 */
export function shareOf(me: Claimant, others: readonly Claimant[], wanted: ReadonlySet<WorkerRole>): number | null {
  const claims = ({ isWorking, roles }: Claimant): boolean => isWorking || roles.some((role) => wanted.has(role));
  const isIdle = !claims(me);
  const against = others.filter((one) => claims(one) || (isIdle && one.roles.some((role) => me.roles.includes(role))));
  if (!against.some((one) => canUse(me, one))) return null;
  return dealCores([me, ...against]).get(me.id) ?? 1;
}
