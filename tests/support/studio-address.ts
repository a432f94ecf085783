import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach } from "@jest/globals";
import { program } from "./command.js";
import { firstLine } from "./first-line.js";

/** Starts `serve` as a user does and gives the address it prints; ended after each test. */
export function studioAddresses(): (home: string, environment?: NodeJS.ProcessEnv) => Promise<string> {
  const endings: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const end of endings.splice(0)) await end();
  });
  return async (home, environment = {}) => {
    const env = { ...process.env, ATELIER_HOME: home, ...environment };
    const child = spawn(process.execPath, [program, "serve", "--port", "0"], {
      env,
      stdio: ["ignore", "pipe", "inherit"],
    });
    endings.push(async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, "exit");
      child.kill("SIGTERM");
      await exited;
    });
    return String(/http:\S+/.exec(await firstLine(child))?.[0]);
  };
}
