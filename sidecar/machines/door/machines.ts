import type { WorkerRole } from "../../host/jobs/job-kind.js";
import type { MachineBeat, MachineOrder } from "../machine.js";

/** A machine as the studio knows it. */
interface KnownMachine extends MachineBeat {
  order: MachineOrder;
  /** Milliseconds since its last beat, by this machine's clock: others' clocks may be wrong. */
  silentMs: number;
  isHere: boolean;
}

// Three beats missed.
const SILENT_MS = 8000;
// A machine that ended long ago is nobody's concern.
const FORGOTTEN_MS = 24 * 60 * 60_000;

export interface Machines {
  beat(beat: MachineBeat): MachineOrder;
  all(): KnownMachine[];
  /** Machines that take work of this role now. */
  ready(role: WorkerRole): KnownMachine[];
  /** @returns false when there is no such machine */
  order(id: string, order: MachineOrder): boolean;
  /** Called when a machine comes, goes, or changes; returns how to stop listening. */
  onChange(listener: () => void): () => void;
}

/** The machines that work for this studio. They tell of themselves; nothing is kept over a restart, after which they come again. */
export function createMachines(now: () => number = () => performance.now()): Machines {
  const known = new Map<string, { beat: MachineBeat; at: number; order: MachineOrder }>();
  const listeners = new Set<() => void>();
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  const all = (): KnownMachine[] =>
    [...known.values()]
      .map(({ beat, at, order }) => {
        const silentMs = now() - at;
        return { ...beat, order, silentMs, isHere: silentMs < SILENT_MS };
      })
      .filter(({ silentMs }) => silentMs < FORGOTTEN_MS);
  return {
    beat(beat) {
      const before = known.get(beat.id);
      // Another process under that name is a machine that was started again: what was asked of the old one is done.
      const order = before?.beat.pid === beat.pid ? before.order : "run";
      known.set(beat.id, { beat, at: now(), order });
      if (!before || JSON.stringify(before.beat) !== JSON.stringify(beat) || before.order !== order) changed();
      return order;
    },
    all,
    ready: (role) => all().filter(({ isHere, order, roles }) => isHere && order === "run" && roles.includes(role)),
    order(id, order) {
      const one = known.get(id);
      if (!one) return false;
      one.order = order;
      if (order === "remove" && now() - one.at >= SILENT_MS) known.delete(id);
      changed();
      return true;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
