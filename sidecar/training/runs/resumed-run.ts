import { savingOf } from "../../planning/examine/schedule-of.js";
import { planValues } from "../../planning/plan-values.js";
import { type OutputFile, outputFiles, type Saving } from "../../planning/steps/output-files.js";
import type { StepCount } from "../../planning/steps/step-count.js";
import { freeName, taken } from "../preflight/find-name.js";
import type { MeantRun } from "./run-record.js";
import { latestState, type SavedState } from "./saved-states.js";

/** The state that a run can go on from, with the steps that were done in all; null when there is none, or nothing left to do. */
export async function stateOf(meant: MeantRun): Promise<SavedState | null> {
  const state = await latestState(meant.outputFolder, meant.files);
  if (state === null) return null;
  const step = state.step + (meant.countedFrom ?? 0);
  return step < meant.steps ? { ...state, step } : null;
}

// What a plan says of saving does not depend on them.
const noSteps: StepCount = {
  images: 0,
  showings: 0,
  batchesPerEpoch: 0,
  perEpoch: 0,
  epochs: 0,
  article: 0,
  exact: 0,
  kohya: 0,
  differences: [],
};

/** Files of a run whose numbers begin anew after `countedFrom` steps; epochs keep theirs. */
function filesFrom(saving: Saving, from: number, countedFrom: number): OutputFile[] {
  const shifted = ({ step, removedAt, ...file }: OutputFile): OutputFile => ({
    ...file,
    step: step + countedFrom,
    removedAt: removedAt === null ? null : removedAt + countedFrom,
  });
  const ofSteps = outputFiles({ ...saving, steps: saving.steps - countedFrom, everyEpochs: 0, epochRatio: 0 });
  const ofEpochs = outputFiles({ ...saving, everySteps: 0, state: saving.state, stateAtEnd: false });
  const names = new Set(ofSteps.map(({ name }) => name));
  return [...ofSteps.map(shifted), ...ofEpochs.filter(({ name }) => !names.has(name))]
    .filter(({ step }) => step > from)
    .sort((left, right) => left.step - right.step || Number(left.kind === "last") - Number(right.kind === "last"));
}

/**
 * How a run goes on from a saved state. The trainer's own count is right only within the first epoch (sd-scripts 48d368fa,
 * seen: resumed at step 6 of epochs of 4, it trains the steps that are left and calls them 3 and 4). Later its files would
 * stand over earlier ones, so they get a name of their own, as they do where any of them is there already; and it ends with
 * the last epoch. With accumulation it skips wrongly, so it begins the epoch again.
 * @param there names that are taken in the output folder
 */
export function resumedRun(
  stopped: MeantRun,
  { path, step }: SavedState,
  { parent, there }: { parent: number; there: ReadonlySet<string> },
): { name: string; meant: MeantRun } {
  // What it waited for is over.
  const { notBefore: _time, late: _late, ...meant } = stopped;
  const { perEpoch, epochs } = meant;
  const values = planValues(meant.plan);
  const skips = values.number("gradient_accumulation_steps", 1) <= 1;
  const countedFrom = Math.floor(step / perEpoch) * perEpoch;
  const from = skips ? step : countedFrom;
  const steps = countedFrom > 0 ? epochs * perEpoch : meant.steps;
  const saving = { ...savingOf(values, noSteps), steps, perEpoch, epochs };
  const filesOf = (name: string): OutputFile[] => filesFrom({ ...saving, name }, from, countedFrom);
  const namesOf = (name: string): string[] => filesOf(name).map((file) => file.name);
  const own = saving.name ?? meant.plan.name;
  const keeps = skips && countedFrom === 0 && taken(namesOf(own), there).length === 0;
  const name = keeps ? own : freeName(`${own.replace(/-from\d+(-\d+)?$/, "")}-from${step}`, namesOf, there);
  const given = {
    ...meant.plan.arguments,
    output_name: name,
    resume: path,
    // What the state says counts from the epoch in which its own run began.
    initial_step: step,
    skip_until_initial_step: skips,
  };
  return {
    name,
    meant: {
      ...meant,
      plan: { ...meant.plan, arguments: given },
      files: filesOf(name),
      steps,
      from,
      countedFrom,
      parent,
    },
  };
}
