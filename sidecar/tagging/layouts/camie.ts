import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { black, type KnownLayout, normalised, unit } from "./model-layout.js";
import { parseTagMapping } from "./tag-mapping.js";

// ImageNet's colours: their mean and deviation, and the mean as bytes.
const mean = [0.485, 0.456, 0.406] as const;
const deviation = [0.229, 0.224, 0.225] as const;
const meanGround = [124, 116, 104] as const;

const isMetadata = (name: string): boolean => /(^|[-_])metadata\.json$/.test(name);

/**
 * Camais03's Camie Tagger: colours first, RGB, logits out. v2 takes ImageNet's normalisation on a ground of its mean
 * colour, and of its two outputs the refined one; v1 (`model_initial.onnx`) takes 0–1 on black. Sources: several public
 * programs that agree on metadata, scale, ground and outputs of v2; one of them for v1. They shrink by Lanczos, here it
 * is bicubic.
 */
export const camie: KnownLayout = {
  files: "one .onnx file and its …metadata.json (Camie Tagger)",
  async read(folder, names) {
    const metadataFile = names.find(isMetadata);
    const models = names.filter((name) => name.endsWith(".onnx"));
    if (metadataFile === undefined) return null;
    // Where there are several, each has the beginning of its metadata's name.
    const file =
      models.find((name) => metadataFile === `${name.slice(0, -5)}_metadata.json`) ??
      models.find((name) => metadataFile === `${name.slice(0, -5)}-metadata.json`) ??
      models[0];
    if (file === undefined) return null;
    const metadata = Object(JSON.parse(await readFile(join(folder, metadataFile), "utf8")));
    const size = Number(Object(metadata.model_info).img_size);
    const isFirst = file === "model_initial.onnx";
    return {
      kind: isFirst ? "Camie Tagger v1" : "Camie Tagger v2",
      file,
      labels: parseTagMapping(metadataFile, Object(metadata.dataset_info).tag_mapping ?? metadata),
      input: {
        size: Number.isInteger(size) && size > 0 ? size : 512,
        order: "NCHW",
        channels: "RGB",
        ...(isFirst ? unit : normalised(mean, deviation)),
        fit: "pad",
        ground: isFirst ? black : meanGround,
      },
      outputs: [
        { name: "refined_predictions", sigmoid: true },
        { name: "refined_logits", sigmoid: true },
        { sigmoid: true },
      ],
    };
  },
};
