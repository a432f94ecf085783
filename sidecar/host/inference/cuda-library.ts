import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type Sentence, say } from "../../words/sentence.js";
import { installedCuda } from "../cuda/cuda-folder.js";
import { reportError, StudioError } from "../studio-error.js";
import { type Provider, providerOrder } from "./providers.js";

const PROVIDER = "libonnxruntime_providers_cuda.so";

/** onnxruntime's library for CUDA, which its package does not bring: ours, or one that the user laid there. Null: none. */
function cudaLibrary(): string | null {
  const installed = installedCuda();
  if (installed !== null) return join(installed, PROVIDER);
  const folder = dirname(createRequire(import.meta.url).resolve("onnxruntime-node/package.json"));
  const theirs = join(folder, "bin", "napi-v6", process.platform, process.arch, PROVIDER);
  return existsSync(theirs) ? theirs : null;
}

const hasCudaLibrary = (): boolean => cudaLibrary() !== null;

/**
 * Why the system does not load the library: onnxruntime says only that it does not. Null where it does, or says nothing of
 * another library.
 */
export function missingDependency(library: string | null = cudaLibrary()): Sentence | null {
  if (library === null) return null;
  try {
    process.dlopen({ exports: {} }, library);
  } catch (error) {
    const { message } = reportError(error);
    // glibc: "libcuda.so.1: cannot open shared object file: No such file or directory".
    const name = /(\S+\.so[.\d]*): cannot open shared object file/.exec(message)?.[1];
    if (name === "libcuda.so.1") return say("libcuda.so.1 is missing, which comes with NVIDIA's driver");
    if (name) return say("{name} is missing: `models install-cuda` brings it", { name });
  }
  return null;
}

/** Where the library is not there, that is said first. @throws StudioError "notFound" */
export function requireLibrary(provider: string): void {
  if (provider === "cuda" && !hasCudaLibrary()) {
    throw new StudioError(
      "notFound",
      say("onnxruntime's library for it is not installed"),
      say("`models install-cuda` installs it."),
    );
  }
}

/** Whether this provider could lead to the graphics card here at all; drivers are known only by trying. */
export const mayUseCard = (provider: Provider): boolean =>
  providerOrder(provider).some((one) => one !== "cpu" && (one !== "cuda" || hasCudaLibrary()));
