import { access, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { OutputFile } from "../../planning/steps/output-files.js";

export interface SavedState {
  /** Folder, absolute. */
  path: string;
  /** Steps that were done when it was saved. */
  step: number;
}

// Written last; `train_state.json` comes first, from a hook (accelerate, `save_accelerator_state`).
const LAST_FILE = "random_states_0.pkl";

/** Whether a state is all there: the trainer needs seconds to write one. */
export const isWholeState = (folder: string): Promise<boolean> =>
  access(join(folder, LAST_FILE)).then(
    () => true,
    () => false,
  );

/** The latest state that a run can go on from. */
export async function latestState(folder: string, files: readonly OutputFile[]): Promise<SavedState | null> {
  const states = files.filter(({ kind }) => kind === "state").reverse();
  for (const { name } of states) {
    const path = join(folder, name);
    if (!(await isWholeState(path))) continue;
    try {
      const { current_step: step } = Object(JSON.parse(await readFile(join(path, "train_state.json"), "utf8")));
      if (Number.isInteger(step) && step > 0) return { path, step };
    } catch {
      // It tells no step: an earlier one may.
    }
  }
  return null;
}
