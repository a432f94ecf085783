import { existsSync, readFileSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { SetUpFailure } from "./failure.mjs";
import { findNpm, isArchive, isTraffic, npmArguments, packagesFor } from "./npm.mjs";
import { pruneOnnxBinaries } from "./prune.mjs";
import { root } from "./root.mjs";
import { runNode } from "./run.mjs";
import { fingerprint, isStamped, removeStamps, stamp } from "./stamps.mjs";

// Measured: 460 MB of packages before other systems' binaries are taken out, 20 MB of our own; npm's cache lies elsewhere.
const NEEDED_MB = 520;

const value = () => fingerprint([join(root, "package-lock.json"), join(root, ".npmrc")]);

/** @throws SetUpFailure "diskFull" before the download rather than in its middle */
function requireSpace() {
  // A folder with packages needs only what changed.
  if (existsSync(join(root, "node_modules"))) return;
  const { bavail, bsize } = statfsSync(root);
  const free = Math.floor((bavail * bsize) / 1e6);
  if (free < NEEDED_MB)
    throw new SetUpFailure("diskFull", { path: root, needed: String(NEEDED_MB), free: String(free) });
}

/** The packages of the lock file. A full installation holds everything a user's needs, so it counts for both. */
export const packagesStep = (withTests) => ({
  step: "packages",
  isCurrent: () => isStamped("install-all", value()) || (!withTests && isStamped("install-user", value())),
  async work({ line, count }) {
    const before = value();
    const npm = findNpm();
    if (npm === null) throw new SetUpFailure("noNpm", { node: process.execPath });
    requireSpace();
    removeStamps(["install-all", "install-user"]);
    const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
    const system = { platform: process.platform, architecture: process.arch, withDevelopment: withTests };
    const total = packagesFor(lock, system).length;
    let done = 0;
    await runNode("packages", [npm, ...npmArguments(withTests)], (text) => {
      if (isArchive(text)) count(Math.min(++done, total), total);
      else if (!isTraffic(text)) line(text);
    });
    pruneOnnxBinaries(root);
    stamp(withTests ? "install-all" : "install-user", before);
  },
});
