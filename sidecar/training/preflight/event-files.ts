import type { TrainingPlan } from "../../planning/plan.js";
import { planValues } from "../../planning/plan-values.js";
import type { ProbedTrainer } from "../trainer/trainer.js";

/**
 * Whether the run should write event files into its own folder: the plan names none, and the trainer can. sd-scripts takes
 * TensorBoard wherever a `logging_dir` is given and `log_with` says nothing else; what goes to another service stays as it is.
 */
export function writesEventFiles(plan: TrainingPlan, trainer: ProbedTrainer | null): boolean {
  if (trainer === null || trainer.packages.tensorboard.version === null) return false;
  const values = planValues(plan);
  const service = values.text("log_with");
  return values.text("logging_dir") === "" && (service === "" || service === "tensorboard");
}
