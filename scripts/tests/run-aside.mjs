import { spawn } from "node:child_process";

/** Runs a program whose words go to stderr, while others run too; whether it ended well. */
export function runAside(program, argumentList, environment = process.env) {
  const child = spawn(program, argumentList, { stdio: ["ignore", 2, 2], env: environment });
  return new Promise((resolve) => {
    child.on("error", () => resolve(false));
    child.on("close", (status) => resolve(status === 0));
  });
}
