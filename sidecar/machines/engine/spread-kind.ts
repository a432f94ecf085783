import PQueue from "p-queue";
import type { JobBench, JobContext, JobKind } from "../../host/jobs/job-kind.js";
import type { MachineHouse } from "./machine-house.js";
import { openSpread } from "./spread.js";

// Enough for many machines' shards; what is in none of them only waits.
const ITEMS_IN_FLIGHT = 1024;

/** The kind's own bench, given no more at a time than the kind wants. */
async function openAlone<P, I, R>(kind: JobKind<P, I, R>, params: P, context: JobContext): Promise<JobBench<I, R>> {
  const bench = await kind.open(params, context);
  const lanes = new PQueue({ concurrency: kind.concurrency });
  return { run: (item) => lanes.add(() => bench.run(item)), close: () => bench.close() };
}

/**
 * The same kind, with a bench that is spread over machines, where its items can travel. Plan and ledger stay here.
 * @param house opened when there is work: a program that does none needs no queue; null where it cannot be opened
 */
export function spreadKind<P, I, R>(
  kind: JobKind<P, I, R>,
  house: () => Promise<MachineHouse | null>,
): JobKind<P, I, R> {
  const { travel } = kind;
  if (!travel) return kind;
  return {
    ...kind,
    concurrency: ITEMS_IN_FLIGHT,
    async open(params, context) {
      const machines = await house();
      if (machines === null) return openAlone(kind, params, context);
      return openSpread({ kind, travel, params, context, house: machines });
    },
  };
}
