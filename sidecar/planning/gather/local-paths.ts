import { stat } from "node:fs/promises";
import type { Roots } from "../../host/roots.js";
import { reportError } from "../../host/studio-error.js";
import { isForeignPath, mapPath, type PathMapping } from "../../store/path-mappings.js";

/** Where a path of a plan lies here. */
export interface LocalPath {
  /** As the plan has it. */
  given: string;
  /** Mapped; absolute. */
  path: string;
  /** `foreign`: of another system, and no mapping tells where it lies here. */
  state: "there" | "missing" | "outside" | "foreign";
}

export interface LocalPaths {
  /** A file or folder that is looked at. */
  look(path: string): Promise<LocalPath>;
  /** A folder whose pictures are shown. */
  open(path: string): Promise<LocalPath>;
  /** A folder that may not exist yet. */
  toBe(path: string): Promise<LocalPath>;
}

const isFolder = async (path: string): Promise<boolean> => (await stat(path).catch(() => null))?.isDirectory() ?? false;

/** Finds a plan's paths on this machine, within what the client may see. */
export function localPaths(roots: Roots, mappings: readonly PathMapping[]): LocalPaths {
  const find = async (given: string, ask: (path: string) => Promise<string>): Promise<LocalPath> => {
    const path = mapPath(mappings, given);
    if (isForeignPath(path)) return { given, path, state: "foreign" };
    try {
      return { given, path: await ask(path), state: "there" };
    } catch (error) {
      const { code } = reportError(error);
      return { given, path, state: code === "outsideRoots" ? "outside" : "missing" };
    }
  };
  return {
    look: (path) => find(path, roots.permit),
    open: async (path) => {
      const found = await find(path, roots.open);
      // A file where a folder should be: there is no such folder.
      return found.state === "there" && !(await isFolder(found.path)) ? { ...found, state: "missing" } : found;
    },
    toBe: (path) => find(path, roots.permitNew),
  };
}
