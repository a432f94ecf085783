import { existsSync } from "node:fs";
import { join } from "node:path";
import { stateFolder } from "../state-folder.js";

/** Version of onnxruntime-node here, and so of the libraries that it takes. A test holds both together. */
export const runtimeVersion = "1.30.0";

/** Written last: what lies beside it is whole. */
export const doneMark = "installed.json";

/** Where the libraries for NVIDIA cards go that this version takes; an update of onnxruntime has a folder of its own. */
export const cudaFolder = (state: string): string => join(state, "cuda", runtimeVersion);

/** That folder where the libraries are there, whole; else null. Looks at one file. */
export function installedCuda(state: string = stateFolder()): string | null {
  const folder = cudaFolder(state);
  return existsSync(join(folder, doneMark)) ? folder : null;
}
