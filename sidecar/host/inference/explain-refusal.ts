/** Why onnxruntime refuses a model that is too new for it, and what to do; null for any other reason. */
export interface Refusal {
  reason: string;
  hint: string;
}

const patterns = [
  {
    what: "opset",
    pattern: /Opset (?<needs>\d+) is under development[\s\S]*domain (?<domain>\S+) is till opset (?<has>\d+)/,
  },
  { what: "IR version", pattern: /Unsupported model IR version: (?<needs>\d+), max supported IR version: (?<has>\d+)/ },
];

/**
 * Reads onnxruntime's own sentence (as of 1.30; both numbers are in it) for a model whose operator set or file
 * version is newer than the runtime's.
 */
export function explainRefusal(message: string): Refusal | null {
  for (const { what, pattern } of patterns) {
    const found = pattern.exec(message)?.groups;
    if (!found) continue;
    const of = found.domain && found.domain !== "ai.onnx" ? ` of ${found.domain}` : "";
    return {
      reason: `it needs ONNX ${what} ${found.needs}${of}, and the onnxruntime here supports up to ${found.has}`,
      hint: "Update LoRA Atelier, which brings a newer onnxruntime; or use an older version of the model.",
    };
  }
  return null;
}
