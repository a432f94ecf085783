import { spawn } from "node:child_process";
import { Redis } from "ioredis";
import { freePort } from "./free-port.js";

/** Set by the test set-up where a redis-server is to be had. */
export const redisProgram = process.env.REDIS_SERVER ?? null;

export interface TestRedis {
  url: string;
  port: number;
  pid(): number;
  /** Ends it at once, and starts it anew with nothing in it. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

async function untilAnswers(port: number): Promise<void> {
  const client = new Redis({ host: "127.0.0.1", port, maxRetriesPerRequest: null, retryStrategy: () => 50 });
  client.on("error", () => {});
  await client.ping();
  client.disconnect();
}

/** A real redis-server of the test's own, which keeps nothing on disk. @param address where it is reached, besides by this machine itself */
export async function startRedis(address = "127.0.0.1"): Promise<TestRedis> {
  if (redisProgram === null) throw new Error("REDIS_SERVER is not set");
  const program = redisProgram;
  const port = await freePort();
  const start = () =>
    spawn(
      program,
      [
        "--port",
        String(port),
        "--bind",
        ...new Set(["127.0.0.1", address]),
        "--protected-mode",
        "no",
        "--save",
        "",
        "--appendonly",
        "no",
        "--daemonize",
        "no",
      ],
      { stdio: "ignore" },
    );
  let child = start();
  const end = (): Promise<void> =>
    new Promise((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve();
      child.once("exit", () => resolve());
      child.kill("SIGKILL");
    });
  await untilAnswers(port);
  return {
    url: `redis://${address}:${port}`,
    port,
    pid: () => child.pid ?? 0,
    async restart() {
      await end();
      child = start();
      await untilAnswers(port);
    },
    stop: end,
  };
}
