import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { runAside } from "./run-aside.mjs";

const answers = (program) => spawnSync(program, ["--version"]).status === 0;

/** A redis-server for the tests of several machines: the system's, or Debian's package when root; null when none is to be had. */
export async function prepareRedis() {
  const found = () =>
    [process.env.REDIS_SERVER, "redis-server", "valkey-server"].find((one) => one && answers(one)) ?? null;
  if (found() === null && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    process.stderr.write("Installing redis-server for the tests of several machines …\n");
    await runAside("apt-get", ["update", "-qq"]);
    // Started by the tests, each its own; the system's service is not wanted.
    const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };
    await runAside("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "redis-server"], environment);
  }
  return found();
}
