import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterEach } from "@jest/globals";
import { freePort } from "./free-port.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));

const pythonOf = (name: string): string =>
  `${root}.venvs/${name}/${process.platform === "win32" ? "Scripts/python.exe" : "bin/python"}`;

/** The WebUI stacks whose Python environment `npm test` could make. */
export const preparedStacks = ["a1111", "forge", "forge-neo"].filter((name) => existsSync(pythonOf(name)));

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill("SIGKILL");
  await exited;
}

/** Starts the WebUI stand-in on a stack's real gradio and gives its port; ended after each test, or when `after` says. */
export function webuis(
  after = afterEach,
): (stack: string, home: string, argumentList?: string[], environment?: Record<string, string>) => Promise<number> {
  const running: ChildProcess[] = [];
  after(async () => {
    for (const child of running.splice(0)) await end(child);
  });
  return async (stack, home, argumentList = [], environment = {}) => {
    const env = {
      ...process.env,
      ATELIER_HOME: home,
      GRADIO_ANALYTICS_ENABLED: "False",
      PYTHONDONTWRITEBYTECODE: "1",
      ...environment,
    };
    const program = `${root}tests/support/webui/webui_stand_in.py`;
    // On a busy machine another program may take the port before the stand-in does.
    for (let attempt = 0; attempt < 3; attempt++) {
      const port = await freePort();
      const child = spawn(pythonOf(stack), [program, "--port", String(port), ...argumentList], {
        env,
        stdio: ["ignore", "pipe", "ignore"],
      });
      running.push(child);
      let ready = false;
      for await (const line of createInterface(child.stdout)) {
        ready = line.includes('"ready"');
        if (ready) break;
      }
      child.stdout.resume();
      if (ready) return port;
    }
    throw new Error(`The stand-in on ${stack} did not start.`);
  };
}
