import { folderAsWritten, type TrainerSurroundings } from "./trainer-places.js";

/** The Python that a trainer works with. */
export interface TrainerPython {
  python: string;
  /** `accelerate` of the same environment; null when it is not there. */
  accelerate: string | null;
  /** `environment`: named in SD_SCRIPTS_PYTHON; `folder`: a venv of the trainer; `path`: the system's; `none`: not found. */
  pythonFrom: "environment" | "folder" | "path" | "none";
}

// kohya_ss and Stability Matrix make `venv`, uv `.venv`, fluxgym's instructions `env`.
const venvNames = ["venv", ".venv", "env"];

async function firstExisting(paths: readonly string[], { exists }: TrainerSurroundings): Promise<string | null> {
  for (const path of paths) if (await exists(path)) return path;
  return null;
}

/** Programs of an environment's folder; conda's on Windows have python.exe at the top. */
const pythonsOf = (venv: string, { path, platform }: TrainerSurroundings): string[] =>
  platform === "win32"
    ? [path.join(venv, "Scripts", "python.exe"), path.join(venv, "python.exe")]
    : [path.join(venv, "bin", "python"), path.join(venv, "bin", "python3")];

/** Every Python on PATH that runs: Windows puts two files there that only open its shop. */
function pythonsOnPath({ environment, path, platform }: TrainerSurroundings): string[] {
  const windows = platform === "win32";
  const folders = (environment.PATH ?? environment.Path ?? "")
    .split(path.delimiter)
    .map((folder) => folder.replace(/^"(.*)"$/, "$1"))
    // A relative entry would run what lies wherever one stands.
    .filter((folder) => path.isAbsolute(folder) && !(windows && /[\\/]WindowsApps[\\/]?$/i.test(folder)));
  const names = windows ? ["python.exe"] : ["python3", "python"];
  return folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
}

/** Where `accelerate` of a Python may lie: beside it, or in Windows' `Scripts` below it. */
function acceleratesOf(python: string, { path, platform }: TrainerSurroundings): string[] {
  const folder = path.dirname(python);
  return platform === "win32"
    ? [path.join(folder, "accelerate.exe"), path.join(folder, "Scripts", "accelerate.exe")]
    : [path.join(folder, "accelerate")];
}

/**
 * The Python for a trainer's folder: SD_SCRIPTS_PYTHON, a venv inside, a venv beside (kohya_ss keeps its own around
 * sd-scripts), the first on PATH. Where there is none the name alone is given, and running it tells.
 */
export async function pythonFor(folder: string, around: TrainerSurroundings): Promise<TrainerPython> {
  const { environment, path, platform } = around;
  const found = async (python: string, pythonFrom: TrainerPython["pythonFrom"]): Promise<TrainerPython> => ({
    python,
    accelerate: await firstExisting(acceleratesOf(python, around), around),
    pythonFrom,
  });
  const named = environment.SD_SCRIPTS_PYTHON?.trim();
  // A bare name is looked up on PATH by the system.
  if (named) return found(/[\\/]/.test(named) ? folderAsWritten(named, around) : named, "environment");
  const venvs = [folder, path.dirname(folder)].flatMap((one) => venvNames.map((name) => path.join(one, name)));
  const inside = await firstExisting(
    venvs.flatMap((venv) => pythonsOf(venv, around)),
    around,
  );
  if (inside !== null) return found(inside, "folder");
  const onPath = await firstExisting(pythonsOnPath(around), around);
  if (onPath !== null) return found(onPath, "path");
  return { python: platform === "win32" ? "python" : "python3", accelerate: null, pythonFrom: "none" };
}
