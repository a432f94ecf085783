import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chown, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { freePort } from "./free-port.js";

/** The folder of PostgreSQL's programs; set by the test set-up where they are to be had. */
export const postgresPrograms = process.env.POSTGRES_PROGRAMS ?? null;

export interface TestPostgres {
  url: string;
  /** Ends it at once, as a crash does. */
  end(): Promise<void>;
  /** Starts it with what it had, and settles when it answers. */
  begin(): Promise<void>;
  /** Runs a statement in it. */
  run(statement: string): Promise<void>;
  stop(): Promise<void>;
}

/** PostgreSQL refuses to run as root: then it runs as the user that its package made. */
function user(): { uid: number; gid: number } | Record<string, never> {
  if (process.getuid?.() !== 0) return {};
  const id = (of: string): number => Number(execFileSync("id", [of, "postgres"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

/** A real PostgreSQL of the test's own. */
export async function startPostgres(): Promise<TestPostgres> {
  if (postgresPrograms === null) throw new Error("POSTGRES_PROGRAMS is not set");
  const programs = postgresPrograms;
  const as = user();
  const folder = await mkdtemp(join(tmpdir(), "atelier-postgres-"));
  if (as.uid !== undefined && as.gid !== undefined) await chown(folder, as.uid, as.gid);
  const made = spawnSync(
    join(programs, "initdb"),
    ["-D", folder, "-A", "trust", "-U", "me", "--no-sync", "-E", "UTF8"],
    {
      ...as,
      cwd: folder,
      encoding: "utf8",
    },
  );
  if (made.status !== 0) throw new Error(made.stderr);
  const port = await freePort();
  const url = `postgres://me@127.0.0.1:${port}/postgres`;
  const settings = ["-c", "fsync=off", "-c", "listen_addresses=127.0.0.1"];
  const start = (): ChildProcess =>
    spawn(join(programs, "postgres"), ["-D", folder, "-p", String(port), "-k", folder, ...settings], {
      ...as,
      cwd: folder,
      stdio: "ignore",
    });
  let child = start();
  const run = async (statement: string): Promise<void> => {
    const client = new pg.Client({ connectionString: url });
    client.on("error", () => {});
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end().catch(() => {});
    }
  };
  const untilAnswers = async (): Promise<void> => {
    for (;;) {
      if (
        await run("SELECT 1").then(
          () => true,
          () => false,
        )
      )
        return;
      if (child.exitCode !== null) throw new Error(`postgres ended with ${child.exitCode}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const end = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, "exit");
    // At once, without waiting for who is connected.
    child.kill("SIGQUIT");
    await exited;
  };
  await untilAnswers();
  return {
    url,
    run,
    end,
    async begin() {
      child = start();
      await untilAnswers();
    },
    async stop() {
      await end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
