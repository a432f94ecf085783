import { availableParallelism, constants, setPriority } from "node:os";
import { installedCuda } from "../cuda/cuda-folder.js";

// onnxruntime 1.28 and newer send usage data to its maker unless told not to before they start, and keep an
// identifier and a log on disk. Pictures are the user's own business. The second name is that of a few releases.
const withoutTelemetry = { ORT_DISABLE_TELEMETRY: "1", ORT_TELEMETRY_DISABLED: "1" };

// glibc keeps a pool of freed memory for each of many threads; decoded pictures are large, and two pools are enough.
const fewArenas = { MALLOC_ARENA_MAX: "2" };

// Pictures are decoded on threads of libuv's, four unless told otherwise before the start, however many workers wait for them.
const decodingThreads = { UV_THREADPOOL_SIZE: String(Math.min(12, Math.max(4, availableParallelism()))) };

/**
 * Lets the system's loader find the libraries for NVIDIA cards, which it must be told before a process starts. onnxruntime looks
 * for its own beside itself: its core lies in that folder too, and is found there before that of the package.
 */
function withCuda(environment: NodeJS.ProcessEnv, folder: string | null): NodeJS.ProcessEnv {
  if (folder === null) return {};
  const others = environment.LD_LIBRARY_PATH;
  return { LD_LIBRARY_PATH: others ? `${folder}:${others}` : folder };
}

/** The environment for a child process that holds onnxruntime. @param cuda folder of the libraries for NVIDIA cards, where they are */
export const childEnvironment = (
  environment: NodeJS.ProcessEnv = process.env,
  cuda: string | null = installedCuda(),
): NodeJS.ProcessEnv => ({
  ...decodingThreads,
  ...environment,
  ...withoutTelemetry,
  ...fewArenas,
  ...withCuda(environment, cuda),
});

let isChild = false;

/** Tells the process that started this one, where it is such a process. */
export function tellStarter(message: object): void {
  if (isChild) process.send?.(message);
}

/** What such a process does first: it ends with the sidecar, leaves Ctrl-C to it, and lets others go first. */
export function behaveAsChild(): void {
  isChild = true;
  // The sidecar is gone: nobody reads the answers.
  process.on("disconnect", () => process.exit(0));
  process.on("error", () => process.exit(0));
  // Ctrl-C goes to the whole process group; the sidecar decides when this process ends.
  process.on("SIGINT", () => {});

  try {
    // A WebUI that draws on the same machine goes first.
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Some systems let nobody change it; then all are equal.
  }
}
