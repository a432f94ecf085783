import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { isTrained } from "../../dataset/trained-formats.js";
import type { MeantRun } from "../runs/run-record.js";

export interface PreviewSource {
  path: string;
  kind: "sample" | "training" | "given";
}

/**
 * The number in a sample's name: `okara_000200_00_20261122221436_1.png` by steps, `okara_e000002_…` by epochs
 * (sd-scripts 48d368fa, `sample_image_inference`).
 */
function sampleOrder(name: string, output: string): { at: number; prompt: number } | null {
  if (!name.startsWith(`${output}_`)) return null;
  const found = /^e?(\d{6})_(\d{2})_(\d{14})(?:_\d+)?\.png$/.exec(name.slice(output.length + 1));
  return found === null ? null : { at: Number(found[3]), prompt: Number(found[2]) };
}

const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

/** The latest picture that a run drew of its first prompt; else a picture of its training set; else null. */
export async function previewOf({ outputFolder, plan, folder }: MeantRun): Promise<PreviewSource | null> {
  const output = String(plan.arguments.output_name ?? "");
  const samples = (await namesIn(join(outputFolder, "sample")))
    .map((name) => ({ name, order: sampleOrder(name, output) }))
    .flatMap(({ name, order }) => (order === null ? [] : [{ name, ...order }]))
    .sort((left, right) => right.at - left.at || left.prompt - right.prompt);
  const [latest] = samples;
  if (latest) return { path: join(outputFolder, "sample", latest.name), kind: "sample" };
  const root = folder ?? plan.arguments.train_data_dir;
  if (typeof root !== "string") return null;
  const inside = (await namesIn(root)).sort();
  for (const place of [root, ...inside.filter((name) => /^\d+_/.test(name)).map((name) => join(root, name))]) {
    const picture = (await namesIn(place)).sort().find((name) => isTrained(name));
    if (picture !== undefined) return { path: join(place, picture), kind: "training" };
  }
  return null;
}

// The WebUI's cards are drawn smaller than this, also on fine screens.
const PREVIEW_PIXELS = 768;

/** A picture as the WebUI shows it on a card: PNG, upright, at most 768 pixels. @throws when it cannot be read */
export async function previewPng(path: string): Promise<Buffer> {
  const { openPicture } = await import("../../dataset/decode.js");
  const picture = await openPicture(path);
  picture.resize(PREVIEW_PIXELS, PREVIEW_PIXELS, { fit: "inside", withoutEnlargement: true });
  return picture.png().toBuffer();
}
