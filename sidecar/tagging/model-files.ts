import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { TaggerModel } from "./model.js";

// Labels, thresholds and settings of all layouts that are known.
const beside = /\.(csv|json|txt|ya?ml)$/i;

/** The files that make a tagger, absolute paths by their names in its folder: the network it uses, its weights, its lists. */
export async function modelFiles({
  folder,
  file,
}: Pick<TaggerModel, "folder" | "file">): Promise<Record<string, string>> {
  const names = await readdir(folder);
  const stem = file.replace(/\.onnx$/i, "");
  // Large networks keep their weights in files beside them, whose names begin alike.
  const isWeights = (name: string): boolean => name.startsWith(stem) && /[._](onnx_)?data$/i.test(name);
  const wanted = names.filter((name) => name === file || beside.test(name) || isWeights(name));
  return Object.fromEntries(wanted.map((name) => [name, join(folder, name)]));
}
