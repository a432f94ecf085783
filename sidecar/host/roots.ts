import { realpath } from "node:fs/promises";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { say } from "../words/sentence.js";
import type { Allowance } from "./settings/definitions.js";
import { StudioError } from "./studio-error.js";

/** Which folders a client may use. A local one opens what it likes; an exposed one only what was named at the start. */
export interface Roots {
  /** True for clients that may be anybody: what is not about their pictures is not theirs to do. */
  readonly exposed: boolean;
  /** Whether the client may have this done: always where it is the owner, else what the local file allows. */
  allows(what: Allowance): boolean;
  /** The real path of a folder the client may look into. @throws StudioError "outsideRoots" | "notFound" */
  permit(folder: string): Promise<string>;
  /** As `permit`, and its pictures are served from now on. */
  open(folder: string): Promise<string>;
  /** As `permit`, for a folder that may not exist yet: its nearest existing ancestor decides. */
  permitNew(folder: string): Promise<string>;
  /** The real path of a file inside an opened folder. @throws StudioError "outsideRoots" | "notFound" */
  resolve(path: string): Promise<string>;
}

const outside = (path: string): StudioError =>
  new StudioError(
    "outsideRoots",
    say("{path} is not inside a folder that is open here.", { path }),
    say("Open its folder first; where others can reach the studio, its folders are named when it is started (--root)."),
  );

// Windows opens devices by these names, whatever the folder or suffix.
const deviceName = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;

function refuseUnusable(path: string): void {
  const parts = path.split(/[\\/]/);
  if (
    path.includes("\0") ||
    /^[\\/]{2}/.test(path) ||
    parts.some((part) => deviceName.test(part)) ||
    !isAbsolute(path)
  ) {
    throw outside(path);
  }
}

/** Symlinks and `..` resolved; UNC paths, device names and relative paths refused. */
async function realPath(path: string): Promise<string> {
  refuseUnusable(path);
  try {
    return await realpath(resolve(path));
  } catch (error) {
    const hint = say("Check the spelling; relative folders are meant from where you stand.");
    throw new StudioError("notFound", say("There is no folder or file {path}.", { path }), hint, error);
  }
}

async function nearestExisting(path: string): Promise<string> {
  refuseUnusable(path);
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    try {
      return await realpath(folder);
    } catch (error) {
      if (dirname(folder) === folder) throw error;
    }
  }
}

/** True when `path` is `root` or lies below it; both real paths. */
export function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/** Roots of clients that only this machine's user can be. */
export function localRoots(): Roots {
  const opened = new Set<string>();
  return {
    exposed: false,
    allows: () => true,
    permit: realPath,
    async permitNew(folder) {
      await nearestExisting(folder);
      return resolve(folder);
    },
    async open(folder) {
      const real = await realPath(folder);
      opened.add(real);
      return real;
    },
    async resolve(path) {
      const real = await realPath(path);
      if ([...opened].some((root) => isInside(root, real))) return real;
      throw outside(path);
    },
  };
}

/** Roots of clients that anybody can be: the given folders and what is below them, nothing else. */
export function exposedRoots(folders: readonly string[], allows: (what: Allowance) => boolean = () => false): Roots {
  const inside = async (path: string, real: string): Promise<string> => {
    for (const folder of folders) if (isInside(await realPath(folder), real)) return real;
    throw outside(path);
  };
  // The same answer for what is outside and what does not exist: nobody learns what lies elsewhere.
  const permit = async (path: string): Promise<string> => inside(path, await realPathOrOutside(path));
  return {
    exposed: true,
    allows,
    permit,
    open: permit,
    resolve: permit,
    async permitNew(folder) {
      await inside(folder, await nearestExisting(folder));
      return resolve(folder);
    },
  };
}

async function realPathOrOutside(path: string): Promise<string> {
  try {
    return await realPath(path);
  } catch {
    throw outside(path);
  }
}
