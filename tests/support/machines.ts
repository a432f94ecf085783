import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach } from "@jest/globals";
import { program } from "./command.js";

const workerToken = "token-of-the-tests";

/** A `worker` process of the real program. */
export interface TestMachine {
  child: ChildProcess;
  home: string;
  /** Ends it as a crash does, and waits. */
  kill(): Promise<void>;
  signal(name: "SIGSTOP" | "SIGCONT" | "SIGTERM"): void;
  /** Files of the studio's that it has fetched. */
  files(): Promise<number>;
}

/** What a studio needs to let machines in, for its environment. */
export const machinesEnvironment = (redis: string, address = "127.0.0.1"): NodeJS.ProcessEnv => ({
  ATELIER_REDIS_URL: redis,
  ATELIER_MACHINES_LISTEN: `${address}:0`,
  ATELIER_WORKER_TOKEN: workerToken,
});

/** Starts workers; those that still run are killed after each test. Settles when one has joined its studio. */
export function testMachines(): (
  home: string,
  redis: string,
  options?: {
    words?: readonly string[];
    environment?: NodeJS.ProcessEnv;
    /** Before the program: how it comes into a room of its own. */
    enter?: readonly string[];
  },
) => Promise<TestMachine> {
  const running: TestMachine[] = [];
  afterEach(async () => {
    for (const one of running.splice(0)) await one.kill();
  });
  return async (home, redis, { words = [], environment = {}, enter = [] } = {}) => {
    const [command = "", ...rest] = [...enter, process.execPath, program, "worker", "--engine", redis, ...words];
    const child = spawn(command, rest, {
      env: { ...process.env, ATELIER_HOME: home, ATELIER_WORKER_TOKEN: workerToken, ...environment },
      stdio: ["ignore", "ignore", "pipe"],
    });
    const kill = async (): Promise<void> => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, "exit");
      child.kill("SIGKILL");
      await exited;
    };
    const machine: TestMachine = {
      child,
      home,
      kill,
      signal: (name) => void child.kill(name),
      async files() {
        const found = await readdir(join(home, "workers/1/cache/files"), { recursive: true }).catch(() => []);
        return found.filter((name) => /file\.\w+$/.test(name)).length;
      },
    };
    running.push(machine);
    const lines = createInterface(child.stderr);
    await new Promise<void>((resolve, reject) => {
      const said: string[] = [];
      lines.on("line", (line) => {
        said.push(line);
        if (line.includes("Joined the studio.")) resolve();
      });
      child.once("exit", () => reject(new Error(said.join("\n"))));
    });
    return machine;
  };
}
