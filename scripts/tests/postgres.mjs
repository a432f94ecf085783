import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { installDebianPackages } from "./debian-package.mjs";

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
  if (found() === null)
    await installDebianPackages("Installing PostgreSQL for the tests of several machines", ["postgresql"]);
  return found();
}
