import type { Settings } from "../command/settings.js";
import type { Dataset } from "../dataset/dataset.js";
import { inTrain, PythonError } from "../screen/traceback.js";

/** How long a run is and where it begins. */
export interface Course {
  batchesPerEpoch: number;
  /** Optimizer steps of one epoch. */
  perEpoch: number;
  steps: number;
  epochs: number;
  accumulation: number;
  /** Steps that are done already, as the state or the arguments say. */
  initial: number;
  /** What is passed over of the first epoch (`skip_until_initial_step`), and where its own count then begins. */
  skipped: number;
  /** Counted from 0. */
  firstEpoch: number;
  /** `save_every_n_epochs`, or what `save_n_epoch_ratio` makes of it. */
  everyEpochs: number | null;
}

/** sd-scripts' sums; `stateStep` is the step of the state that a run resumes from. */
export function planCourse(settings: Settings, datasets: readonly Dataset[], stateStep: number | null): Course {
  const batchesPerEpoch = datasets.reduce((sum, { batches }) => sum + batches, 0);
  const accumulation = settings.number("gradient_accumulation_steps") ?? 1;
  const perEpoch = Math.ceil(batchesPerEpoch / accumulation);
  const epochsWanted = settings.number("max_train_epochs");
  const steps = epochsWanted === null ? (settings.number("max_train_steps") ?? 1600) : epochsWanted * perEpoch;
  const epochs = Math.ceil(steps / perEpoch);
  const initialEpoch = settings.number("initial_epoch");
  const initial =
    settings.number("initial_step") ?? (initialEpoch === null ? stateStep : (initialEpoch - 1) * perEpoch) ?? 0;
  if (initial > 0 && steps <= initial) {
    const message = `max_train_steps should be greater than initial step / max_train_stepsは初期ステップより大きい必要があります: ${steps} vs ${initial}`;
    throw new PythonError("AssertionError", message, inTrain(1275, "args.max_train_steps > initial_step"));
  }
  // As sd-scripts 48d368fa does it: the epochs that are passed over are left out of its count, and accumulation counts twice.
  const passed = settings.flag("skip_until_initial_step") ? initial * accumulation : 0;
  const firstEpoch = Math.floor((passed || initial) / perEpoch);
  const ratio = settings.number("save_n_epoch_ratio");
  return {
    batchesPerEpoch,
    perEpoch,
    steps,
    epochs,
    accumulation,
    initial,
    skipped: passed === 0 ? 0 : passed - firstEpoch * batchesPerEpoch,
    firstEpoch,
    everyEpochs: ratio ? Math.floor(epochs / ratio) || 1 : settings.number("save_every_n_epochs"),
  };
}
