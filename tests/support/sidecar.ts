import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach } from "@jest/globals";
import { program } from "./command.js";
import { firstLine } from "./first-line.js";

export interface RunningSidecar {
  port: number;
  token: string;
  child: ChildProcess;
  /** Ends it as a crash does, and waits. */
  kill(): Promise<void>;
}

/** Starts real sidecars as the WebUI's shim does; those that still run are killed after each test. */
export function sidecars(): (home: string, environment?: NodeJS.ProcessEnv) => Promise<RunningSidecar> {
  const running: RunningSidecar[] = [];
  afterEach(async () => {
    for (const one of running.splice(0)) await one.kill();
  });
  return async (home, environment = {}) => {
    const env = { ...process.env, ATELIER_HOME: home, ...environment };
    const child = spawn(process.execPath, [program, "--port", "0", "--parent", String(process.pid)], {
      env,
      stdio: ["pipe", "pipe", "inherit"],
    });
    const { port, token } = Object(JSON.parse(await firstLine(child))).ready;
    const kill = async (): Promise<void> => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, "exit");
      child.kill("SIGKILL");
      await exited;
    };
    const one = { port, token, child, kill };
    running.push(one);
    return one;
  };
}
