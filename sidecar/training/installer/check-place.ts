import { access, constants, mkdtemp, readdir, rmdir, statfs } from "node:fs/promises";
import { dirname, join } from "node:path";
import { reportError, systemCode } from "../../host/studio-error.js";
import { type InstallProblemCode, installProblemsEn } from "../../words/trainer-install-en.js";
import { OWN_FOLDER } from "./install-files.js";

/** Something that stands in the way, or should be known before. */
export interface InstallProblem {
  code: InstallProblemCode;
  severity: "error" | "warning" | "note";
  values: Readonly<Record<string, string | number>>;
  /** In English. */
  message: string;
  remedy: string;
}

export function installProblem(
  code: InstallProblemCode,
  severity: InstallProblem["severity"],
  values: InstallProblem["values"] = {},
): InstallProblem {
  const words = installProblemsEn[code];
  return { code, severity, values, message: words.message(values), remedy: words.remedy(values) };
}

// Deepest paths inside: venv\Lib\site-packages\torch\include\ATen\… has some 170 characters.
const WINDOWS_SAFE = 260 - 180;

/** What in a folder's path breaks Python environments or pip. */
export function pathProblems(folder: string, platform: NodeJS.Platform): InstallProblem[] {
  const windows = platform === "win32";
  // A venv is put before PATH, whose parts ":" and ";" divide; cmd reads "%" and "!" in the scripts that pip writes.
  const wrong = (windows ? /[;%!&^"<>|?*]/ : /[:\n\r"]/).exec(windows ? folder.slice(2) : folder)?.[0];
  if (wrong !== undefined) return [installProblem("folderUnfit", "error", { folder, found: wrong })];
  if (!windows) return [];
  const foreign = /[^ -~]/.test(folder);
  const long = folder.length > WINDOWS_SAFE;
  return [
    ...(foreign ? [installProblem("folderForeign", "warning", { folder })] : []),
    ...(long ? [installProblem("pathLong", "warning", { length: folder.length })] : []),
  ];
}

export interface Place {
  /** GB that are free on its disk; null where that cannot be told. */
  free: number | null;
  problems: InstallProblem[];
}

/** The nearest folder that is there. */
async function existing(folder: string): Promise<string> {
  for (let at = folder; ; at = dirname(at)) {
    const there = await access(at).then(
      () => true,
      () => false,
    );
    if (there || dirname(at) === at) return at;
  }
}

async function freeGigabytes(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return (bavail * bsize) / 1e9;
  } catch {
    return null;
  }
}

/** Whether a folder can take an installation: new, empty or one of ours, writable, on a disk with space. @param needed GB */
export async function checkPlace(folder: string, needed: number, platform: NodeJS.Platform): Promise<Place> {
  const problems = pathProblems(folder, platform);
  const above = await existing(folder);
  const free = await freeGigabytes(above);
  if (free !== null && free < needed) problems.push(installProblem("diskSmall", "error", { free, needed }));
  try {
    const inside = above === folder ? await readdir(folder) : [];
    if (inside.length > 0 && !inside.includes(OWN_FOLDER)) {
      problems.push(installProblem("folderTaken", "error", { folder }));
    } else {
      await access(above, constants.W_OK);
      // Windows tells by doing only.
      // A name of its own: two may look at the same time.
      await rmdir(await mkdtemp(join(above, ".atelier-try-")));
    }
  } catch (error) {
    const reason = systemCode(error) || reportError(error).message;
    problems.push(installProblem("folderUnwritable", "error", { folder, reason }));
  }
  return { free, problems };
}
