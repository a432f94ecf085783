import { availableParallelism, cpus } from "node:os";
import { listSupportedBackends } from "onnxruntime-node";
import { type SentenceValue, say } from "../../words/sentence.js";
import { reportError } from "../studio-error.js";
import { missingDependency } from "./cuda-library.js";

/** What onnxruntime brings for this system: "cpu", "webgpu", "dml" …; not what could be installed beside it. */
export const backends = (): string[] =>
  listSupportedBackends()
    .filter(({ bundled }) => bundled)
    .map(({ name }) => name);

// With fewer cores there is none to spare.
const CORES_TO_SPARE_ONE = 4;

/** Threads of one inference: null leaves the number to onnxruntime, which takes all cores there are, also those that are not ours. */
export function threadsFor(
  threads: number | null,
  { ours, all }: { ours: number; all: number } = { ours: availableParallelism(), all: cpus().length },
): number | null {
  if (threads !== null) return threads;
  if (ours >= CORES_TO_SPARE_ONE) return ours - 1;
  // Bound to some of them: onnxruntime would bind its threads to all, and fight with whoever has the others.
  return ours < all ? ours : null;
}

/** What CUDA and its libraries say amid the places in onnxruntime's source: "CUDA failure 100: no CUDA-capable device is detected". */
const cudaReason = /\b(?:CUDA|CUDNN|CUDNN_FE|CUBLAS|CURAND|CUFFT) failure \d+: [^;\n]+/;

/** The reason in one line: our own, or onnxruntime's; where that names only a place in its own source, that it has none. */
export function shortly(error: unknown): SentenceValue {
  const { message, said } = reportError(error);
  if (said?.message) return said.message;
  const missing = message.includes("Failed to load shared library") ? missingDependency() : null;
  if (missing) return missing;
  const fromCuda = cudaReason.exec(message)?.[0].trim();
  if (fromCuda) return fromCuda.slice(0, 200);
  const [line = ""] = message.split("\n");
  return line.startsWith("/onnxruntime_src") ? say("onnxruntime cannot start it here") : line.slice(0, 200);
}
