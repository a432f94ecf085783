import { pythonInteger } from "./kohya-python.js";

/** Suffixes of the files that Kohya's GUI counts as pictures; the trainer reads .bmp and others too. */
const countedSuffixes = [".jpg", ".jpeg", ".png", ".webp"];

/** Whether Kohya's GUI counts a file of this name as a picture. */
const kohyaCounts = (fileName: string): boolean =>
  countedSuffixes.some((suffix) => fileName.toLowerCase().endsWith(suffix));

/**
 * How often pictures are shown in one of the GUI's epochs: repeats × pictures of the folders below `train_data_dir`
 * whose names begin with a whole number. `files` are the names in the folder itself, not below.
 */
export function kohyaShowings(folders: readonly { name: string; files: readonly string[] }[]): number {
  let showings = 0;
  for (const { name, files } of folders) {
    const repeats = pythonInteger(name.split("_")[0] ?? "");
    if (repeats !== null) showings += repeats * files.filter(kohyaCounts).length;
  }
  return showings;
}

/** What the GUI makes `max_train_steps` of, where it is not given. */
export interface KohyaStepParts {
  /** Repeats × pictures of one epoch. */
  showings: number;
  batchSize: number;
  accumulation: number;
  epochs: number;
  /** Whether `reg_data_dir` is set, whatever is in it. */
  regularisation: boolean;
}

/**
 * The steps that Kohya's GUI asks of the trainer. It looks at neither buckets nor processes, and rounds up once, at the end;
 * in this order, since floating point is not associative. Source: v24.1.7 and HEAD (2026-07-10), `train_model`.
 */
export const kohyaSteps = (parts: KohyaStepParts): number =>
  Math.ceil((parts.showings / parts.batchSize / parts.accumulation) * parts.epochs * (parts.regularisation ? 2 : 1));
