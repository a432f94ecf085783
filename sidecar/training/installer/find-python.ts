import { readdir } from "node:fs/promises";
import { lastLine, runPython } from "../trainer/run-python.js";
import type { TrainerSurroundings } from "../trainer/trainer-places.js";

/** A Python as it tells of itself. */
export interface AskedPython {
  /** The program itself, whatever launcher or link led to it. */
  python: string;
  /** "3.10.11" */
  version: string;
  bits: number;
  /** True when it can make an environment with pip inside. */
  makesVenv: boolean;
}

// sd-scripts' README: 3.10, while 3.11 and 3.12 "will work but not tested". The first that is there is taken.
const MINORS = [10, 11, 12] as const;
const ANSWER_MS = 20_000;

const question = [
  "import sys, struct, json, importlib.util as u",
  "print(json.dumps([getattr(sys, '_base_executable', None) or sys.executable, sys.version.split()[0],",
  "struct.calcsize('P') * 8, all(u.find_spec(n) is not None for n in ('venv', 'ensurepip'))]))",
].join("\n");

export function readAnswer(stdout: string): AskedPython | null {
  try {
    const answer: unknown = JSON.parse(lastLine(stdout));
    if (!Array.isArray(answer)) return null;
    const [python, version, bits, makesVenv] = answer;
    return typeof python === "string" && typeof version === "string"
      ? { python, version: version.replace(/\+$/, ""), bits: Number(bits), makesVenv: makesVenv === true }
      : null;
  } catch {
    return null;
  }
}

/** Asks a program what Python it is; null when it does not answer as one. @param before words of a launcher: `-3.10` */
export async function askPython(program: string, before: readonly string[] = []): Promise<AskedPython | null> {
  const run = await runPython({
    python: program,
    words: [...before, "-I", "-c", question],
    environment: process.env,
    limitMs: ANSWER_MS,
  });
  return run.kind === "ended" && run.exitCode === 0 ? readAnswer(run.stdout) : null;
}

const minorOf = ({ version }: AskedPython): number => Number(/^3\.(\d+)/.exec(version)?.[1] ?? 0);
export const fitsTrainer = (asked: AskedPython): boolean =>
  MINORS.some((minor) => minor === minorOf(asked)) && asked.bits === 64;

/** A program that may be a Python, with a launcher's words. */
export interface PythonPlace {
  program: string;
  before: string[];
}

/** Where a Python of one minor version may lie, in the order of looking. @param listed folders' entries */
export async function pythonPlaces(
  minor: number,
  around: TrainerSurroundings,
  list: (folder: string) => Promise<string[]> = (folder) => readdir(folder).catch(() => []),
): Promise<PythonPlace[]> {
  const { environment, home, path, platform } = around;
  const plain = (program: string): PythonPlace => ({ program, before: [] });
  /** Versions that pyenv and uv keep, the newest first. */
  const kept = async (folder: string, ...inside: string[]): Promise<PythonPlace[]> =>
    (await list(folder))
      .filter((name) => new RegExp(`^(?:cpython-)?3\\.${minor}(?:\\D|$)`).test(name))
      .sort((left, right) => right.localeCompare(left, "en", { numeric: true }))
      .map((name) => plain(path.join(folder, name, ...inside)));
  if (platform === "win32") {
    const local = environment.LOCALAPPDATA ?? path.join(home, "AppData", "Local");
    const roots = [
      path.join(local, "Programs", "Python"),
      environment.ProgramFiles ?? "C:\\Program Files",
      "C:\\",
      "D:\\",
    ];
    return [
      // The launcher knows what was installed, also from the Store.
      { program: "py", before: [`-3.${minor}`] },
      ...roots.map((root) => plain(path.join(root, `Python3${minor}`, "python.exe"))),
      ...(await kept(path.join(home, ".pyenv", "pyenv-win", "versions"), "python.exe")),
      ...(await kept(path.join(environment.APPDATA ?? local, "uv", "python"), "python.exe")),
    ];
  }
  const name = `python3.${minor}`;
  const folders = (environment.PATH ?? "").split(path.delimiter).filter((folder) => path.isAbsolute(folder));
  const usual = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin", `/opt/homebrew/opt/python@3.${minor}/bin`];
  const framework = `/Library/Frameworks/Python.framework/Versions/3.${minor}/bin`;
  const all = [...new Set([...folders, ...usual, ...(platform === "darwin" ? [framework] : [])])];
  return [
    ...all.map((folder) => plain(path.join(folder, name))),
    ...(await kept(path.join(home, ".pyenv", "versions"), "bin", name)),
    ...(await kept(path.join(home, ".local", "share", "uv", "python"), "bin", name)),
    // Where only the plain name is there, its version shows when it is asked.
    ...all.map((folder) => plain(path.join(folder, "python3"))),
  ];
}

/** The Python to make an environment with: one that can, of 3.10, 3.11 and 3.12; one that cannot only if none can. */
export async function findPython(around: TrainerSurroundings): Promise<AskedPython | null> {
  let second: AskedPython | null = null;
  const answers = new Map<string, AskedPython | null>();
  const answerOf = async ({ program, before }: PythonPlace): Promise<AskedPython | null> => {
    const key = [program, ...before].join(" ");
    const known = answers.get(key);
    if (known !== undefined) return known;
    const there = before.length > 0 || (await around.exists(program));
    const answer = there ? await askPython(program, before) : null;
    answers.set(key, answer);
    return answer;
  };
  for (const minor of MINORS) {
    for (const place of await pythonPlaces(minor, around)) {
      const asked = await answerOf(place);
      if (asked === null || minorOf(asked) !== minor || !fitsTrainer(asked)) continue;
      if (asked.makesVenv) return asked;
      second ??= asked;
    }
  }
  return second;
}
