import { realpath } from "node:fs/promises";
import { isAbsolute, relative, resolve, sep } from "node:path";
import { StudioError } from "./studio-error.js";

export interface Roots {
  /** Adds a folder the user opened. On an exposed server only folders inside the fixed roots can be opened. */
  open(folder: string): Promise<string>;
  /** The real path, if it lies inside an open root. @throws StudioError "outsideRoots" | "notFound" */
  resolve(path: string): Promise<string>;
}

const outside = (path: string): StudioError =>
  new StudioError(
    "outsideRoots",
    `${path} is not inside a folder that is open here.`,
    "Open its folder first; on a server that others can reach, the folders are named when it is started.",
  );

// Windows opens devices by these names, whatever the folder or suffix.
const deviceName = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;

/** Symlinks and `..` resolved; UNC paths, device names and relative paths refused. */
async function realPath(path: string): Promise<string> {
  const unusable =
    path.includes("\0") || /^[\\/]{2}/.test(path) || path.split(/[\\/]/).some((part) => deviceName.test(part));
  if (unusable || !isAbsolute(path)) throw outside(path);
  try {
    return await realpath(resolve(path));
  } catch (error) {
    throw new StudioError(
      "notFound",
      `There is no ${path}.`,
      "Check the spelling; it may have been moved or renamed.",
      error,
    );
  }
}

/** True when `path` is `root` or lies below it; both real paths. */
export function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/** @param fixed folders given at the start; with `exposed` no others can be opened */
export function createRoots({ fixed = [], exposed = false }: { fixed?: string[]; exposed?: boolean } = {}): Roots {
  const opened = new Set<string>();
  const fixedReal = Promise.all(fixed.map(realPath));
  const isOpen = async (path: string): Promise<boolean> =>
    [...(await fixedReal), ...opened].some((root) => isInside(root, path));
  return {
    async open(folder) {
      const real = await realPath(folder);
      if (exposed && !(await isOpen(real))) throw outside(folder);
      opened.add(real);
      return real;
    },
    async resolve(path) {
      const real = await realPath(path);
      if (await isOpen(real)) return real;
      throw outside(path);
    },
  };
}
