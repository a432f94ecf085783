export interface OutputFile {
  /** Relative to the output folder; states are folders. */
  name: string;
  kind: "step" | "epoch" | "last" | "state";
  /** Steps done when it is written. */
  step: number;
  /** Epochs that are complete by then. */
  epoch: number;
  /** The step at which the trainer deletes it again; null when it stays. */
  removedAt: number | null;
}

/** How a plan saves; 0 for what is not asked for. */
export interface Saving {
  /** `output_name`; null: the trainer's own names. */
  name: string | null;
  /** `save_model_as`. */
  format: string;
  steps: number;
  perEpoch: number;
  epochs: number;
  everySteps: number;
  everyEpochs: number;
  /** `save_n_epoch_ratio`: so many checkpoints in all; goes before `everyEpochs`. */
  epochRatio: number;
  /** null: everything is kept. */
  lastSteps: number | null;
  lastEpochs: number | null;
  /** 0 or null: as `lastSteps`, `lastEpochs`. */
  lastStepsState: number | null;
  lastEpochsState: number | null;
  state: boolean;
  stateAtEnd: boolean;
}

const extensionOf = (format: string): string => `.${format}`;
// Source: sd-scripts, `train_util.DEFAULT_STEP_NAME` and its neighbours.
const unnamed = { step: "at", epoch: "epoch", last: "last" };

const padded = (number: number, digits: number): string => String(number).padStart(digits, "0");

/** The save that the trainer deletes when it writes the one at `step`: a multiple of `every`, or none. */
function removedStep(step: number, every: number, keep: number | null): number | null {
  if (keep === null) return null;
  const behind = step - keep - 1;
  const removed = Math.floor(behind / every) * every;
  return removed > 0 ? removed : null;
}

// Nobody looks at more; a typing mistake must not fill the memory.
const MOST_SAVES = 10_000;

interface Made {
  files: OutputFile[];
  byName: Map<string, OutputFile>;
}

function write({ files, byName }: Made, file: Omit<OutputFile, "removedAt">): void {
  const made = { ...file, removedAt: null };
  files.push(made);
  byName.set(file.name, made);
}

function remove({ byName }: Made, name: string, step: number): void {
  const file = byName.get(name);
  if (file) file.removedAt = step;
}

function stepSaves(made: Made, saving: Saving): void {
  const { name, steps, perEpoch, everySteps } = saving;
  const suffix = extensionOf(saving.format);
  const stem = (step: number): string => `${name ?? unnamed.step}-step${padded(step, 8)}`;
  for (let step = everySteps; everySteps > 0 && step <= Math.min(steps, everySteps * MOST_SAVES); step += everySteps) {
    const epoch = Math.floor((step - 1) / perEpoch);
    write(made, { name: stem(step) + suffix, kind: "step", step, epoch });
    const removed = removedStep(step, everySteps, saving.lastSteps);
    if (removed !== null) remove(made, stem(removed) + suffix, step);
    if (!saving.state) continue;
    write(made, { name: `${stem(step)}-state`, kind: "state", step, epoch });
    const removedState = removedStep(step, everySteps, saving.lastStepsState || saving.lastSteps);
    if (removedState !== null) remove(made, `${stem(removedState)}-state`, step);
  }
}

function epochSaves(made: Made, saving: Saving): void {
  const { name, perEpoch, epochs, epochRatio } = saving;
  const every = epochRatio > 0 ? Math.floor(epochs / epochRatio) || 1 : saving.everyEpochs;
  const suffix = extensionOf(saving.format);
  const stem = (epoch: number): string => `${name ?? unnamed.epoch}-${padded(epoch, 6)}`;
  // The last epoch has no file of its own: the last file is it.
  for (let epoch = every; every > 0 && epoch < Math.min(epochs, every * MOST_SAVES); epoch += every) {
    const step = epoch * perEpoch;
    write(made, { name: stem(epoch) + suffix, kind: "epoch", step, epoch });
    if (saving.lastEpochs !== null) remove(made, stem(epoch - every * saving.lastEpochs) + suffix, step);
    if (!saving.state) continue;
    write(made, { name: `${stem(epoch)}-state`, kind: "state", step, epoch });
    const keep = saving.lastEpochsState || saving.lastEpochs;
    if (keep !== null) remove(made, `${stem(epoch - every * keep)}-state`, step);
  }
}

/**
 * The files that a run writes, in the order of writing, also those that the trainer deletes again (sd-scripts,
 * `train_network.py`, `train_util.get_remove_step_no`, `get_remove_epoch_no`). A step at which an epoch ends has both files.
 */
export function outputFiles(saving: Saving): OutputFile[] {
  const made: Made = { files: [], byName: new Map() };
  stepSaves(made, saving);
  epochSaves(made, saving);
  made.files.sort((left, right) => left.step - right.step);
  const end = { step: saving.steps, epoch: saving.epochs };
  const last = saving.name ?? unnamed.last;
  if (saving.state || saving.stateAtEnd) write(made, { name: `${last}-state`, kind: "state", ...end });
  write(made, { name: last + extensionOf(saving.format), kind: "last", ...end });
  return made.files;
}
