import { spawn } from "node:child_process";
import { basename } from "node:path";
import { watchUse } from "./watch-use.mjs";

/**
 * Runs a program to its end: seconds, seconds of CPU, peak memory, what it printed, and, where `sign` tells when something has
 * happened, after how many seconds that was.
 */
export async function run(program, argumentList, { environment = {}, sign = () => false } = {}) {
  const started = performance.now();
  let first = 0;
  const child = spawn(program, argumentList, {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const use = watchUse(child.pid);
  const look = setInterval(() => {
    if (first === 0 && sign()) first = performance.now() - started;
  }, 20);
  let [output, problems] = ["", ""];
  child.stdout.on("data", (data) => (output += data));
  child.stderr.on("data", (data) => (problems += data));
  const status = await new Promise((resolve) => child.once("close", resolve));
  clearInterval(look);
  const { peak, cpu } = use();
  if (status !== 0)
    throw new Error(`${basename(program)} ${argumentList[0]} ended with ${status}: ${problems.slice(-600)}`);
  return { seconds: (performance.now() - started) / 1000, first: first / 1000, peak, cpu, output, problems };
}
