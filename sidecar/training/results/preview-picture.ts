import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { isTrained } from "../../dataset/trained-formats.js";
import { readSamples, sampleFolder, sampleRows } from "../history/sample-wall.js";
import type { MeantRun, RunRecord } from "../runs/run-record.js";

export interface PreviewSource {
  path: string;
  kind: "sample" | "training" | "given";
}

const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

/** The first prompt's picture of the run's latest moment. */
async function latestSample({ meant, started, ended }: RunRecord): Promise<string | null> {
  if (started === null) return null;
  const span = { from: Date.parse(started), to: ended === null ? null : Date.parse(ended) };
  const latest = sampleRows(await readSamples(meant), meant, span).at(-1)?.pictures[0];
  return latest === undefined ? null : join(sampleFolder(meant), latest.file);
}

/** Folders that a run was trained on, as far as its plan names them. */
function trainedFolders({ folder, plan }: MeantRun): string[] {
  const subsets = (plan.datasets ?? []).flatMap((dataset) => dataset.subsets);
  const own = subsets.filter(({ regularisation }) => !regularisation).map((subset) => subset.folder);
  const named = plan.arguments.train_data_dir;
  return [...(folder === null ? [] : [folder]), ...(typeof named === "string" ? [named] : []), ...own];
}

async function trainingPicture(meant: MeantRun): Promise<string | null> {
  for (const root of trainedFolders(meant)) {
    const inside = (await namesIn(root)).sort().filter((name) => /^\d+_/.test(name));
    for (const place of [root, ...inside.map((name) => join(root, name))]) {
      const picture = (await namesIn(place)).sort().find((name) => isTrained(name));
      if (picture !== undefined) return join(place, picture);
    }
  }
  return null;
}

/** The latest picture that a run drew of its first prompt; else a picture of its training set; else null. */
export async function previewOf(run: RunRecord): Promise<PreviewSource | null> {
  const sample = await latestSample(run);
  if (sample !== null) return { path: sample, kind: "sample" };
  const picture = await trainingPicture(run.meant);
  return picture === null ? null : { path: picture, kind: "training" };
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
