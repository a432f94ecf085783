import { listedCores } from "../../host/core-list.js";
import type { OwnProcessors } from "../../host/own-processors.js";
import { type Claimant, shareOf } from "../processors/share-of.js";
import type { KnownMachine, Machines } from "./machines.js";
import type { Tasks } from "./tasks.js";

/** The studio itself, as it computes beside its machines. */
interface StudioAtWork {
  processors: OwnProcessors;
  /** Whether it works along. */
  worksHere(): boolean;
  /** Whether it has work now. */
  isWorking(): boolean;
  isOnCard(): boolean;
  /** Threads that its owner gave it; null: its share. */
  given(): number | null;
}

/** How many threads each of those computes with that run on one machine; null where it has its processors for itself. */
export interface Shares {
  of(machine: string): number | null;
  ofStudio(): number | null;
}

interface SharesHouse {
  machines: Pick<Machines, "find" | "onKernel">;
  tasks: Pick<Tasks, "holders">;
  studio: StudioAtWork;
}

// No machine's name.
const STUDIO = "";

export function createShares({ machines, tasks, studio }: SharesHouse): Shares {
  const claimantOf = (machine: KnownMachine, holders: ReadonlySet<string>): Claimant[] => {
    const { id, cores, processors, threads, threadsGiven, onCard, isHere, order } = machine;
    const isWorking = holders.has(id);
    if (onCard || !isHere || (order !== "run" && !isWorking)) return [];
    return [{ id, cores: listedCores(cores), most: processors, given: threadsGiven ? threads : null, isWorking }];
  };
  const studioClaims = (kernel: string): Claimant[] => {
    if (kernel !== studio.processors.kernel || !studio.worksHere() || studio.isOnCard()) return [];
    const { cores, count } = studio.processors;
    const isWorking = studio.isWorking();
    return [{ id: STUDIO, cores: listedCores(cores), most: count, given: studio.given(), isWorking }];
  };
  const share = (kernel: string, id: string): number | null => {
    const there = machines.onKernel(kernel);
    // As most are: asked with every beat, and so without looking at all work.
    if (there.length < 2 && kernel !== studio.processors.kernel) return null;
    const holders = tasks.holders();
    const all = [...studioClaims(kernel), ...there.flatMap((one) => claimantOf(one, holders))];
    const me = all.find((one) => one.id === id);
    const others = all.filter((one) => one.id !== id);
    return me ? shareOf(me, others) : null;
  };
  return {
    of(machine) {
      const kernel = machines.find(machine)?.kernel ?? "";
      return kernel === "" ? null : share(kernel, machine);
    },
    // What it does for people meanwhile is its own business: who waits gets all processors.
    ofStudio: () => (studio.isWorking() ? share(studio.processors.kernel, STUDIO) : null),
  };
}
