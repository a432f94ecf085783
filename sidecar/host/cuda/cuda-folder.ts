import { existsSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { stateFolder } from "../state-folder.js";
import type { CudaPackage } from "./cuda-packages.js";

/** Version of onnxruntime-node here, and so of the libraries that it takes. A test holds both together. */
export const runtimeVersion = "1.30.0";

/** Written last: what lies beside it was whole then. */
export const doneMark = "installed.json";

/** onnxruntime's core. It looks for its providers in the folder that it was loaded from, so a copy lies beside them. */
export const coreLibrary = "libonnxruntime.so.1";

/** Everything of ours for NVIDIA cards. */
export const cudaRoot = (state: string): string => join(state, "cuda");

/** Where the libraries go that this version takes; an update of onnxruntime has a folder of its own. */
export const cudaFolder = (state: string): string => join(cudaRoot(state), runtimeVersion);

/** That folder where the libraries are there; else null. Looks at one file, for it is asked before every process. */
export function installedCuda(state: string = stateFolder()): string | null {
  const folder = cudaFolder(state);
  return existsSync(join(folder, doneMark)) ? folder : null;
}

/** Names of libraries that are missing in a folder, or have another size than they should. */
export function missingLibraries(folder: string, packages: readonly CudaPackage[]): string[] {
  const isThere = (name: string, bytes: number | null): boolean => {
    const found = statSync(join(folder, name), { throwIfNoEntry: false });
    return found?.isFile() === true && found.size > 0 && (bytes === null || found.size === bytes);
  };
  const wanted = packages.flatMap(({ libraries }) =>
    libraries.map(([path, bytes]) => ({ name: basename(path), bytes })),
  );
  return [...wanted, { name: coreLibrary, bytes: null }]
    .filter(({ name, bytes }) => !isThere(name, bytes))
    .map(({ name }) => name);
}
