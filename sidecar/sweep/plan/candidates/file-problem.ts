import type { LoraProof } from "../../../training/verdict/prove-file.js";
import { problemOf } from "../problem.js";
import type { SweepProblem } from "../resolved-sweep.js";

const codes = {
  missing: "loraMissing",
  growing: "loraGrowing",
  truncated: "loraCut",
  notSafetensors: "loraNotSafetensors",
} as const;

/** Why a LoRA file cannot be drawn with; null for a whole one. */
export function problemOfFile(path: string, proof: LoraProof): SweepProblem | null {
  if (proof.whole || proof.reason === "wrongSteps") return null;
  const bytes = "bytes" in proof ? { bytes: proof.bytes } : {};
  const promised = "promised" in proof ? { promised: proof.promised ?? "?" } : {};
  return problemOf(codes[proof.reason], { path, ...bytes, ...promised });
}
