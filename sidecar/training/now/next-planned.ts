import { planValues } from "../../planning/plan-values.js";
import type { MeantRun } from "../runs/run-record.js";
import type { NowKind } from "./answers.js";

/** The next step at which the trainer saves by its plan; null after the last one. */
const nextSave = ({ files }: MeantRun, step: number): number | null =>
  files.find((file) => file.kind !== "state" && file.step > step)?.step ?? null;

/** The same of sample pictures: by epochs where an interval of epochs is given, else by steps (sd-scripts, `sample_images`). */
function nextSample({ plan, perEpoch, steps, countedFrom = 0 }: MeantRun, step: number): number | null {
  const values = planValues(plan);
  const epochs = values.number("sample_every_n_epochs");
  const every = epochs > 0 ? epochs * perEpoch : values.number("sample_every_n_steps");
  if (every <= 0) return null;
  // A run that goes on in a later epoch counts its steps anew, but not its epochs.
  const from = epochs > 0 ? 0 : countedFrom;
  const next = from + (Math.floor((step - from) / every) + 1) * every;
  return next <= steps ? next : null;
}

export const nextPlanned = (kind: NowKind, meant: MeantRun, step: number): number | null =>
  kind === "save" ? nextSave(meant, step) : nextSample(meant, step);

/** Whether a plan has prompts for sample pictures. */
export const hasPrompts = ({ plan }: MeantRun): boolean =>
  plan.samplePrompts !== null || planValues(plan).text("sample_prompts") !== "";
