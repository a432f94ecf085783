import { setTimeout as wait } from "node:timers/promises";
import { protocolVersion } from "../../protocol/validate.js";
import { StudioError } from "../host/studio-error.js";
import { tokenHeader } from "../server/access.js";
import { type Endpoint, readEndpoint } from "../server/endpoint.js";

// Whoever starts takes the lock a moment before it writes where it is, and one that ends lets the lock go last.
const TRIES = 100;
const WAIT_MS = 100;

/** Asks an older sidecar to make room. @throws StudioError "protocolMismatch" when it is at work */
async function retireOlder({ port, token, protocol }: Endpoint): Promise<void> {
  const address = `http://127.0.0.1:${port}/shutdown?if-idle`;
  const { status } = await fetch(address, { method: "POST", headers: { [tokenHeader]: token } });
  if (status === 204) return;
  throw new StudioError(
    "protocolMismatch",
    `An older studio is at work: it speaks protocol ${protocol}, this program protocol ${protocolVersion}.`,
    "Wait until its jobs are done, or end it, then try again.",
  );
}

/**
 * One process works on a state folder: `own` is tried first and answers null when another has the lock; then `join` is
 * tried with where that one is. An older program's idle sidecar is asked to make room.
 * @throws StudioError "busy" when the lock stays with a command that cannot be joined
 */
export async function ownOrJoin<T>(
  folder: string,
  own: () => Promise<T | null>,
  join: (endpoint: Endpoint) => Promise<T>,
): Promise<T> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const mine = await own();
    if (mine !== null) return mine;
    const endpoint = await readEndpoint(folder);
    try {
      if (endpoint && endpoint.protocol >= protocolVersion) return await join(endpoint);
      if (endpoint) await retireOlder(endpoint);
    } catch (error) {
      // Any other error means that nobody answers: the file is what a killed sidecar left.
      if (error instanceof StudioError) throw error;
    }
    await wait(WAIT_MS);
  }
  throw new StudioError("busy", "Another command is working on this state.", "Wait until it is done, then try again.");
}
