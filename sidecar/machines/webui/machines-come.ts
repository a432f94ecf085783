import { setTimeout as wait } from "node:timers/promises";
import type { StudioMachines } from "../machines-of.js";

// A machine says every two seconds that it is there.
const COME_MS = 3000;

/** Lets machines in, and settles when those that were waiting for a studio have come. Costs nothing later, or without a queue. */
export function machinesCome(machines: Pick<StudioMachines, "open">): () => Promise<void> {
  let coming: Promise<void> | null = null;
  return () => {
    coming ??= machines.open().then(async (open) => {
      if (open !== null) await wait(COME_MS);
    });
    return coming;
  };
}
