import { lstat, readdir, realpath } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
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
  /** As `permit`, and its pictures are served from now on. For an exposed client no link below it may lead out of the roots. */
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

// Windows opens devices by these names, whatever the folder or suffix, and reads spaces and colons over.
const deviceName = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[\d¹²³])\s*([.:].*)?$/i;

// A set of some hundred thousand pictures; a whole disk is not looked through for a visitor.
const MOST_ENTRIES = 500_000;

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

/** The real path of the nearest part that exists, and what stands below it. */
async function nearestExisting(path: string): Promise<{ real: string; rest: string }> {
  refuseUnusable(path);
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    try {
      return { real: await realpath(folder), rest: relative(folder, resolve(path)) };
    } catch (error) {
      if (dirname(folder) === folder) throw error;
      // A link to what is not there yet: who writes through it writes there.
      if (await isThere(folder)) throw outside(path);
    }
  }
}

const isThere = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );

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
      refuseUnusable(folder);
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

/** All symbolic links below a folder; of a file none. @throws StudioError "notAllowed" for a folder too large to look through */
async function linksBelow(folder: string): Promise<string[]> {
  const [links, waiting]: [string[], string[]] = [[], [folder]];
  let seen = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const entries = await readdir(next, { withFileTypes: true }).catch(() => []);
    seen += entries.length;
    if (seen > MOST_ENTRIES) {
      throw new StudioError(
        "notAllowed",
        say("{folder} holds more than {most} files, too many to look through for a visitor.", {
          folder,
          most: MOST_ENTRIES,
        }),
        say("Name a smaller folder."),
      );
    }
    for (const entry of entries) {
      if (entry.isSymbolicLink()) links.push(join(next, entry.name));
      else if (entry.isDirectory()) waiting.push(join(next, entry.name));
    }
  }
  return links;
}

const leadsOut = (link: string): StudioError =>
  new StudioError(
    "outsideRoots",
    say("{link} is a link out of the folders that are open here.", { link }),
    say("Its owner can put the file itself in its place, or name the folder that it leads to as well (--root)."),
  );

/** Roots of clients that anybody can be: the given folders and what is below them, and of the owner's work what is allowed. */
export function exposedRoots(folders: readonly string[], allows: (what: Allowance) => boolean = () => false): Roots {
  const holds = async (real: string): Promise<boolean> => {
    const roots = await Promise.all(folders.map((folder) => realPath(folder).catch(() => null)));
    return roots.some((root) => root !== null && isInside(root, real));
  };
  const inside = async (path: string, real: string): Promise<string> => {
    if (await holds(real)) return real;
    throw outside(path);
  };
  // What reads a folder later follows links, so they are looked at here.
  const whole = async (real: string): Promise<string> => {
    for (const link of await linksBelow(real)) {
      const target = await realpath(link).catch(() => null);
      if (target === null || !(await holds(target))) throw leadsOut(link);
    }
    return real;
  };
  // The same answer for what is outside and what does not exist: nobody learns what lies elsewhere.
  const permit = async (path: string): Promise<string> => inside(path, await realPathOrOutside(path));
  return {
    exposed: true,
    allows,
    permit,
    resolve: permit,
    open: async (path) => whole(await permit(path)),
    async permitNew(path) {
      const { real, rest } = await nearestExisting(path);
      await inside(path, real);
      return rest === "" ? whole(real) : join(real, rest);
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
