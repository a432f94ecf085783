import { basename, dirname, parse } from "node:path";

export interface Progress {
  step: number | null;
  epoch: number | null;
}

// Sources: sd-scripts `train_util.STEP_FILE_NAME`, `EPOCH_FILE_NAME`; ai-toolkit (nine digits); OneTrainer (`-save-STEP-EPOCH-…`);
// diffusers (a folder `checkpoint-500`).
const patterns: readonly (readonly [RegExp, (...numbers: number[]) => Progress])[] = [
  [/-step(\d{1,9})$/, (step = 0) => ({ step, epoch: null })],
  [/-save-(\d+)-(\d+)-\d+$/, (step = 0, epoch = 0) => ({ step, epoch })],
  [/_(\d{9})$/, (step = 0) => ({ step, epoch: null })],
  [/-(\d{6})$/, (epoch = 0) => ({ step: null, epoch })],
];

/** How far training was, by the file's name; nulls where it does not tell. */
export function progressOfName(path: string): Progress {
  const { name } = parse(path);
  for (const [pattern, read] of patterns) {
    const found = pattern.exec(name);
    if (found !== null) return read(...found.slice(1).map(Number));
  }
  const folder = /^checkpoint-(\d+)$/.exec(basename(dirname(path)));
  return { step: folder === null ? null : Number(folder[1]), epoch: null };
}
