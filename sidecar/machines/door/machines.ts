import type { WorkerRole } from "../../host/jobs/job-kind.js";
import type { MachineBeat, MachineOrder } from "../machine.js";

/** A machine as the studio knows it. */
export interface KnownMachine extends MachineBeat {
  order: MachineOrder;
  /** Milliseconds since its last beat, by this machine's clock: others' clocks may be wrong. */
  silentMs: number;
  isHere: boolean;
  /** Of the last half minute; null until it has worked for some seconds. */
  itemsPerSecond: number | null;
}

// A hundred beats a second are all that the studio should have to listen to.
const BEAT_MS = 2000;
const BEAT_MS_A_MACHINE = 10;
// Of so many beats none came.
const BEATS_MISSED = 4;
// A machine that ended long ago is nobody's concern.
const FORGOTTEN_MS = 24 * 60 * 60_000;

// How long work is looked at for its rate.
const RATE_MS = 30_000;

/** Items done by a time of our clock, oldest first. */
type Pace = readonly { at: number; done: number }[];

function rateOf(pace: Pace): number | null {
  const [first, last] = [pace[0], pace.at(-1)];
  if (!first || !last || last.at - first.at < 4000) return null;
  return (last.done - first.done) / ((last.at - first.at) / 1000);
}

interface Known {
  beat: MachineBeat;
  at: number;
  order: MachineOrder;
  pace: Pace;
}

export interface Machines {
  beat(beat: MachineBeat): MachineOrder;
  /** How long a machine waits before its next beat: the more there are, the longer. */
  beatMs(): number;
  all(): KnownMachine[];
  /** One by its id, as it told of itself. */
  find(id: string): MachineBeat | null;
  /** Those that share a running system, and so its processors. */
  onKernel(kernel: string): KnownMachine[];
  /** Machines that take work of this role now, as they told of themselves. */
  ready(role: WorkerRole): MachineBeat[];
  /** @returns false when there is no such machine */
  order(id: string, order: MachineOrder): boolean;
  /** Called when a machine comes, goes, or changes; returns how to stop listening. */
  onChange(listener: () => void): () => void;
}

/** The machines that work for this studio. They tell of themselves; nothing is kept over a restart, after which they come again. */
export function createMachines(now: () => number = () => performance.now()): Machines {
  const known = new Map<string, Known>();
  const listeners = new Set<() => void>();
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  const beatMs = (): number => Math.max(BEAT_MS, BEAT_MS_A_MACHINE * known.size);
  const isHere = (at: number): boolean => now() - at < BEATS_MISSED * beatMs();
  /** Names of containers differ at each start: those that ended without a word would make all others speak ever more seldom. */
  const forget = (time: number): void => {
    for (const [id, one] of known) if (time - one.at >= FORGOTTEN_MS) known.delete(id);
  };
  const shown = ({ beat, at, order, pace }: Known): KnownMachine => {
    const silentMs = now() - at;
    return { ...beat, order, silentMs, isHere: isHere(at), itemsPerSecond: rateOf(pace) };
  };
  const all = (): KnownMachine[] => [...known.values()].map(shown).filter(({ silentMs }) => silentMs < FORGOTTEN_MS);
  return {
    beat(beat) {
      const before = known.get(beat.id);
      // Another process under that name is a machine that was started again: what was asked of the old one is done.
      const order = before?.beat.pid === beat.pid ? before.order : "run";
      if (beat.ends) {
        known.delete(beat.id);
        changed();
        return order;
      }
      const at = now();
      if (!before) forget(at);
      const kept = before?.beat.pid === beat.pid ? before.pace : [];
      const pace = [...kept.filter((one) => at - one.at < RATE_MS), { at, done: beat.done }];
      known.set(beat.id, { beat, at, order, pace });
      if (!before || JSON.stringify(before.beat) !== JSON.stringify(beat) || before.order !== order) changed();
      return order;
    },
    beatMs,
    all,
    find: (id) => known.get(id)?.beat ?? null,
    onKernel(kernel) {
      const found: KnownMachine[] = [];
      for (const one of known.values()) if (one.beat.kernel === kernel) found.push(shown(one));
      return found;
    },
    ready(role) {
      const found: MachineBeat[] = [];
      // Asked with every beat, and so without making anything.
      for (const { at, order, beat } of known.values())
        if (isHere(at) && order === "run" && beat.roles.includes(role)) found.push(beat);
      return found;
    },
    order(id, order) {
      const one = known.get(id);
      if (!one) return false;
      one.order = order;
      if (order === "remove" && !isHere(one.at)) known.delete(id);
      changed();
      return true;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
