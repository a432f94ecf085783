import { createHash } from "node:crypto";
import pg from "pg";
import { reportError } from "../../host/studio-error.js";
import { postgresLine } from "./postgres-line.js";
import { postgresWorker } from "./postgres-worker.js";
import type { PostgresAddress } from "./queue-address.js";
import type { QueueServer } from "./queue-server.js";
import { ANSWER_MS } from "./queue-timing.js";

// A site's server gives all programs together a hundred unless told otherwise. The studio has a line for each machine and role, and
// leaves its connection when it has been quiet; who takes from a line has it for itself.
const studioConnections = { max: 1, idleTimeoutMillis: 2000 };
const workerConnections = { max: 2 };

// What two that come at the same time do to each other: both make the schema, one is told that it is there.
const madeMeanwhile: readonly unknown[] = ["23505", "42P06", "42P07"];

/** The schema that holds what belongs to one studio; beside the site's own, whatever it is called. BullMQ takes no dashes. */
export function schemaOf(name: string): string {
  if (!name.includes("-")) return `lora_atelier_${name}`;
  // So that `a-b` and `a_b` are two.
  const mark = createHash("sha256").update(name).digest("hex").slice(0, 8);
  return `lora_atelier_${name.replaceAll("-", "_")}_${mark}`;
}

/** A PostgreSQL: what belongs to one studio is in a schema of its own, which BullMQ fills; values are in one more table. */
export function openPostgresQueue({ connection, name }: PostgresAddress): QueueServer {
  const schema = schemaOf(name);
  const reached = { connectionString: connection, connectionTimeoutMillis: ANSWER_MS, keepAlive: true };
  const lineConnection = { ...reached, schema, migrate: true };
  const pool = new pg.Pool({ ...reached, max: 1, query_timeout: ANSWER_MS });
  const table = `${pg.escapeIdentifier(schema)}.told`;
  let tell = (_reason: string | null): void => {};
  // A connection that rests in the pool, and is lost.
  pool.on("error", (error) => tell(error.message));
  let isMade: Promise<void> | null = null;

  const make = async (): Promise<void> => {
    try {
      await pool.query(`CREATE SCHEMA IF NOT EXISTS ${pg.escapeIdentifier(schema)}`);
      await pool.query(
        `CREATE TABLE IF NOT EXISTS ${table} (key text PRIMARY KEY, value text NOT NULL, until timestamptz NOT NULL)`,
      );
    } catch (error) {
      if (!madeMeanwhile.includes(Object(error).code)) throw error;
      await make();
    }
  };
  const query = async (text: string, values: (string | number)[]) => {
    isMade ??= make();
    try {
      await isMade;
      const found = await pool.query<{ value: unknown }>(text, values);
      tell(null);
      return found;
    } catch (error) {
      // Somebody may have emptied it: it is looked for again.
      isMade = null;
      tell(reportError(error).message);
      throw error;
    }
  };
  const later = "now() + $3 * interval '1 millisecond'";
  return {
    line: (line) => postgresLine(line, { ...lineConnection, ...studioConnections }),
    worker: (line, work, options) =>
      postgresWorker(line, work, { ...options, connection: { ...lineConnection, ...workerConnections } }),
    async set(key, value, ms) {
      await query(
        `INSERT INTO ${table} VALUES ($1, $2, ${later}) ON CONFLICT (key) DO UPDATE SET value = excluded.value, until = excluded.until`,
        [key, value, ms],
      );
    },
    async get(key) {
      const { rows } = await query(`SELECT value FROM ${table} WHERE key = $1 AND until > now()`, [key]);
      return rows[0] === undefined ? null : String(rows[0].value);
    },
    async hold(key, value, ms) {
      const { rowCount } = await query(
        `INSERT INTO ${table} AS held VALUES ($1, $2, ${later}) ON CONFLICT (key) DO UPDATE
          SET value = excluded.value, until = excluded.until WHERE held.until <= now() OR held.value = excluded.value`,
        [key, value, ms],
      );
      return rowCount === 1;
    },
    async release(key, value) {
      await query(`DELETE FROM ${table} WHERE key = $1 AND value = $2`, [key, value]);
    },
    onTrouble(listener) {
      tell = listener;
    },
    close: () => pool.end(),
  };
}
