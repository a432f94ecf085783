import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

// They make one Python load another's files; a WebUI that starts us has some set for its own.
const foreign = /^(PYTHONHOME|PYTHONPATH|PYTHONSTARTUP|PYTHONOPTIMIZE|PYTHONINSPECT|VIRTUAL_ENV|__PYVENV_LAUNCHER__)$/i;
// Of our own start; the token among them is nobody else's business.
const ours = /^(npm_.*|ATELIER_(?!STAND_IN).*|INIT_CWD|NODE_OPTIONS|FORCE_COLOR)$/i;

const isVenvPython = (python: string): boolean => existsSync(join(dirname(python), "..", "pyvenv.cfg"));

/** The environment for a trainer's Python: UTF-8 whatever the console, nothing of another Python. */
export function trainerEnvironment(
  python: string,
  environment: NodeJS.ProcessEnv = process.env,
): Record<string, string> {
  const kept = Object.entries(environment).filter((entry): entry is [string, string] => {
    const [name, value] = entry;
    return value !== undefined && !foreign.test(name) && !ours.test(name);
  });
  return {
    ...Object.fromEntries(kept),
    PYTHONUTF8: "1",
    PYTHONIOENCODING: "utf-8",
    PYTHONUNBUFFERED: "1",
    // Packages of `pip install --user` belong to the system's Python; in a venv they hide its own.
    ...(isVenvPython(python) ? { PYTHONNOUSERSITE: "1" } : {}),
  };
}
