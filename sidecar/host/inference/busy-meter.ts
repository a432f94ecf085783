/** What a process that runs a model tells the one that started it. */
export interface BusyTold {
  kind: "busy";
  /** Processors that it keeps busy while it runs its model. */
  busy: number;
}

/** @returns null for any other message */
export function parseBusy(value: unknown): number | null {
  const { kind, busy } = Object(value);
  return kind === "busy" && typeof busy === "number" && busy >= 0 ? busy : null;
}

// Long enough to mean something, short enough to be known soon.
const TOLD_AFTER_MS = 500;

const processorMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Measures how many processors this process keeps busy during runs, and tells it now and then. @returns measures one run */
export function createBusyMeter(
  tell: (told: BusyTold) => void,
  clock: () => number = () => performance.now(),
  used: () => number = processorMs,
): <T>(run: () => Promise<T>) => Promise<T> {
  let passed = 0;
  let worked = 0;
  return async (run) => {
    const [began, before] = [clock(), used()];
    try {
      return await run();
    } finally {
      passed += clock() - began;
      worked += used() - before;
      if (passed >= TOLD_AFTER_MS) {
        tell({ kind: "busy", busy: Math.round((100 * worked) / passed) / 100 });
        passed = 0;
        worked = 0;
      }
    }
  };
}
