import { type Execution, parseExecution } from "../../host/inference/execution.js";
import type { NewSetItem } from "../new-set/new-set-ledger.js";
import type { OpenCutoutModel } from "./find-cutout.js";
import { parsePreprocessing } from "./process/messages.js";
import { type CutoutSettings, parseSettings } from "./settings.js";

/** What a cut-out job is asked to do; all paths absolute. */
export interface CutoutOptions {
  folder: string;
  recursive: boolean;
  /** Only these pictures of it; null for all. */
  pictures: string[] | null;
  /** Name, or path of an ONNX file. */
  model: string;
  settings: CutoutSettings;
  execution: Execution;
  /** Folder of the new set; null for beside the originals. */
  output: string | null;
  /** Folder for the masks; null for none. */
  masks: string | null;
  /** The job of which some pictures are done again. */
  redoOf: number | null;
  /** On a machine that works for the studio: the model's file as it came there, and how the studio uses it. */
  sent?: OpenCutoutModel;
}

const text = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** As a job kept it. */
export function parseCutoutOptions(stored: unknown): CutoutOptions {
  const { folder, recursive, pictures, model, settings, execution, output, masks, redoOf, sent } = Object(stored);
  return {
    folder: String(folder),
    recursive: recursive === true,
    pictures: Array.isArray(pictures) ? pictures.map(String) : null,
    model: String(model),
    settings: parseSettings(settings),
    execution: parseExecution(execution),
    output: text(output),
    masks: text(masks),
    redoOf: typeof redoOf === "number" ? redoOf : null,
    ...(sent && {
      sent: {
        name: String(Object(sent).name),
        file: String(Object(sent).file),
        preprocessing: parsePreprocessing(Object(sent).preprocessing),
      },
    }),
  };
}

/** One picture of a job: where it is, and where what comes of it goes. */
export interface CutoutItem extends NewSetItem {
  picture: string;
}

export function parseCutoutItem(stored: unknown): CutoutItem {
  const { picture, target, mask, caption, staged, stagedMask, replaced } = Object(stored);
  const rows: unknown[] = Array.isArray(replaced) ? replaced : [];
  return {
    picture: String(picture),
    target: String(target),
    mask: text(mask),
    caption: caption ? { from: String(Object(caption).from), to: String(Object(caption).to) } : null,
    staged: String(staged),
    stagedMask: String(stagedMask),
    replaced: rows.map((row) => ({ path: String(Object(row).path), to: String(Object(row).to) })),
  };
}
