import type { WorkerRole } from "../../host/jobs/job-kind.js";
import type { Machines } from "../door/machines.js";
import { contend, type ProcessorUse } from "../processors/contend.js";

// Items that each of those on the same processors must have to do: for another one there the model is opened once more, and the
// last item is computed with a part of the processors.
const ITEMS_EACH = 16;
// Of the processors, this much must be idle for another to be of use there, and at least most of one.
const IDLE_PART = 0.25;
const IDLE_LEAST = 0.7;

/**
 * Whether some of a machine's processors are idle while others compute there. Those tell of all that are busy, by whomever; it is not
 * known before they have computed a little.
 */
function leaveSome({ processors }: ProcessorUse, rivals: readonly ProcessorUse[]): boolean {
  const most = Math.max(...rivals.map(({ busy }) => busy ?? processors));
  return processors - most >= Math.max(IDLE_LEAST, IDLE_PART * processors);
}

interface TakingPart {
  machines: Pick<Machines, "ready">;
  role: WorkerRole;
  /** How this studio computes; null where it does not work along, or computes on a card. */
  here(): ProcessorUse | null;
}

/**
 * Which machines take part in one job: all that have processors or a card of their own; of those that share processors one, and
 * the others only when it leaves some of them idle, and there is enough to do. Who takes part goes on for as long as it is ready.
 * @returns asked with how many items the job has had so far
 */
export function takingPart({ machines, role, here }: TakingPart): (added: number) => string[] {
  const taking = new Set<string>();
  return (added) => {
    const ready = machines.ready(role);
    const there = new Set(ready.map(({ id }) => id));
    for (const id of taking) if (!there.has(id)) taking.delete(id);
    const own = here();
    const computing: ProcessorUse[] = ready.filter(({ id }) => taking.has(id));
    if (own) computing.push(own);
    for (const machine of ready) {
      if (taking.has(machine.id)) continue;
      const rivals = computing.filter((one) => contend(one, machine));
      const isOfUse = added >= ITEMS_EACH * (rivals.length + 1) && leaveSome(machine, rivals);
      if (rivals.length > 0 && !isOfUse) continue;
      taking.add(machine.id);
      computing.push(machine);
    }
    return [...taking];
  };
}
