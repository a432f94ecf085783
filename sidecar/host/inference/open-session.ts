import { env, InferenceSession } from "onnxruntime-node";
import { requireLibrary } from "./cuda-library.js";
import { threadsFor } from "./runtime.js";

// What it writes in red onto the terminal is in the error that it throws, and is told from there.
env.logLevel = "fatal";

/** Opens a model's file with one provider. @throws StudioError where the provider's library is missing; Error with onnxruntime's words */
export function openSessionWith(provider: string, file: string, wanted: number | null): Promise<InferenceSession> {
  requireLibrary(provider);
  const threads = threadsFor(wanted);
  return InferenceSession.create(file, {
    executionProviders: [provider],
    ...(threads === null ? {} : { intraOpNumThreads: threads }),
    // Threads that wait by spinning would take the cores from those that make pictures ready.
    extra: { session: { intra_op: { allow_spinning: "0" } } },
  });
}
