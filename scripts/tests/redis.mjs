import { spawnSync } from "node:child_process";
import { installDebianPackages } from "./debian-package.mjs";

const answers = (program) => spawnSync(program, ["--version"]).status === 0;
const found = () =>
  [process.env.REDIS_SERVER, "redis-server", "valkey-server"].find((one) => one && answers(one)) ?? null;

/** A redis-server for the tests of several machines: the system's, or Debian's package when root; null when none is to be had. */
export async function prepareRedis() {
  if (found() === null)
    await installDebianPackages("Installing redis-server for the tests of several machines", ["redis-server"]);
  return found();
}
