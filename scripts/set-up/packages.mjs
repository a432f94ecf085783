import { existsSync, readFileSync, rmSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { classify } from "./classify.mjs";
import { SetUpFailure } from "./failure.mjs";
import { findNpm, isArchive, isSpoilt, isTraffic, npmArguments, packagesFor, watchReach } from "./npm.mjs";
import { pruneOnnxBinaries } from "./prune.mjs";
import { root } from "./root.mjs";
import { runNode } from "./run.mjs";
import { fingerprint, hasStamp, isStamped, removeStamps, stamp } from "./stamps.mjs";

// Measured: 460 MB of packages before other systems' binaries are taken out, 20 MB of our own; npm's cache lies elsewhere.
const NEEDED_MB = 520;

const folder = join(root, "node_modules");

const value = () => fingerprint([join(root, "package-lock.json"), join(root, ".npmrc")]);

/** @throws SetUpFailure "diskFull" before the download rather than in its middle */
function requireSpace() {
  // A folder with packages needs only what changed.
  if (existsSync(folder)) return;
  const { bavail, bsize } = statfsSync(root);
  const free = Math.floor((bavail * bsize) / 1e6);
  if (free < NEEDED_MB)
    throw new SetUpFailure("diskFull", { path: root, needed: String(NEEDED_MB), free: String(free) });
}

const readJson = (name) => JSON.parse(readFileSync(join(root, name), "utf8"));

// Stays when the set-up is killed: npm takes a package that was half written for whole.
const HALF_DONE = "packages-begun";

const isMissing = (name) => !existsSync(join(folder, name, "package.json"));

/** Runs npm, and does not believe its exit code: files that it could not write are warnings to it. */
async function runNpm(npm, { withTests, line, count }) {
  const system = { platform: process.platform, architecture: process.arch, withDevelopment: withTests };
  const total = packagesFor(readJson("package-lock.json"), system).length;
  const isUnreachable = watchReach();
  let done = 0;
  let spoilt = "";
  try {
    await runNode("packages", [npm, ...npmArguments(withTests)], (text) => {
      if (isArchive(text)) count(Math.min(++done, total), total);
      else if (isSpoilt(text)) spoilt ||= text;
      else if (!isTraffic(text)) line(text);
      return isUnreachable(text);
    });
    const { dependencies } = readJson("package.json");
    if (spoilt === "" && Object.keys(dependencies).some(isMissing)) spoilt = "EINTEGRITY";
    if (spoilt !== "") {
      const { code, values } = classify({ step: "packages", output: spoilt });
      throw new SetUpFailure(code, values);
    }
  } catch (error) {
    if (spoilt !== "") rmSync(folder, { recursive: true, force: true });
    removeStamps([HALF_DONE]);
    throw error;
  }
}

/** The packages of the lock file. A full installation holds everything a user's needs, so it counts for both. */
export const packagesStep = (withTests) => ({
  step: "packages",
  isCurrent: () => isStamped("install-all", value()) || (!withTests && isStamped("install-user", value())),
  async work(tell) {
    const before = value();
    const npm = findNpm();
    if (npm === null) throw new SetUpFailure("noNpm", { node: process.execPath });
    if (hasStamp(HALF_DONE)) rmSync(folder, { recursive: true, force: true });
    requireSpace();
    removeStamps(["install-all", "install-user"]);
    stamp(HALF_DONE, "");
    await runNpm(npm, { withTests, ...tell });
    pruneOnnxBinaries(root);
    stamp(withTests ? "install-all" : "install-user", before);
    removeStamps([HALF_DONE]);
  },
});
