import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type KnownLayout, normalised, white } from "./model-layout.js";
import { parseTagMapping } from "./tag-mapping.js";

const models = ["model_optimized.onnx", "model.onnx"];

/**
 * cella110n's cl_tagger: colours first, BGR, −1 to 1 (x / 127.5 − 1), logits out; white ground. Sources: sd-scripts'
 * tagger (order of axes, scale, logits, file names); several public programs for it agree on BGR and on the mapping.
 */
export const clTagger: KnownLayout = {
  files: "model_optimized.onnx or model.onnx, and tag_mapping.json (cl_tagger)",
  async read(folder, names) {
    const file = models.find((name) => names.includes(name));
    if (!file || !names.includes("tag_mapping.json")) return null;
    const mapping: unknown = JSON.parse(await readFile(join(folder, "tag_mapping.json"), "utf8"));
    const half = [0.5, 0.5, 0.5] as const;
    return {
      kind: "cl_tagger",
      file,
      labels: parseTagMapping("tag_mapping.json", mapping),
      input: { size: 448, order: "NCHW", channels: "BGR", ...normalised(half, half), fit: "pad", ground: white },
      outputs: [{ sigmoid: true }],
    };
  },
};
