// The Python environments of the tests, made once in .venvs: three WebUIs, which run pytest, and the reference.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runAside } from "./run-aside.mjs";

/** `alone`: files that set this checkout up anew, with the Node of the Python wheel; nothing else may use it meanwhile. */
export const stacks = [
  { name: "a1111", title: "A1111 (gradio 3.41.2)", python: "3.10", alone: [] },
  { name: "forge", title: "Forge (gradio 4.40.0)", python: "3.10", alone: ["tests/python/test_wheel_node.py"] },
  { name: "forge-neo", title: "Forge Neo (gradio 4.40.0, Python 3.13)", python: "3.13", alone: [] },
];

/** Pillow and onnxruntime as Python taggers use them: what ours is compared with. */
export const reference = { name: "reference", title: "Pillow and onnxruntime", python: "3.13" };

const windows = process.platform === "win32";

function isVersion(program, version) {
  const { stdout, status } = spawnSync(program, ["-c", "import sys; print('%d.%d' % sys.version_info[:2])"], {
    encoding: "utf8",
  });
  return status === 0 && stdout.trim() === version;
}

/** A Python of exactly this version: by its name on PATH, or among pyenv's. */
function findPython(version) {
  const candidates = [`python${version}`, "python3", "python"];
  const { stdout: pyenvRoot, status } = spawnSync("pyenv", ["root"], { encoding: "utf8" });
  if (status === 0) {
    const versions = join(pyenvRoot.trim(), "versions");
    const installed = existsSync(versions)
      ? readdirSync(versions).filter((name) => name.startsWith(`${version}.`))
      : [];
    candidates.push(...installed.map((name) => join(versions, name, "bin", "python")));
  }
  return candidates.find((program) => isVersion(program, version)) ?? null;
}

/** The environment's Python, made or brought up to date if need be; null when it could not be. */
export async function prepareStack(root, { name, python }) {
  const requirements = join(root, "tests/python/stacks", `${name}.txt`);
  const folder = join(root, ".venvs", name);
  const program = join(folder, windows ? "Scripts/python.exe" : "bin/python");
  const stamp = join(folder, "requirements.sha256");
  const wanted = createHash("sha256").update(readFileSync(requirements)).digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return program;
  const found = findPython(python);
  if (found === null) return null;
  process.stderr.write(`Preparing the Python environment ${name} …\n`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(root, ".venvs"), { recursive: true });
  const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements];
  if (!(await runAside(found, ["-m", "venv", folder])) || !(await runAside(program, pip))) return null;
  writeFileSync(stamp, wanted);
  return program;
}

/** Runs pytest with these words in one environment; resolves to its counts and output. */
export function runStack(root, program, words) {
  const environment = { ...process.env, GRADIO_ANALYTICS_ENABLED: "False", PYTHONDONTWRITEBYTECODE: "1" };
  const child = spawn(program, ["-m", "pytest", "-q", "-p", "no:cacheprovider", ...words], {
    cwd: root,
    env: environment,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (output += data));
  return new Promise((resolve) => {
    child.on("close", (status) => {
      const count = (word) => Number(new RegExp(`(\\d+) ${word}`).exec(output)?.[1] ?? 0);
      const failed = count("failed") + count("errors?");
      resolve({ passed: count("passed"), failed: status === 0 ? failed : Math.max(1, failed), output });
    });
  });
}
