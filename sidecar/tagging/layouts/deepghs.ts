import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseLabels } from "../labels.js";
import { type InputLayout, type KnownLayout, normalised, unit, white } from "./model-layout.js";

type Triple = InputLayout["add"];

function triple(value: unknown, what: string): Triple {
  const numbers: unknown[] = Array.isArray(value) ? value : [];
  const [red, green, blue] = numbers.map(Number);
  const known = red !== undefined && green !== undefined && blue !== undefined;
  if (known && [red, green, blue].every(Number.isFinite)) return [red, green, blue];
  throw new Error(`preprocess.json: ${what} is not three numbers`);
}

// Stages that change nothing here: pictures are RGB on white already, and bytes become 0–1 by `unit`.
const silent = ["convert_rgb", "to_tensor", "maybe_to_tensor", "rescale", "center_crop"];

/** The input that a `preprocess.json` describes. @throws Error for a stage that is not known */
function parseStages(json: unknown): InputLayout {
  const { stages } = Object(json);
  const rows: unknown[] = Array.isArray(stages) ? stages : [];
  let input: InputLayout = { size: 448, order: "NCHW", channels: "RGB", ...unit, fit: "pad", ground: white };
  for (const row of rows) {
    const stage = Object(row);
    const type = String(stage.type);
    if (type === "resize") {
      const sides: unknown[] = Array.isArray(stage.size) ? stage.size : [];
      // One number is the shorter side, which a padded square fills as well.
      const size = Number(sides[0] ?? stage.size);
      input = { ...input, size, fit: sides.length === 2 ? "stretch" : "pad" };
    } else if (type === "pad_to_size") {
      input = { ...input, fit: "pad", size: Number(Array.isArray(stage.size) ? stage.size[0] : stage.size) };
    } else if (type === "normalize") {
      const scale = normalised(triple(stage.mean, "mean"), triple(stage.std, "std"));
      input = { ...input, ...scale };
    } else if (!silent.includes(type)) throw new Error(`preprocess.json: the stage "${type}" is not known`);
  }
  return input;
}

/**
 * What deepghs publishes of others' taggers: PixAI v0.9, and Camie v1 with `initial/…` outputs. Colours first, RGB;
 * scale and size are told by `preprocess.json`; `prediction` or `output` are probabilities, `logits` are not. Source:
 * dghs-imgutils 0.19 (`imgutils.tagging.pixai`, `.camie`, `imgutils.preprocess.pillow`). The filter it names (bilinear
 * by default) is not followed: pictures are shrunk by bicubic.
 */
export const deepghs: KnownLayout = {
  files: "model.onnx, selected_tags.csv and preprocess.json (PixAI and other exports of deepghs)",
  async read(folder, names) {
    if (!["model.onnx", "selected_tags.csv", "preprocess.json"].every((name) => names.includes(name))) return null;
    const read = (name: string): Promise<string> => readFile(join(folder, name), "utf8");
    return {
      kind: "deepghs",
      file: "model.onnx",
      labels: parseLabels(await read("selected_tags.csv")),
      input: parseStages(JSON.parse(await read("preprocess.json"))),
      outputs: [
        { name: "prediction", sigmoid: false },
        { name: "output", sigmoid: false },
        { name: "logits", sigmoid: true },
      ],
    };
  },
};
