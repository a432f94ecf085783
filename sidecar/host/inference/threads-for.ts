import { cpus } from "node:os";
import { ownProcessors } from "../own-processors.js";

// With fewer cores there is none to spare.
const CORES_TO_SPARE_ONE = 4;

/** Threads of one inference: null leaves the number to onnxruntime, which takes all cores there are, also those that are not ours. */
export function threadsFor(
  threads: number | null,
  { ours, all }: { ours: number; all: number } = { ours: ownProcessors().count, all: cpus().length },
): number | null {
  if (threads !== null) return threads;
  if (ours >= CORES_TO_SPARE_ONE) return ours - 1;
  // Bound to some of them: onnxruntime would bind its threads to all, and fight with whoever has the others.
  return ours < all ? ours : null;
}
