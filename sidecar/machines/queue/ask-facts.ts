import type { QueueAddress } from "./queue-address.js";
import type { QueueFacts } from "./queue-facts.js";

/** Asks a server by a connection of its own. @throws Error when it does not answer, or refuses the password */
export async function queueFacts(address: QueueAddress): Promise<QueueFacts> {
  if (address.program === "Redis") return (await import("./redis-facts.js")).redisFacts(address);
  return (await import("./postgres-facts.js")).postgresFacts(address);
}
