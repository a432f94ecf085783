import type { QueueAddress } from "./queue-address.js";
import type { QueueServer } from "./queue-server.js";

/** Opens the server at an address; it need not answer yet. Read when there is one: nobody else pays for it. */
export async function openQueueServer(address: QueueAddress): Promise<QueueServer> {
  if (address.program === "Redis") return (await import("./redis-queue.js")).openRedisQueue(address);
  return (await import("./postgres-queue.js")).openPostgresQueue(address);
}
