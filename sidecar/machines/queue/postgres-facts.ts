import pg from "pg";
import type { PostgresAddress } from "./queue-address.js";
import type { QueueFacts } from "./queue-facts.js";
import { ANSWER_MS } from "./queue-timing.js";

/** Asks a PostgreSQL by a connection of its own. @throws Error when it does not answer, or refuses the password */
export async function postgresFacts({ connection }: PostgresAddress): Promise<QueueFacts> {
  const client = new pg.Client({
    connectionString: connection,
    connectionTimeoutMillis: ANSWER_MS,
    query_timeout: ANSWER_MS,
  });
  // Told by the question that it fails.
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version: unknown }>("SHOW server_version");
    return { version: `PostgreSQL ${String(rows[0]?.server_version ?? "?").split(" ")[0]}`, policy: null };
  } finally {
    await client.end().catch(() => {});
  }
}
