import { SetUpFailure } from "./failure.mjs";

/** What the builder of the page and the bundler ask for: 20.19 and newer of 20, 22.12 and newer. */
function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major === 20) return minor >= 19;
  if (major === 22) return minor >= 12;
  return major > 22;
}

/** @throws SetUpFailure "oldNode" */
export function requireNode(version = process.versions.node) {
  if (!isNewEnough(version)) throw new SetUpFailure("oldNode", { node: version, needed: "20.19+ / 22.12+" });
}
