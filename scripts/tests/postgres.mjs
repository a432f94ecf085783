import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { runAside } from "./run-aside.mjs";

const debian = "/usr/lib/postgresql";
const isThere = (folder) =>
  ["initdb", "postgres"].every((name) => spawnSync(join(folder, name), ["--version"]).status === 0);

function found() {
  const versions = existsSync(debian) ? readdirSync(debian).sort((left, right) => Number(right) - Number(left)) : [];
  const folders = [process.env.POSTGRES_PROGRAMS, ...versions.map((version) => join(debian, version, "bin"))];
  return folders.find((one) => one && isThere(one)) ?? null;
}

/** The folder of PostgreSQL's programs for the tests of several machines: the system's, or Debian's package when root; else null. */
export async function preparePostgres() {
  if (found() === null && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    process.stderr.write("Installing PostgreSQL for the tests of several machines …\n");
    await runAside("apt-get", ["update", "-qq"]);
    // Started by the tests, each its own; the system's service is not wanted.
    const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };
    await runAside("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "postgresql"], environment);
  }
  return found();
}
