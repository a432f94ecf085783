// Installs and builds what is not current. Plain Node without dependencies, because it runs before there are any
// (npm's own hooks are off). Everything it says goes to stderr: stdout belongs to the command that follows.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { withSetUpLock } from "./set-up/lock.mjs";
import { pruneOnnxBinaries } from "./set-up/prune.mjs";
import { retireRunningSidecar } from "./set-up/retire.mjs";
import { root } from "./set-up/root.mjs";

const say = (text) => process.stderr.write(`${text}\n`);

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  say(`LoRA Atelier needs Node 20.19 or newer; this is Node ${process.versions.node}.`);
  say("Install a current Node from your system or nodejs.org, then run the same command again.");
  process.exit(1);
}

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/** One hash over names, sizes and times: enough to see that something changed, cheap enough for every start. */
function fingerprint(paths) {
  const hash = createHash("sha256").update(process.versions.node);
  for (const path of paths) {
    if (!existsSync(path)) continue;
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path}\0${size}\0${mtimeMs}\0`);
  }
  return hash.digest("hex");
}

const stampPath = (name) => join(root, ".setup", `${name}.stamp`);
const isCurrent = (name, value) => existsSync(stampPath(name)) && readFileSync(stampPath(name), "utf8") === value;

function stamp(name, value) {
  mkdirSync(join(root, ".setup"), { recursive: true });
  writeFileSync(stampPath(name), value);
}

function execute(title, command, argumentList) {
  say(title);
  const result = spawnSync(command, argumentList, {
    cwd: root,
    stdio: ["ignore", 2, 2],
    env: { ...process.env, NODE_ENV: "" },
  });
  if (result.status === 0) return;
  say(`${title} failed (${result.error?.message ?? `exit ${result.status}`}).`);
  say("What to do: read the lines above; check the network, the free disk space and that this folder can be written.");
  process.exit(1);
}

/** npm's own script file, so that no shell and no .cmd wrapper is needed on Windows. */
function npmScript() {
  const beside = dirname(process.execPath);
  const candidates = [
    process.env.npm_execpath,
    join(beside, "node_modules/npm/bin/npm-cli.js"),
    join(beside, "../lib/node_modules/npm/bin/npm-cli.js"),
    join(beside, "lib/node_modules/npm/bin/npm-cli.js"),
  ];
  const found = candidates.find((path) => path?.endsWith("npm-cli.js") && existsSync(path));
  if (found) return found;
  try {
    return createRequire(import.meta.url).resolve("npm/bin/npm-cli.js");
  } catch {
    say("npm was not found beside this Node. Install Node with npm, then run the same command again.");
    return process.exit(1);
  }
}

async function install(withTests) {
  const value = fingerprint([join(root, "package-lock.json"), join(root, ".npmrc")]);
  // A full install holds everything a user's install needs, so it counts for both.
  if (isCurrent("install-all", value) || (!withTests && isCurrent("install-user", value))) return;
  await retireRunningSidecar(root, say);
  const kind = withTests ? [] : ["--omit=dev"];
  rmSync(stampPath("install-all"), { force: true });
  rmSync(stampPath("install-user"), { force: true });
  const npm = npmScript();
  // Not `npm ci`: it refuses a lock file that lacks another system's optional binaries, which some registries leave out.
  execute("Installing packages …", process.execPath, [
    npm,
    "install",
    "--no-save",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
    ...kind,
  ]);
  pruneOnnxBinaries(root);
  stamp(withTests ? "install-all" : "install-user", value);
}

async function build(withTests) {
  const folders = ["sidecar", "protocol", ...(withTests ? ["scripts", "tests"] : [])];
  const project = withTests ? "tsconfig.tests.json" : "tsconfig.json";
  const sources = folders
    .flatMap((folder) => filesBelow(join(root, folder)))
    .filter((path) => /\.(tsx?|json)$/.test(path) && !path.startsWith(join(root, "sidecar/ui")));
  const value = fingerprint([
    ...sources,
    ...["tsconfig.json", project, "package-lock.json", "scripts/set-up/bundle.mjs"].map((name) => join(root, name)),
  ]);
  const compiled = existsSync(join(root, "dist/program/main.js"));
  // A build with tests holds everything a user's build has.
  if (compiled && (isCurrent("build-all", value) || (!withTests && isCurrent("build-user", value)))) return;
  await retireRunningSidecar(root, say);
  for (const name of ["build-all", "build-user"]) rmSync(stampPath(name), { force: true });
  // Files whose source is gone must not stay.
  for (const name of [...folders, "scripts", "tests"])
    rmSync(join(root, "dist", name), { recursive: true, force: true });
  for (const name of ["tsconfig", "tests"]) rmSync(join(root, "dist", `${name}.tsbuildinfo`), { force: true });
  execute("Building …", process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", project]);
  execute("Joining the program's files …", process.execPath, [join(root, "scripts/set-up/bundle.mjs")]);
  stamp(withTests ? "build-all" : "build-user", value);
}

function buildPage() {
  const sources = ["sidecar/ui", "sidecar/words", "protocol/generated"].flatMap((folder) =>
    filesBelow(join(root, folder)),
  );
  const settings = ["vite.config.js", "vite.portable.config.js", "package-lock.json"].map((name) => join(root, name));
  const value = fingerprint([...sources, ...settings]);
  const built = ["dist/ui/index.html", "dist/portable/portable.js"].map((name) => join(root, name));
  if (built.every((path) => existsSync(path)) && isCurrent("page", value)) return;
  const vite = [join(root, "node_modules/vite/bin/vite.js"), "build"];
  execute("Building the page …", process.execPath, vite);
  execute("Building the page of exported sweeps …", process.execPath, [...vite, "-c", "vite.portable.config.js"]);
  stamp("page", value);
}

/** Makes the checkout ready to run; `withTests` also installs and builds what the tests need. */
export async function setUp({ withTests = false } = {}) {
  requireNode();
  await withSetUpLock(root, say, async () => {
    await install(withTests);
    // Where the tests' packages are, their build is kept up to date too: a start must not take it away from them.
    await build(withTests || existsSync(stampPath("install-all")));
    buildPage();
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await setUp({ withTests: process.argv.includes("--tests") });
  say("LoRA Atelier is ready.");
}
