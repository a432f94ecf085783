import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { installedCuda } from "./cuda-folder.js";
import { type Provider, providerOrder } from "./providers.js";

/** Whether onnxruntime has its library for CUDA, which its package does not bring. Asked without loading onnxruntime. */
function hasCudaLibrary(): boolean {
  if (installedCuda() !== null) return true;
  const folder = dirname(createRequire(import.meta.url).resolve("onnxruntime-node/package.json"));
  return existsSync(join(folder, "bin", "napi-v6", process.platform, process.arch, "libonnxruntime_providers_cuda.so"));
}

/** Without its library onnxruntime says so in red on stderr before it throws; here it is said first. */
export function requireLibrary(provider: string): void {
  if (provider === "cuda" && !hasCudaLibrary()) throw new Error("onnxruntime's library for it is not installed");
}

/** Whether this provider could lead to the graphics card here at all; drivers are known only by trying. */
export const mayUseCard = (provider: Provider): boolean =>
  providerOrder(provider).some((one) => one !== "cpu" && (one !== "cuda" || hasCudaLibrary()));
