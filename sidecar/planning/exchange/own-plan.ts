import { fits, problemsOf } from "../../../protocol/validate.js";
import { StudioError } from "../../host/studio-error.js";
import type { TrainingPlan } from "../plan.js";
import { planOfWire, wireOfPlan } from "../wire-plan.js";

const FORMAT = "lora_atelier_plan";
const VERSION = 1;

export const isOwnPlan = (value: unknown): boolean =>
  typeof value === "object" && value !== null && Object.hasOwn(value, FORMAT);

/** A plan as a file of our own, which loses nothing. */
export const writeOwnPlan = (plan: TrainingPlan): string =>
  `${JSON.stringify({ [FORMAT]: VERSION, plan: wireOfPlan(plan) }, null, 2)}\n`;

/** @throws StudioError "badArguments" that names each field that is off, or a newer version */
export function readOwnPlan(value: unknown): TrainingPlan {
  const file = Object(value);
  if (file[FORMAT] !== VERSION) {
    throw new StudioError(
      "badArguments",
      `This plan has version ${String(file[FORMAT])}; this program knows version ${VERSION}.`,
      "Update LoRA Atelier.",
    );
  }
  const params: unknown = { plan: file.plan };
  if (!fits("planning/examine", params)) {
    throw new StudioError(
      "badArguments",
      `The plan does not have the form of one: ${problemsOf("planning/examine", "params", params)}`,
      "Correct the fields that are named, or export the plan again.",
    );
  }
  return planOfWire(params.plan);
}
