import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseLabels } from "../labels.js";
import { bytes, type KnownLayout, white } from "./model-layout.js";

/**
 * SmilingWolf's WD taggers, v1 to v3: BGR bytes, rows first, probabilities out. Source: the author's own demonstration
 * program, which this project's pictures are held against to the byte.
 */
export const smilingWolf: KnownLayout = {
  files: "model.onnx and selected_tags.csv (SmilingWolf)",
  async read(folder, names) {
    if (!names.includes("model.onnx") || !names.includes("selected_tags.csv")) return null;
    return {
      kind: "SmilingWolf",
      file: "model.onnx",
      labels: parseLabels(await readFile(join(folder, "selected_tags.csv"), "utf8")),
      input: { size: 448, order: "NHWC", channels: "BGR", ...bytes, fit: "pad", ground: white },
      outputs: [{ sigmoid: false }],
    };
  },
};
