import { existsSync, realpathSync } from "node:fs";
import { posix, win32 } from "node:path";

const SCRIPT = "node_modules/npm/bin/npm-cli.js";

/**
 * Where npm's own script file may be, best first: it is run by our Node, so that neither a shell nor Windows' `npm.cmd` is needed.
 * @param given.node the running Node's program @param given.environment its variables @param given.platform as `process.platform`
 */
function npmCandidates({ node, environment, platform }) {
  const { dirname, join, delimiter } = platform === "win32" ? win32 : posix;
  const beside = dirname(node);
  const folders = (environment.PATH ?? environment.Path ?? "").split(delimiter).filter(Boolean);
  const onPath =
    platform === "win32"
      ? folders.map((folder) => join(folder, SCRIPT))
      : folders.flatMap((folder) => [join(folder, "npm"), join(folder, "../lib", SCRIPT)]);
  return [
    environment.npm_execpath,
    join(beside, SCRIPT),
    join(beside, "../lib", SCRIPT),
    // PyPI's Node.
    join(beside, "lib", SCRIPT),
    join(beside, "../", SCRIPT),
    // Homebrew keeps it there, Debian here.
    join(beside, "../libexec/lib", SCRIPT),
    ...(platform === "win32" ? [] : ["/usr/share/nodejs/npm/bin/npm-cli.js"]),
    ...onPath,
  ].filter(Boolean);
}

/** npm's script file, or null. A `npm` on the PATH counts where it is a link to that file; a shell script does not. */
export function findNpm({
  node = process.execPath,
  environment = process.env,
  platform = process.platform,
  exists = existsSync,
  realPath = realpathSync,
} = {}) {
  for (const candidate of npmCandidates({ node, environment, platform })) {
    if (!exists(candidate)) continue;
    const file = realPath(candidate);
    if (/npm-cli\.js$/.test(file)) return file;
  }
  return null;
}

/** The names of the lock file's packages that an installation without development packages holds on this system. */
export function packagesFor({ packages }, { platform, architecture, withDevelopment }) {
  const fits = (list, value) =>
    !list || (list.some((one) => one.startsWith("!")) ? !list.includes(`!${value}`) : list.includes(value));
  return Object.entries(packages)
    .filter(([name, { dev }]) => name !== "" && (withDevelopment || !dev))
    .filter(([, { os, cpu, libc }]) => fits(os, platform) && fits(cpu, architecture) && fits(libc, "glibc"))
    .map(([name]) => name);
}

// Off line, npm would try for two minutes before it says so.
const PATIENCE = ["--fetch-retries=2", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000"];

/** Not `npm ci`: it refuses a lock file that lacks another system's optional binaries, which some registries leave out. */
export const npmArguments = (withDevelopment) => [
  ...["install", "--no-save", "--no-audit", "--no-fund", "--no-progress", "--no-update-notifier", "--loglevel=http"],
  ...PATIENCE,
  ...(withDevelopment ? [] : ["--omit=dev"]),
];

/** A line by which npm tells that a package's archive arrived, from the network or its cache. */
export const isArchive = (line) => /^npm http (?:fetch|cache) .*\.tgz/.test(line);
/** A file of a package could not be written. npm warns, leaves it out, and says in the end that all went well. */
export const isSpoilt = (line) => /^npm (?:WARN|warn) tar TAR_ENTRY_ERROR/.test(line);
export const isTraffic = (line) => /^npm http /.test(line);

// A network that is away is known after a few; one that only stumbles answers something meanwhile.
const FAILURES_WITHOUT_ANSWER = 4;

/** A function that says, after each line of npm, whether nothing at all can be reached: npm itself goes on for minutes. */
export function watchReach() {
  let failures = 0;
  let answered = false;
  return (line) => {
    answered ||= /^npm http (?:fetch GET \d|cache )/.test(line);
    if (/^npm http fetch GET .* attempt \d+ failed with/.test(line)) failures += 1;
    return !answered && failures >= FAILURES_WITHOUT_ANSWER;
  };
}
