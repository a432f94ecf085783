import { Redis } from "ioredis";
import type { RedisAddress } from "./queue-address.js";
import type { QueueFacts } from "./queue-facts.js";
import { ANSWER_MS } from "./queue-timing.js";

/** Asks a Redis by a connection of its own. @throws Error when it does not answer, or refuses the password */
export async function redisFacts({ connection }: RedisAddress): Promise<QueueFacts> {
  const client = new Redis({
    ...connection,
    lazyConnect: true,
    connectTimeout: ANSWER_MS,
    commandTimeout: ANSWER_MS,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  // What went wrong while connecting says more than that it is closed now.
  let reason: Error | null = null;
  client.on("error", (error: Error) => {
    reason ??= error;
  });
  try {
    await client.connect();
    const told = `${await client.info("server")}\n${await client.info("memory")}`;
    const field = (name: string): string | null => new RegExp(`^${name}:(.*?)\r?$`, "m").exec(told)?.[1] ?? null;
    const valkey = field("valkey_version");
    return {
      version: valkey === null ? (field("redis_version") ?? "?") : `Valkey ${valkey}`,
      policy: field("maxmemory_policy") ?? "?",
    };
  } catch (error) {
    throw reason ?? error;
  } finally {
    client.disconnect();
  }
}
