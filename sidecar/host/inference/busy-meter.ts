import { type IdleTime, idleTime } from "../idle-processors.js";

/** What a process that runs a model tells the one that started it. */
export interface BusyTold {
  kind: "busy";
  /** Processors that are busy while it runs its model, of those that it may use. */
  busy: number;
}

/** @returns null for any other message */
export function parseBusy(value: unknown): number | null {
  const { kind, busy } = Object(value);
  return kind === "busy" && typeof busy === "number" && busy >= 0 ? busy : null;
}

// Long enough to mean something, short enough to be known soon.
const TOLD_AFTER_MS = 500;
// Whoever computed until then has ended, or waits for something.
const PAUSE_MS = 200;

const processorMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

interface Gauges {
  clock(): number;
  /** Milliseconds of processors that this process has used. */
  used(): number;
  idle(): IdleTime;
}

const realGauges: Gauges = { clock: () => performance.now(), used: processorMs, idle: idleTime };

/**
 * Measures how many processors are busy while this process runs its model, and tells it now and then. Those that others use count,
 * too: this process has fewer then, and yet leaves nothing idle.
 * @returns measures one run
 */
export function createBusyMeter(
  tell: (told: BusyTold) => void,
  { clock, used, idle }: Gauges = realGauges,
): <T>(run: () => Promise<T>) => Promise<T> {
  let began: { at: number; idle: IdleTime } | null = null;
  let endedAt = 0;
  let passed = 0;
  let worked = 0;
  const begin = (): void => {
    began = { at: clock(), idle: idle() };
    passed = 0;
    worked = 0;
  };
  return async (run) => {
    if (began === null || clock() - endedAt > PAUSE_MS) begin();
    const [at, before] = [clock(), used()];
    try {
      return await run();
    } finally {
      endedAt = clock();
      passed += endedAt - at;
      worked += used() - before;
      if (began !== null && endedAt - began.at >= TOLD_AFTER_MS) {
        const { ms, processors } = idle();
        const notIdle = processors - (ms - began.idle.ms) / (endedAt - began.at);
        const busy = Math.max(notIdle, worked / passed);
        tell({ kind: "busy", busy: Math.round(100 * busy) / 100 });
        begin();
      }
    }
  };
}
