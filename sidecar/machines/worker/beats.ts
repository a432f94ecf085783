import { hostname, loadavg } from "node:os";
import { setTimeout as setTimeoutOf } from "node:timers/promises";
import type { ProcessorShare } from "../../host/inference/processor-share.js";
import { ownProcessors } from "../../host/own-processors.js";
import { reportError } from "../../host/studio-error.js";
import { version } from "../../host/version.js";
import type { MachineBeat, MachineOrder } from "../machine.js";
import type { StudioClient } from "./studio-client.js";

const BEAT_MS = 2000;
// The studio may ask for fewer, never for so few that an order takes minutes.
const LONGEST_BEAT_MS = 60_000;
// A studio that is away is not waited for.
const FAREWELL_MS = 2000;

/** What changes of a beat. */
type Pulse = Pick<MachineBeat, "doing" | "done" | "fetched" | "trouble" | "said">;

export interface BeatOptions {
  client: StudioClient;
  machine: Pick<MachineBeat, "id" | "roles" | "card" | "webui" | "trainer">;
  /** How it computes. */
  share: Pick<ProcessorShare, "isOnCard" | "busy" | "used" | "given">;
  pulse(): Pulse;
  onOrder(order: MachineOrder): void;
  /** These tasks are over: nobody waits for them. */
  onOver(tasks: readonly string[]): void;
  /** The studio answers again, or does not: why. */
  onStudio(trouble: string | null): void;
}

/** Tells the studio every two seconds that this machine is there, and hears what it is to do. @returns how to stop, which says goodbye */
export function startBeats({
  client,
  machine,
  share,
  pulse,
  onOrder,
  onOver,
  onStudio,
}: BeatOptions): () => Promise<void> {
  const { kernel, cores, count } = ownProcessors();
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  const told = (ends: boolean): MachineBeat => ({
    ...machine,
    host: hostname(),
    pid: process.pid,
    version,
    processors: count,
    kernel,
    cores,
    onCard: share.isOnCard(),
    busy: share.busy(),
    threads: share.used(),
    threadsGiven: share.given() !== null,
    load: loadavg()[0] ?? 0,
    ...pulse(),
    ends,
  });
  const beat = async (): Promise<void> => {
    let nextMs: number | null = null;
    try {
      const answer = await client.beat(told(false));
      if (isOver) return;
      nextMs = answer.nextMs;
      onStudio(null);
      onOver(answer.over);
      onOrder(answer.order);
    } catch (error) {
      onStudio(reportError(error).message);
    }
    if (!isOver) timer = setTimeout(() => void beat(), Math.max(BEAT_MS, Math.min(LONGEST_BEAT_MS, nextMs ?? 0)));
  };
  void beat();
  return async () => {
    isOver = true;
    clearTimeout(timer);
    await Promise.race([client.beat(told(true)).catch(() => {}), setTimeoutOf(FAREWELL_MS, null, { ref: false })]);
  };
}
