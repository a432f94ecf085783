import { listSupportedBackends } from "onnxruntime-node";
import { type SentenceValue, say } from "../../words/sentence.js";
import { reportError } from "../studio-error.js";
import { missingDependency } from "./cuda-library.js";

/** What onnxruntime brings for this system: "cpu", "webgpu", "dml" …; not what could be installed beside it. */
export const backends = (): string[] =>
  listSupportedBackends()
    .filter(({ bundled }) => bundled)
    .map(({ name }) => name);

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
