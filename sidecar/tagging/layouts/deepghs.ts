import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseLabels } from "../labels.js";
import { black, type InputLayout, type KnownLayout, normalised, unit, white } from "./model-layout.js";

type Triple = InputLayout["add"];

function triple(value: unknown, what: string): Triple {
  const numbers: unknown[] = Array.isArray(value) ? value : [];
  const [red, green, blue] = numbers.map(Number);
  const known = red !== undefined && green !== undefined && blue !== undefined;
  if (known && [red, green, blue].every(Number.isFinite)) return [red, green, blue];
  throw new Error(`preprocess.json: ${what} is not three numbers`);
}

// Stages that change nothing here: pictures are RGB over white already, bytes become 0–1 by `unit`, and what is cropped
// is square.
const silent = ["convert_rgb", "to_tensor", "maybe_to_tensor", "rescale", "center_crop"];

const grounds: Record<string, Triple> = { white, black };

function groundOf(colour: unknown): Triple {
  const known = typeof colour === "string" ? grounds[colour] : undefined;
  return known ?? triple(colour ?? [255, 255, 255], "background_color");
}

function sideOf(size: unknown): number {
  const side = Number(Array.isArray(size) ? size[0] : size);
  if (Number.isInteger(side) && side > 0) return side;
  throw new Error(`preprocess.json: a side of ${String(size)} pixels`);
}

/** One stage of a `preprocess.json` after those before it; `padded` once the picture is a square. */
function followStage(input: InputLayout, stage: Record<string, unknown>, padded: boolean): InputLayout {
  const { type, size } = stage;
  if (type === "pad_to_size") {
    return { ...input, fit: "pad", size: sideOf(size), ground: groundOf(stage.background_color) };
  }
  if (type === "resize") {
    if (padded) return { ...input, size: sideOf(size) };
    if (Array.isArray(size) && size.length === 2) return { ...input, fit: "stretch", size: sideOf(size) };
    throw new Error("preprocess.json: it resizes the shorter side and crops, which is not known here");
  }
  if (type === "normalize") return { ...input, ...normalised(triple(stage.mean, "mean"), triple(stage.std, "std")) };
  if (silent.includes(String(type))) return input;
  throw new Error(`preprocess.json: the stage "${String(type)}" is not known`);
}

/** The input that a `preprocess.json` describes, by `stages` or `test`. @throws Error for what is not known */
export function parseStages(json: unknown): InputLayout {
  const { stages, test } = Object(json);
  const given: unknown[] = [stages, test].find((one) => Array.isArray(one) && one.length > 0) ?? [];
  if (given.length === 0) throw new Error("preprocess.json: expected a list `stages` or `test`");
  let input: InputLayout = { size: 448, order: "NCHW", channels: "RGB", ...unit, fit: "stretch", ground: white };
  let padded = false;
  for (const one of given) {
    const stage = Object(one);
    input = followStage(input, stage, padded);
    padded ||= stage.type === "pad_to_size";
  }
  return input;
}

/**
 * What deepghs publishes of others' taggers: PixAI v0.9, Camie v1 with `initial/…` outputs, and timm's. Colours
 * first, RGB; scale, size and ground are told by `preprocess.json`; `prediction` or `output` are probabilities, `logits`
 * are not. Source: dghs-imgutils 0.19 (`imgutils.tagging.pixai` and `.camie`, `imgutils.generic.multilabel_timm`,
 * `imgutils.preprocess.pillow`). The filter it names (bilinear
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
