import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";
import { runNode } from "./run.mjs";
import { filesBelow, fingerprint, isStamped, removeStamps, stamp } from "./stamps.mjs";

const inRoot = (name) => join(root, name);

/** What tsc writes, and the program that is joined from it. A build with tests holds everything a user's build has. */
export function programStep(withTests) {
  const folders = ["sidecar", "protocol", ...(withTests ? ["scripts", "tests"] : [])];
  const project = withTests ? "tsconfig.tests.json" : "tsconfig.json";
  const value = () => {
    const sources = folders
      .flatMap((folder) => filesBelow(inRoot(folder)))
      .filter((path) => /\.(tsx?|json)$/.test(path) && !path.startsWith(inRoot("sidecar/ui")));
    return fingerprint([
      ...sources,
      ...["tsconfig.json", project, "package-lock.json", "scripts/set-up/bundle.mjs"].map(inRoot),
    ]);
  };
  return {
    step: "program",
    isCurrent() {
      if (!existsSync(inRoot("dist/program/main.js"))) return false;
      const current = value();
      return isStamped("build-all", current) || (!withTests && isStamped("build-user", current));
    },
    async work({ line }) {
      const before = value();
      removeStamps(["build-all", "build-user"]);
      // Files whose source is gone must not stay.
      for (const name of [...folders, "scripts", "tests"])
        rmSync(inRoot(`dist/${name}`), { recursive: true, force: true });
      for (const name of ["tsconfig", "tests"]) rmSync(inRoot(`dist/${name}.tsbuildinfo`), { force: true });
      await runNode("program", [inRoot("node_modules/typescript/bin/tsc"), "-p", project], line);
      await runNode("program", [inRoot("scripts/set-up/bundle.mjs")], line);
      stamp(withTests ? "build-all" : "build-user", before);
    },
  };
}

/** The page, and the page of exported sweeps. */
export function pageStep() {
  const value = () => {
    const sources = ["sidecar/ui", "sidecar/words", "protocol/generated"].flatMap((folder) =>
      filesBelow(inRoot(folder)),
    );
    return fingerprint([...sources, ...["vite.config.js", "vite.portable.config.js", "package-lock.json"].map(inRoot)]);
  };
  return {
    step: "page",
    isCurrent: () =>
      ["dist/ui/index.html", "dist/portable/portable.js"].every((name) => existsSync(inRoot(name))) &&
      isStamped("page", value()),
    async work({ line }) {
      const before = value();
      removeStamps(["page"]);
      const vite = [inRoot("node_modules/vite/bin/vite.js"), "build"];
      await runNode("page", vite, line);
      await runNode("page", [...vite, "-c", "vite.portable.config.js"], line);
      stamp("page", before);
    },
  };
}
