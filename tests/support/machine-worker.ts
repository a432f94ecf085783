import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach } from "@jest/globals";
import { program } from "./command.js";

interface WorkerStart {
  /** Its state folder; a worker that is started again in the same one is the same machine. */
  home: string;
  redis: string;
  token: string;
  name: string;
  webui?: string;
  roles?: string;
}

export interface MachineProcess {
  child: ChildProcess;
  /** Ends it as a crash does, and waits. */
  kill(): Promise<void>;
}

/** Starts real workers, as other machines run them; those that still run are killed after each test. */
export function machineWorkers(): (start: WorkerStart) => MachineProcess {
  const running: MachineProcess[] = [];
  afterEach(async () => {
    for (const one of running.splice(0)) await one.kill();
  });
  return ({ home, redis, token, name, webui, roles = "sweep" }) => {
    const words = ["worker", "--engine", redis, "--name", name, "--roles", roles];
    if (webui !== undefined) words.push("--webui", webui);
    const child = spawn(process.execPath, [program, ...words], {
      env: { ...process.env, ATELIER_HOME: home, ATELIER_WORKER_TOKEN: token },
      stdio: ["ignore", "ignore", "inherit"],
    });
    const kill = async (): Promise<void> => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, "exit");
      child.kill("SIGKILL");
      // A frozen one ends when it goes on.
      child.kill("SIGCONT");
      await exited;
    };
    const one = { child, kill };
    running.push(one);
    return one;
  };
}
