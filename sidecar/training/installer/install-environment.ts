import { readdirSync } from "node:fs";
import { join } from "node:path";
import { trainerEnvironment } from "../trainer/trainer-environment.js";
import { venvPython } from "./install-files.js";

// They send what is installed elsewhere, or make git work on another repository.
const astray =
  /^(PIP_(USER|TARGET|PREFIX|ROOT|PYTHON|LOG|QUIET|VERBOSE|REPORT|DRY_RUN)|GIT_(?!SSL|SSH|ASKPASS|PROXY).*)$/i;
// Since 24.1 pip tells in plain numbers how far a download is.
const RAW_SINCE = [24, 1] as const;

/** Major and minor version of the pip that a venv's folder shows; null without one. */
function pipVersion(folder: string): [number, number] | null {
  const library = join(folder, "venv", "lib");
  const names = (path: string): string[] => {
    try {
      return readdirSync(path);
    } catch {
      return [];
    }
  };
  const sites = [join(folder, "venv", "Lib", "site-packages")].concat(
    names(library).map((name) => join(library, name, "site-packages")),
  );
  for (const name of sites.flatMap(names)) {
    const [, major, minor] = /^pip-(\d+)\.(\d+).*\.dist-info$/.exec(name) ?? [];
    if (major !== undefined) return [Number(major), Number(minor)];
  }
  return null;
}

/** For git, venv and pip: the user's mirrors, proxies and certificates are kept; nothing asks a question nobody sees. */
export function installEnvironment(
  folder: string,
  environment: NodeJS.ProcessEnv = process.env,
): Record<string, string> {
  const kept = Object.entries(trainerEnvironment(venvPython(folder), environment)).filter(
    ([name]) => !astray.test(name),
  );
  const [major, minor] = pipVersion(folder) ?? [0, 0];
  const tellsAmounts = major > RAW_SINCE[0] || (major === RAW_SINCE[0] && minor >= RAW_SINCE[1]);
  return {
    ...Object.fromEntries(kept),
    // Messages are read for their cause.
    LC_ALL: "C.UTF-8",
    PIP_USER: "0",
    PIP_NO_INPUT: "1",
    PIP_DISABLE_PIP_VERSION_CHECK: "1",
    PIP_PROGRESS_BAR: tellsAmounts ? "raw" : "off",
    GIT_TERMINAL_PROMPT: "0",
  };
}
