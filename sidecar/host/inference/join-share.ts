import type { ChildProcess } from "node:child_process";
import { parseBusy } from "./busy-meter.js";
import { processorShare } from "./processor-share.js";

/** A message that tells a process how many threads its session is to have from now on; null: as many as this machine has. */
export interface ThreadsTold {
  kind: "threads";
  threads: number | null;
}

// Later it is not known whether it computes at all.
const FRESH_MS = 15_000;

interface OpenSession {
  isOnCpu: boolean;
  /** Threads that somebody asked for; null: its share. */
  wanted: number | null;
  /** Threads that it was opened with. */
  opened: number | null;
}

/** A process that holds a session takes part in this program's share of the processors until it ends. */
export function joinShare(child: ChildProcess, { isOnCpu, wanted, opened }: OpenSession): void {
  let busy: number | null = null;
  let toldAt = Number.NEGATIVE_INFINITY;
  const tell = (threads: number | null): void => {
    if (child.connected) child.send({ kind: "threads", threads } satisfies ThreadsTold);
  };
  const leave = processorShare.join({
    isOnCpu,
    threads: opened,
    onThreads: wanted === null ? tell : null,
    busy: () => (performance.now() - toldAt < FRESH_MS ? busy : null),
  });
  child.on("message", (value: unknown) => {
    const told = parseBusy(value);
    if (told === null) return;
    [busy, toldAt] = [told, performance.now()];
  });
  child.on("exit", leave);
}
