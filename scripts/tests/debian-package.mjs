import { existsSync } from "node:fs";
import { runAside } from "./run-aside.mjs";

/** Installs packages of Debian's, where this is root there. @param title what is told meanwhile: "Installing … for …" */
export async function installDebianPackages(title, names, { recommended = false } = {}) {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  process.stderr.write(`${title} …\n`);
  await runAside("apt-get", ["update", "-qq"]);
  // Servers are started by the tests, each its own; the system's service is not wanted.
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };
  const only = recommended ? [] : ["--no-install-recommends"];
  await runAside("apt-get", ["install", "-y", "-qq", ...only, ...names], environment);
}
