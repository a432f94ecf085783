import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { classify } from "./classify.mjs";
import { SetUpFailure } from "./failure.mjs";
import { root } from "./root.mjs";

// Enough for npm's whole account of a failure.
const LINES_KEPT = 200;

/**
 * Runs a Node program for a step; `onLine` gets what it prints, and ends it by answering true. Resolves when it ended well.
 * @throws SetUpFailure with the cause
 */
export function runNode(step, argumentList, onLine) {
  const child = spawn(process.execPath, argumentList, {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NODE_ENV: "" },
    windowsHide: true,
  });
  const kept = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface(stream).on("line", (line) => {
      kept.push(line);
      if (kept.length > LINES_KEPT) kept.shift();
      if (onLine(line) === true) child.kill();
    });
  }
  return new Promise((resolve, reject) => {
    const failed = (evidence) => {
      const { code, values } = classify({ step, output: kept.join("\n"), ...evidence });
      reject(new SetUpFailure(code, values));
    };
    child.once("error", (error) => failed({ errorCode: error.code }));
    child.once("close", (status, signal) => (status === 0 ? resolve() : failed({ signal })));
  });
}
