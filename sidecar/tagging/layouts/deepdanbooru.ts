import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseLabels } from "../labels.js";
import { black, type KnownLayout, unit } from "./model-layout.js";

/**
 * DeepDanbooru as deepghs publishes it in ONNX: RGB 0–1, rows first, on black, probabilities out. Source: dghs-imgutils
 * 0.19 (`imgutils.tagging.deepdanbooru`).
 */
export const deepDanbooru: KnownLayout = {
  files: "deepdanbooru.onnx and deepdanbooru_tags.csv (DeepDanbooru)",
  async read(folder, names) {
    if (!names.includes("deepdanbooru.onnx") || !names.includes("deepdanbooru_tags.csv")) return null;
    return {
      kind: "DeepDanbooru",
      file: "deepdanbooru.onnx",
      labels: parseLabels(await readFile(join(folder, "deepdanbooru_tags.csv"), "utf8"), "deepdanbooru_tags.csv"),
      input: { size: 512, order: "NHWC", channels: "RGB", ...unit, fit: "pad", ground: black },
      outputs: [{ sigmoid: false }],
    };
  },
};
